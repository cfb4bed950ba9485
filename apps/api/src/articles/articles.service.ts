import { refuseArticle } from '#quiz-writing';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { CoursesService } from '../courses/courses.service.js';
import type { StaffIdentity } from '../identity/identity.js';
import { Problem } from '../problems/problem.js';
import type { Article, ArticleList, ArticleText, NewArticle } from './articles.dto.js';
import { type ArticleRecord, ArticlesStore } from './articles.store.js';

@Injectable()
export class ArticlesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly store: ArticlesStore,
    private readonly courses: CoursesService,
  ) {}

  async create(staff: StaffIdentity, input: NewArticle, now: Date): Promise<Article> {
    const refusal = refuseArticle(input.text);
    if (refusal) throw new Problem(refusal.code, { detail: refusal.detail });
    return this.dataSource.transaction(async (manager) => {
      await this.courses.requireCourse(manager, staff.partnerId, input.courseId);
      const id = await this.store.addArticle(manager, staff.instructorId, input, now);
      return articleView(await this.require(manager, staff, id));
    });
  }

  async list(staff: StaffIdentity, courseId: string): Promise<ArticleList> {
    await this.courses.requireCourse(this.dataSource.manager, staff.partnerId, courseId);
    const rows = await this.store.findArticles(this.dataSource.manager, staff.partnerId, courseId);
    return { items: rows.map(articleView) };
  }

  async get(staff: StaffIdentity, articleId: string): Promise<ArticleText> {
    const article = await this.require(this.dataSource.manager, staff, articleId);
    const version = await this.store.getVersion(this.dataSource.manager, article.versionId);
    return {
      ...articleView(article),
      text: version.text,
      cleanText: version.cleanText,
      repairs: version.repairs && [...version.repairs],
    };
  }

  /** What evidence counts offsets in. For a version that the caller came to through its own article, fact or question. */
  async getCleanText(manager: EntityManager, versionId: string): Promise<string | null> {
    return (await this.store.getVersion(manager, versionId)).cleanText;
  }

  /** The article and its newest version. Throws Problem `not-found` when it does not exist or is another partner's. */
  async require(manager: EntityManager, staff: StaffIdentity, articleId: string): Promise<ArticleRecord> {
    const article = await this.store.findArticle(manager, staff.partnerId, articleId);
    if (!article) throw new Problem('not-found', { detail: '没有找到这篇文章。' });
    return article;
  }
}

function articleView({ id, courseId, title, version, characters, createdAt }: ArticleRecord): Article {
  return { id, courseId, title, version, characters, createdAt: createdAt.toISOString() };
}
