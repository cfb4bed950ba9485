import type { CountingAttempt } from '#database';
import { countingScore } from '#scoring';
import { scoreChange } from '../score-changes/score-changes.view.js';
import type { LearnerAttempt, LearnerResult } from './staff-results.dto.js';
import type { LearnerAttemptRecord, LearnerRecord } from './staff-results.store.js';

export function learnerResult(record: LearnerRecord, counting: CountingAttempt): LearnerResult {
  const { learnerId, nickname, attempts, running, passed, lastSubmittedAt, scores } = record;
  const counted = countingScore(counting, scores ?? []);
  return {
    learnerId,
    nickname,
    attempts,
    running,
    score: counted?.score ?? null,
    maxScore: counted?.maxScore ?? null,
    countingAttempts: [...(counted?.attempts ?? [])],
    provisional: counted?.provisional ?? false,
    passed,
    lastSubmittedAt: lastSubmittedAt?.toISOString() ?? null,
  };
}

export function learnerAttempt(record: LearnerAttemptRecord, counting: readonly number[]): LearnerAttempt {
  const { attemptId, number, state, startedAt, submittedAt, closedBy, changes } = record;
  const { score, maxScore, openPoints, passed } = record;
  return {
    attemptId,
    number,
    state,
    counts: counting.includes(number),
    startedAt: startedAt.toISOString(),
    submittedAt: submittedAt?.toISOString() ?? null,
    closedBy,
    score,
    maxScore,
    openPoints,
    passed,
    changes: (changes ?? []).map(scoreChange),
  };
}
