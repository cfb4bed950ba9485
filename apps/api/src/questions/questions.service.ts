import { checkQuestion } from '#question';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { ArticlesService } from '../articles/articles.service.js';
import { AuditService } from '../audit/audit.service.js';
import type { StaffIdentity } from '../identity/identity.js';
import { invalidField, Problem } from '../problems/problem.js';
import type { EvidenceTexts } from '../question-content/staff-evidence.js';
import type { QuestionDetail, QuestionPage, QuestionsQuery, QuestionStatusChange } from './questions.dto.js';
import { type QuestionRecord, QuestionsStore } from './questions.store.js';
import { questionDetail, questionSummary } from './questions.view.js';

/** Where a question may go from where it is. */
const NEXT = {
  draft: ['in_review'],
  in_review: ['published', 'draft', 'retired'],
  published: ['retired'],
  retired: [],
} as const satisfies Record<QuestionRecord['status'], readonly QuestionRecord['status'][]>;

@Injectable()
export class QuestionsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly store: QuestionsStore,
    private readonly articles: ArticlesService,
    private readonly audit: AuditService,
  ) {}

  async list(staff: StaffIdentity, query: QuestionsQuery): Promise<QuestionPage> {
    const { manager } = this.dataSource;
    const { page, pageSize } = query;
    const rows = await this.store.findPage(manager, staff.partnerId, query);
    const total = await this.store.count(manager, staff.partnerId, query);
    return { items: rows.map(questionSummary), page, pageSize, total };
  }

  async get(staff: StaffIdentity, questionId: string): Promise<QuestionDetail> {
    const { manager } = this.dataSource;
    const question = await this.store.findQuestion(manager, staff.partnerId, questionId);
    if (!question) throw new Problem('not-found', { detail: '没有找到这道题。' });
    return questionDetail(question, await this.textsOf(manager, question));
  }

  /** Setting the status a question already has changes nothing and succeeds. */
  setStatus(
    staff: StaffIdentity,
    questionId: string,
    { status, reason }: QuestionStatusChange,
    now: Date,
  ): Promise<QuestionDetail> {
    return this.dataSource.transaction(async (manager) => {
      const question = await this.store.lockQuestion(manager, staff.partnerId, questionId);
      if (!question) throw new Problem('not-found', { detail: '没有找到这道题。' });
      const texts = await this.textsOf(manager, question);
      if (question.status === status) return questionDetail(question, texts);

      const next: readonly string[] = NEXT[question.status];
      if (!next.includes(status)) {
        const detail = `题目现在是 ${question.status}，不能变为 ${status}。`;
        throw new Problem('invalid-transition', { detail });
      }
      if (status === 'draft' && !reason) {
        throw invalidField('/reason', 'required', '退回题目时要写理由。');
      }
      if (status === 'published') refuseFlawed(question, texts?.cleanText ?? null);
      await this.store.setStatus(manager, questionId, status, reason ?? null);
      const detail = { from: question.status, to: status, reason: reason ?? null };
      await this.audit.record(
        manager,
        staff,
        { action: 'question.status', subjectId: questionId, detail },
        now,
      );
      return questionDetail({ ...question, status, statusReason: reason ?? null }, texts);
    });
  }

  private async textsOf(
    manager: EntityManager,
    { articleVersionId }: QuestionRecord,
  ): Promise<EvidenceTexts | null> {
    return articleVersionId ? this.articles.getTexts(manager, articleVersionId) : null;
  }
}

/** A person decides, but a question whose key names no option or whose quote is not in the article stays out. */
function refuseFlawed({ content }: QuestionRecord, article: string | null): void {
  const flaws = checkQuestion(content, article ?? undefined);
  if (flaws.length === 0) return;
  const errors = flaws.map(({ code, pointer, detail }) => ({ code, detail, pointer: `/question${pointer}` }));
  throw new Problem('invalid-transition', { detail: '题目有错误，不能发布。', errors });
}
