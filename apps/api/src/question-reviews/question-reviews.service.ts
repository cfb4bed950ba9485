import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import type { StaffIdentity } from '../identity/identity.js';
import type { EvidenceTexts } from '../question-content/staff-evidence.js';
import type { BulkOutcome } from '../question-content/bulk-outcome.dto.js';
import type { QuestionDetail } from '../questions/questions.dto.js';
import { type QuestionRecord, QuestionsService } from '../questions/questions.service.js';
import type { BulkStatusChange, QuestionStatusChange, ReviewPolicy } from './question-reviews.dto.js';
import { QuestionReviewsStore } from './question-reviews.store.js';
import { isProven, refuseStatus, type Reviewer } from './refuse-status.js';

/** How a question comes to learners: a second person accepts it. */
@Injectable()
export class QuestionReviewsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly store: QuestionReviewsStore,
    private readonly questions: QuestionsService,
    private readonly audit: AuditService,
  ) {}

  /** Setting the status a question already has changes nothing and succeeds. */
  setStatus(
    staff: StaffIdentity,
    questionId: string,
    wish: QuestionStatusChange,
    now: Date,
  ): Promise<QuestionDetail> {
    return this.dataSource.transaction(async (manager) => {
      const question = await this.questions.hold(manager, staff, questionId);
      if (question.status !== wish.status) {
        const texts = await this.questions.textsOf(manager, question);
        const refusal = refuseStatus(question, wish, await this.reviewer(manager, staff), textOf(texts));
        if (refusal) throw refusal;
        await this.move(manager, staff, question, wish, textOf(texts), now);
      }
      return this.questions.show(manager, await this.questions.require(manager, staff, question.id));
    });
  }

  setMany(staff: StaffIdentity, { questionIds, ...wish }: BulkStatusChange, now: Date): Promise<BulkOutcome> {
    return this.dataSource.transaction(async (manager) => {
      const ids = questionIds.map((id) => id.toLowerCase());
      const held = await this.questions.holdAll(manager, staff, ids);
      const reviewer = await this.reviewer(manager, staff);
      const texts = new Map<string | null, string | null>();
      const outcome: BulkOutcome = { changed: [], unchanged: [], skipped: [] };
      for (const id of ids) {
        const question = held.find((one) => one.id === id);
        if (!question) {
          outcome.skipped.push({ questionId: id, code: 'not-found', detail: '没有找到这道题。' });
          continue;
        }
        if (question.status === wish.status) {
          outcome.unchanged.push(id);
          continue;
        }
        const { articleVersionId } = question;
        if (!texts.has(articleVersionId)) {
          texts.set(articleVersionId, textOf(await this.questions.textsOf(manager, question)));
        }
        const article = texts.get(articleVersionId) ?? null;
        const refusal = refuseStatus(question, wish, reviewer, article);
        if (refusal) {
          outcome.skipped.push({ questionId: id, code: refusal.code, detail: refusal.detail ?? '' });
          continue;
        }
        await this.move(manager, staff, question, wish, article, now);
        outcome.changed.push(id);
      }
      return outcome;
    });
  }

  async getPolicy(staff: StaffIdentity): Promise<ReviewPolicy> {
    return { singleReview: await this.store.mayReviewAlone(this.dataSource.manager, staff.partnerId) };
  }

  setPolicy(staff: StaffIdentity, { singleReview }: ReviewPolicy, now: Date): Promise<ReviewPolicy> {
    return this.dataSource.transaction(async (manager) => {
      const { partnerId } = staff;
      await this.store.setSingleReview(manager, partnerId, singleReview);
      const detail = { singleReview: String(singleReview) };
      await this.audit.record(
        manager,
        staff,
        { action: 'partner.review', subjectId: partnerId, detail },
        now,
      );
      return { singleReview };
    });
  }

  private async reviewer(
    manager: EntityManager,
    { instructorId, partnerId }: StaffIdentity,
  ): Promise<Reviewer> {
    return { instructorId, singleReview: await this.store.mayReviewAlone(manager, partnerId) };
  }

  private async move(
    manager: EntityManager,
    staff: StaffIdentity,
    { id, status: from, content }: QuestionRecord,
    { status, reason, waiver }: QuestionStatusChange,
    article: string | null,
    now: Date,
  ): Promise<void> {
    const accepted = {
      reviewedBy: staff.instructorId,
      evidenceWaiver: isProven(content, article) ? null : (waiver ?? null),
    };
    await this.questions.change(manager, id, {
      status,
      statusReason: reason ?? null,
      ...(status === 'published' && accepted),
    });
    const waived = status === 'published' ? accepted.evidenceWaiver : null;
    const detail = { from, to: status, reason: reason ?? null, ...(waived !== null && { waiver: waived }) };
    await this.audit.record(manager, staff, { action: 'question.status', subjectId: id, detail }, now);
  }
}

function textOf(texts: EvidenceTexts | null): string | null {
  return texts?.cleanText ?? null;
}
