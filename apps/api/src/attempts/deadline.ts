export interface TimeRules {
  readonly timeLimitSeconds: number | null;
  readonly closesAt: Date | null;
  readonly graceSeconds: number;
  readonly extraPercent: number;
  readonly extraSeconds: number;
}

export interface Deadline {
  readonly dueAt: Date | null;
  /** Answers that were given before `dueAt` may arrive until then. */
  readonly closesAt: Date | null;
}

/**
 * When an attempt that started at `startedAt` ends: after the time limit, lengthened for this learner, and when the quiz
 * closes, whichever is first. Null: never.
 */
export function deadline(rules: TimeRules, startedAt: Date): Deadline {
  const { timeLimitSeconds, closesAt, graceSeconds, extraPercent, extraSeconds } = rules;
  const ends: number[] = closesAt ? [closesAt.getTime()] : [];
  if (timeLimitSeconds !== null) {
    const seconds = Math.round(timeLimitSeconds * (1 + extraPercent / 100)) + extraSeconds;
    ends.push(startedAt.getTime() + seconds * 1000);
  }
  if (ends.length === 0) return { dueAt: null, closesAt: null };
  const end = Math.min(...ends);
  return { dueAt: new Date(end), closesAt: new Date(end + graceSeconds * 1000) };
}
