import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ArticlesService } from '../articles/articles.service.js';
import type { StaffIdentity } from '../identity/identity.js';
import { Problem } from '../problems/problem.js';
import type { StaleMap } from './stale-map.dto.js';
import { StaleMapStore } from './stale-map.store.js';
import { staleMapView } from './stale-map.view.js';

@Injectable()
export class StaleMapService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly store: StaleMapStore,
    private readonly articles: ArticlesService,
  ) {}

  async get(staff: StaffIdentity, articleId: string, number: number | undefined): Promise<StaleMap> {
    const { manager } = this.dataSource;
    const article = await this.articles.require(manager, staff, articleId);
    const version = await this.store.findVersion(manager, articleId, number ?? article.version);
    if (!version) throw new Problem('not-found', { detail: `这篇文章没有第 ${number} 版。` });
    const facts = await this.store.findFactChanges(manager, version.id);
    const questions = await this.store.findQuestionChanges(manager, version.id);
    const quizzes = await this.store.findQuizzes(
      manager,
      questions.map(({ id }) => id),
    );
    return staleMapView(articleId, version, facts, questions, quizzes);
  }
}
