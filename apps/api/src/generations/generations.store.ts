import { GenerationRow } from '#database';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';

export interface GenerationRecord extends Pick<
  GenerationRow,
  | 'id'
  | 'state'
  | 'seed'
  | 'progress'
  | 'notes'
  | 'error'
  | 'factCount'
  | 'questionCount'
  | 'requestedAt'
  | 'finishedAt'
> {
  readonly articleId: string;
}

type NewRow = Pick<
  GenerationRow,
  'articleVersionId' | 'seed' | 'count' | 'types' | 'requestedBy' | 'requestedAt'
>;

@Injectable()
export class GenerationsStore {
  async addGeneration(manager: EntityManager, { types, ...row }: NewRow): Promise<string> {
    const id = uuidv7();
    await manager.insert(GenerationRow, { ...row, id, types: types && [...types], state: 'queued' });
    return id;
  }

  async findGeneration(
    manager: EntityManager,
    partnerId: string,
    id: string,
  ): Promise<GenerationRecord | null> {
    const [generation] = await manager.query<GenerationRecord[]>(
      `select g.id, v.article_id as "articleId", g.state, g.seed, g.progress, g.notes, g.error,
              g.fact_count as "factCount", g.question_count as "questionCount",
              g.requested_at as "requestedAt", g.finished_at as "finishedAt"
       from generation g
       join article_version v on v.id = g.article_version_id
       join article a on a.id = v.article_id
       join course c on c.id = a.course_id
       where g.id = $1 and c.partner_id = $2`,
      [id, partnerId],
    );
    return generation ?? null;
  }
}
