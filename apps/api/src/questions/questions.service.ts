import { type QuestionRow, searchColumns } from '#database';
import type { Question } from '#question';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { ArticlesService } from '../articles/articles.service.js';
import type { StaffIdentity } from '../identity/identity.js';
import { Problem } from '../problems/problem.js';
import type { EvidenceTexts } from '../question-content/staff-evidence.js';
import type { QuestionDetail, QuestionPage, QuestionsQuery } from './questions.dto.js';
import { type QuestionRecord, QuestionsStore } from './questions.store.js';
import { questionDetail, questionSummary } from './questions.view.js';

export type { QuestionRecord } from './questions.store.js';

@Injectable()
export class QuestionsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly store: QuestionsStore,
    private readonly articles: ArticlesService,
  ) {}

  async list(staff: StaffIdentity, query: QuestionsQuery): Promise<QuestionPage> {
    const { page, pageSize } = query;
    const found = await this.dataSource.transaction((manager) =>
      this.store.findPage(manager, staff.partnerId, query),
    );
    return { items: found.questions.map(questionSummary), page, pageSize, total: found.total };
  }

  async get(staff: StaffIdentity, questionId: string): Promise<QuestionDetail> {
    const { manager } = this.dataSource;
    return this.show(manager, await this.require(manager, staff, questionId));
  }

  /** Throws Problem `not-found` when there is none or it is another partner's. */
  async require(manager: EntityManager, staff: StaffIdentity, questionId: string): Promise<QuestionRecord> {
    const question = await this.store.findQuestion(manager, staff.partnerId, questionId);
    if (!question) throw new Problem('not-found', { detail: '没有找到这道题。' });
    return question;
  }

  /** The same, held until the transaction ends. */
  async hold(manager: EntityManager, staff: StaffIdentity, questionId: string): Promise<QuestionRecord> {
    const [question] = await this.holdAll(manager, staff, [questionId]);
    if (!question) throw new Problem('not-found', { detail: '没有找到这道题。' });
    return question;
  }

  /** Those that exist, held until the transaction ends. */
  holdAll(
    manager: EntityManager,
    staff: StaffIdentity,
    questionIds: readonly string[],
  ): Promise<QuestionRecord[]> {
    return this.store.lockQuestions(manager, staff.partnerId, questionIds);
  }

  /** For a question that the caller holds. */
  change(manager: EntityManager, questionId: string, change: Partial<QuestionRow>): Promise<void> {
    return this.store.change(manager, questionId, change);
  }

  /** For a question that the caller holds and gave a new newest version. */
  rewrite(
    manager: EntityManager,
    questionId: string,
    content: Question,
    change: Partial<QuestionRow>,
  ): Promise<void> {
    return this.store.change(manager, questionId, { ...change, ...searchColumns(content) });
  }

  async show(manager: EntityManager, question: QuestionRecord): Promise<QuestionDetail> {
    return questionDetail(question, await this.textsOf(manager, question));
  }

  /** The texts of the article that a question stands in; null for one that came from no article. */
  async textsOf(
    manager: EntityManager,
    { articleVersionId }: Pick<QuestionRecord, 'articleVersionId'>,
  ): Promise<EvidenceTexts | null> {
    return articleVersionId ? this.articles.getTexts(manager, articleVersionId) : null;
  }
}
