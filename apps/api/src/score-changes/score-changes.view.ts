import type { RulingRecord, ScoreCause } from '#database';
import { changeText } from '#scoring';
import type { ScoreChange, SlotRuling } from './score-changes.dto.js';

/** A line of the ledger after the first, which is the closing. */
export interface ScoreChangeRecord {
  readonly cause: Exclude<ScoreCause, 'closed'>;
  readonly slot: number | null;
  readonly reason: string;
  readonly before: number;
  readonly after: number;
  readonly maxBefore: number;
  readonly maxAfter: number;
  readonly passedBefore: boolean | null;
  readonly passedAfter: boolean | null;
  /** ISO 8601. */
  readonly happenedAt: string;
}

/** What follows “第 3 题”. */
const CAUSES: Readonly<Record<ScoreChange['cause'], string>> = {
  regrade: '答案更正',
  void: '作废',
  'full-marks': '全员得满分',
  manual: '由教师评分',
  undo: '的更正已撤销',
};

export function scoreChange(record: ScoreChangeRecord): ScoreChange {
  const { cause, slot, reason, before, after, maxBefore, maxAfter, passedBefore, passedAfter } = record;
  const change = {
    attemptId: '',
    before: { score: before, maxScore: maxBefore, passed: passedBefore },
    after: { score: after, maxScore: maxAfter, passed: passedAfter },
    direction: 'same' as const,
    slots: slot === null ? [] : [{ slot, before: null, after: null }],
  };
  return {
    from: before,
    to: after,
    maxFrom: maxBefore,
    maxTo: maxAfter,
    slot,
    cause,
    reason,
    at: new Date(record.happenedAt).toISOString(),
    text: changeText(change, CAUSES[cause]),
  };
}

export function slotRuling({ kind, reason, appliedAt }: RulingRecord): SlotRuling {
  return { kind, reason, appliedAt: appliedAt && new Date(appliedAt).toISOString() };
}
