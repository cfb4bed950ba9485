import type { EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { AuditEventRow } from '../entities/audit-event.js';
import { QuestionRow, QuestionVersionRow } from '../entities/question.js';
import { QuestionChangeRow, type QuoteChange } from '../entities/version-changes.js';
import type { OpenComparison, StandingQuestion } from './open-comparison.js';
import { reasonFor, reasonForReturn } from './reasons.js';
import type { StatementChange } from './statements.js';
import { judgeQuestion, quoteChanges, type Verdict } from './verdict.js';

export interface ComparedQuestion {
  readonly question: StandingQuestion;
  readonly ofQuestion: StatementChange | null;
  readonly ofFact: StatementChange | null;
  readonly carriedFactId: string | null;
}

/** Takes a question along to the new text, or sends it back to a person; notes which. */
export async function settleQuestion(
  manager: EntityManager,
  open: OpenComparison,
  { question, ofQuestion, ofFact, carriedFactId }: ComparedQuestion,
  now: Date,
): Promise<void> {
  const verdict = judgeQuestion(question, ofQuestion, ofFact);
  const reopened = verdict.stale && (await reopen(manager, open, question, verdict, now));
  if (!verdict.stale) await takeAlong(manager, open, question, verdict, carriedFactId, now);
  await manager.insert(QuestionChangeRow, {
    articleVersionId: open.versionId,
    questionId: question.id,
    factId: question.factId,
    state: verdict.state,
    quotes: verdict.stale
      ? [...verdict.quotes]
      : ofQuestion
        ? quoteChanges(question.content.evidence, ofQuestion)
        : [],
    reopened,
    createdAt: now,
  });
}

/** Once for each change: who published it again has seen these words. */
async function reopen(
  manager: EntityManager,
  { number, actorId }: OpenComparison,
  { id, status, said }: StandingQuestion,
  { state, quotes }: Verdict & { stale: true },
  now: Date,
): Promise<boolean> {
  if (status === 'retired') return false;
  if (said?.state === state && sameWords(said.quotes, quotes)) return false;
  const statusReason = reasonFor(number, state, quotes);
  if (status !== 'published') {
    await manager.update(QuestionRow, id, { statusReason });
    return false;
  }
  await manager.update(QuestionRow, id, { status: 'in_review', statusReason });
  await manager.insert(AuditEventRow, {
    id: uuidv7(),
    actorId,
    action: 'question.status',
    subjectId: id,
    detail: { from: status, to: 'in_review', reason: statusReason },
    happenedAt: now,
  });
  return true;
}

/** Wording and key are the same, so the status is; new offsets are a new version, because versions never change. */
async function takeAlong(
  manager: EntityManager,
  { versionId, number }: OpenComparison,
  question: StandingQuestion,
  { evidence }: Verdict & { stale: false },
  carriedFactId: string | null,
  now: Date,
): Promise<void> {
  const { id, fingerprint, content, difficulty, origin, provenance } = question;
  // Written anew from the new text in the meantime: that one stands there already.
  if (await manager.existsBy(QuestionRow, { articleVersionId: versionId, fingerprint })) return;
  const hasMoved = JSON.stringify(evidence) !== JSON.stringify(content.evidence);
  const latestVersion = question.latestVersion + (hasMoved ? 1 : 0);
  if (hasMoved) {
    await manager.insert(QuestionVersionRow, {
      id: uuidv7(),
      questionId: id,
      number: latestVersion,
      type: content.type,
      content: { ...content, evidence: [...evidence] },
      articleVersionId: versionId,
      difficulty,
      origin,
      edit: 'explanation',
      editNote: `文章有了第 ${number} 版，依据换了位置。`,
      provenance,
      createdAt: now,
    });
  }
  const wasStale = question.said?.state === 'changed' || question.said?.state === 'gone';
  const waits = question.status === 'draft' || question.status === 'in_review';
  await manager.update(QuestionRow, id, {
    latestVersion,
    articleVersionId: versionId,
    factId: carriedFactId ?? question.factId,
    ...(wasStale && waits && { statusReason: reasonForReturn(number) }),
  });
}

function sameWords(one: readonly QuoteChange[], other: readonly QuoteChange[]): boolean {
  return one.length === other.length && one.every(({ after }, index) => after === other[index]?.after);
}
