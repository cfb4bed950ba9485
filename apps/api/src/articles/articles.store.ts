import { ArticleRow, ArticleVersionRow } from '#database';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';

/** An article with its newest version, without the text. */
export interface ArticleRecord {
  readonly id: string;
  readonly courseId: string;
  readonly title: string;
  readonly versionId: string;
  readonly version: number;
  readonly characters: number;
  readonly createdAt: Date;
}

const ARTICLE = `
  select a.id, a.course_id as "courseId", a.title, a.created_at as "createdAt",
         v.id as "versionId", v.number as version, length(v.text) as characters
  from article a
  join course c on c.id = a.course_id
  join lateral (
    select id, number, text from article_version where article_id = a.id order by number desc limit 1
  ) v on true`;

@Injectable()
export class ArticlesStore {
  findArticles(manager: EntityManager, partnerId: string, courseId: string): Promise<ArticleRecord[]> {
    return manager.query(`${ARTICLE} where c.partner_id = $1 and a.course_id = $2 order by a.id`, [
      partnerId,
      courseId,
    ]);
  }

  async findArticle(manager: EntityManager, partnerId: string, id: string): Promise<ArticleRecord | null> {
    const [article] = await manager.query<ArticleRecord[]>(
      `${ARTICLE} where c.partner_id = $1 and a.id = $2`,
      [partnerId, id],
    );
    return article ?? null;
  }

  getVersion(manager: EntityManager, id: string): Promise<ArticleVersionRow> {
    return manager.findOneByOrFail(ArticleVersionRow, { id });
  }

  async addArticle(
    manager: EntityManager,
    createdBy: string,
    { courseId, title, text }: { courseId: string; title: string; text: string },
    now: Date,
  ): Promise<string> {
    const id = uuidv7();
    await manager.insert(ArticleRow, { id, courseId, title, createdBy, createdAt: now });
    await manager.insert(ArticleVersionRow, { id: uuidv7(), articleId: id, number: 1, text, createdAt: now });
    return id;
  }
}
