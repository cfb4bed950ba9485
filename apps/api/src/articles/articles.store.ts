import { ArticleRow, ArticleVersionRow, storable } from '#database';
import type { CleanArticle } from '#quiz-writing';
import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import type { GivenArticle } from './article-reader.js';

/** An article with its newest version, without the text. */
export interface ArticleRecord {
  readonly id: string;
  readonly courseId: string;
  readonly title: string;
  readonly versionId: string;
  readonly version: number;
  readonly format: ArticleVersionRow['format'];
  readonly fileName: string | null;
  readonly characters: number;
  readonly createdAt: Date;
}

/** A version of an article, without its text. */
export interface VersionRecord extends Pick<
  ArticleVersionRow,
  'articleId' | 'number' | 'format' | 'fileName' | 'comparedAt' | 'comparisonError' | 'createdAt'
> {
  readonly characters: number;
}

const ARTICLE = `
  select a.id, a.course_id as "courseId", a.title, a.created_at as "createdAt",
         v.id as "versionId", v.number as version, v.format, v.file_name as "fileName",
         length(v.text) as characters
  from article a
  join course c on c.id = a.course_id
  join lateral (
    select id, number, format, file_name, text from article_version where article_id = a.id order by number desc limit 1
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
    { courseId, title, ...given }: { courseId: string; title: string } & GivenArticle,
    now: Date,
  ): Promise<string> {
    const id = uuidv7();
    await manager.insert(ArticleRow, { id, courseId, title, createdBy, createdAt: now });
    await this.addVersion(manager, createdBy, { articleId: id, number: 1, ...given }, now);
    return id;
  }

  async addVersion(
    manager: EntityManager,
    createdBy: string,
    version: { articleId: string; number: number } & GivenArticle,
    now: Date,
  ): Promise<void> {
    const row = manager.create(ArticleVersionRow, { ...version, id: uuidv7(), createdBy, createdAt: now });
    await manager.insert(ArticleVersionRow, row);
  }

  /** Once only: what is stored in a version counts in it from then on. */
  async setCleanText(
    manager: EntityManager,
    versionId: string,
    { article, origins, repairs }: CleanArticle,
  ): Promise<void> {
    const cleaned = storable({ cleanText: article, cleanOrigins: origins, repairs });
    await manager.update(ArticleVersionRow, { id: versionId, cleanText: IsNull() }, cleaned);
  }

  /** Until the transaction ends nobody else adds a version, and no comparison or generation stores its outcome. */
  async lockArticle(manager: EntityManager, id: string): Promise<void> {
    await manager.query('select from article where id = $1 for no key update', [id]);
  }

  /** Newest first. */
  findVersions(manager: EntityManager, articleId: string): Promise<VersionRecord[]> {
    return manager.query(
      `select article_id as "articleId", number, format, file_name as "fileName", length(text) as characters,
              compared_at as "comparedAt", comparison_error as "comparisonError", created_at as "createdAt"
       from article_version where article_id = $1 order by number desc`,
      [articleId],
    );
  }
}
