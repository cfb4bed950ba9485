import { FactRow, type FactStatus } from '#database';
import type { Fact } from '#question';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

export interface FactRecord {
  readonly id: string;
  readonly articleId: string;
  readonly articleVersionId: string;
  readonly status: FactStatus;
  readonly content: Fact;
}

const FACT = `
  select f.id, v.article_id as "articleId", v.id as "articleVersionId", f.status, f.content
  from fact f
  join article_version v on v.id = f.article_version_id
  join article a on a.id = v.article_id
  join course c on c.id = a.course_id`;

@Injectable()
export class FactsStore {
  /** The caller has made sure that the article version is the asker's. */
  findFacts(manager: EntityManager, articleVersionId: string): Promise<FactRecord[]> {
    return manager.query(
      `${FACT} where f.article_version_id = $1 order by (f.content #>> '{evidence,0,start}')::int, f.position, f.id`,
      [articleVersionId],
    );
  }

  async lockFact(manager: EntityManager, partnerId: string, id: string): Promise<FactRecord | null> {
    const [fact] = await manager.query<FactRecord[]>(
      `${FACT} where f.id = $1 and c.partner_id = $2 for no key update of f`,
      [id, partnerId],
    );
    return fact ?? null;
  }

  async setStatus(manager: EntityManager, id: string, status: FactStatus): Promise<void> {
    await manager.update(FactRow, id, { status });
  }
}
