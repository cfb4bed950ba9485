import { runIn, settleSlot } from '#database';
import { type AwardedPoint, type Marked, markByPerson, markByRubric, refuseRubric } from '#scoring';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import type { StaffIdentity } from '../identity/identity.js';
import { invalidField, Problem } from '../problems/problem.js';
import type { AnswerToMark, MarkingPage, MarkingQuery, NewMark } from './marking.dto.js';
import { type AnswerRecord, MarkingStore } from './marking.store.js';
import { answerToMark } from './marking.view.js';

/** Answers that people mark: they see question, rubric and answer, and never whose it is. */
@Injectable()
export class MarkingService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly store: MarkingStore,
    private readonly audit: AuditService,
  ) {}

  async list(
    staff: StaffIdentity,
    quizId: string,
    { state, questionId, page, pageSize }: MarkingQuery,
  ): Promise<MarkingPage> {
    const { manager } = this.dataSource;
    await this.requireQuiz(manager, staff, quizId);
    const filter = { isMarked: state === 'marked', questionId: questionId ?? null };
    const [items, total] = await Promise.all([
      this.store.findPage(manager, quizId, filter, page, pageSize),
      this.store.count(manager, quizId, filter),
    ]);
    return { items: items.map(answerToMark), page, pageSize, total };
  }

  /** Mark, score and line of the ledger together. The same mark again changes nothing and succeeds. */
  mark(
    staff: StaffIdentity,
    quizId: string,
    attemptId: string,
    slot: number,
    input: NewMark,
    now: Date,
  ): Promise<AnswerToMark> {
    return this.dataSource.transaction(async (manager) => {
      await this.requireQuiz(manager, staff, quizId);
      const held = await this.store.lockAttempt(manager, quizId, attemptId);
      if (held?.state === 'in_progress') throw new Problem('attempt-not-submitted');
      const answer = held && (await this.store.find(manager, quizId, attemptId, slot));
      if (!answer) throw new Problem('not-found', { detail: '没有找到这份作答。' });
      const { fraction } = markOf(answer, input);
      const comment = input.comment?.trim() ?? '';
      const awarded = input.awarded?.map(({ id, shares }): AwardedPoint => ({ id, shares })) ?? null;
      if (fraction === null || isSame(answer, fraction, awarded, comment)) return answerToMark(answer);
      if (answer.fraction !== null && comment === '') {
        throw invalidField('/comment', 'required', '这份作答已经有分，改评请写明理由。');
      }
      const { learnerId } = held;
      const key = { learnerId, attemptId };
      const by = { markedBy: staff.instructorId, markedAt: now };
      await this.store.addMark(manager, { ...key, slot, fraction, awarded, comment, ...by });
      const why = { reason: comment, regradeRunId: null, actorId: staff.instructorId };
      await settleSlot(runIn(manager), key, slot, { cause: 'manual', ...why }, now);
      const detail = { quizId, slot, before: answer.fraction, after: fraction, comment };
      await this.audit.record(manager, staff, { action: 'score.mark', subjectId: attemptId, detail }, now);
      const marked = await this.store.find(manager, quizId, attemptId, slot);
      if (!marked) throw new Error('a marked answer vanished');
      return answerToMark(marked);
    });
  }

  private async requireQuiz(
    manager: EntityManager,
    { partnerId }: StaffIdentity,
    quizId: string,
  ): Promise<void> {
    if (await this.store.hasQuiz(manager, partnerId, quizId)) return;
    throw new Problem('not-found', { detail: '没有找到这个测验。' });
  }
}

/** By the rubric where the question has one, else as a whole. */
function markOf({ content }: AnswerRecord, { awarded, fraction }: NewMark): Marked {
  if (content.type === 'short' && content.key.rubric.length > 0) {
    if (!awarded) throw invalidField('/awarded', 'required', '请按评分点给分。');
    if (fraction != null) throw invalidField('/fraction', 'not-allowed', '按评分点给分时不用另写得分率。');
    const refusal = refuseRubric(content, awarded);
    if (refusal) throw invalidField(`/awarded${refusal.pointer}`, refusal.code, refusal.detail);
    return markByRubric(content, awarded);
  }
  if (awarded) throw invalidField('/awarded', 'no-rubric', '这道题没有评分点，请直接给出得分率。');
  if (fraction == null) throw invalidField('/fraction', 'required', '请给出得分率。');
  return markByPerson(fraction);
}

function isSame(
  answer: AnswerRecord,
  fraction: number,
  awarded: readonly AwardedPoint[] | null,
  comment: string,
): boolean {
  if (answer.comment !== comment) return false;
  const shares = (points: readonly AwardedPoint[] | null) =>
    (points ?? [])
      .map(({ id, shares }) => `${id}=${shares}`)
      .sort()
      .join();
  return answer.personFraction === fraction && shares(answer.awarded) === shares(awarded);
}
