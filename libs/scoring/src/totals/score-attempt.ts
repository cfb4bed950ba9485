import type { Question, Response } from '#question';
import { markByPerson } from '../marking/mark-by-person.js';
import { markResponse } from '../marking/mark-response.js';
import { ruleText, type Marked, type MarkingRule } from '../marking/marked.js';
import { markingPolicy, type MarkingPolicy } from '../marking/marking-policy.js';
import { shareOf } from './share.js';
import { slotScore, totalScore } from './total-score.js';

/** What the staff decided about a question for everybody: it does not count, or everybody has it right. */
export type Ruling = 'void' | 'full-marks';

/** Everything that the score of one slot follows from. */
export interface AnsweredSlot {
  /** 1, 2, 3 … as the learner saw it. */
  readonly slot: number;
  readonly points: number;
  /** Of the version that is marked. */
  readonly question: Question;
  readonly response: Response | null;
  /** Where the slot differs from its quiz. */
  readonly policy?: Partial<MarkingPolicy> | null;
  /** A person's mark 0..1; it stands over the automatic one. */
  readonly personFraction?: number | null;
  /** Stands over everything else. */
  readonly ruling?: Ruling | null;
}

export interface SlotScore {
  readonly slot: number;
  /** What the slot is worth; 0 when it is void. */
  readonly points: number;
  /** 0..1; null while it waits for marking. */
  readonly fraction: number | null;
  /** fraction × points, rounded half up to a thousandth; null while it waits for marking. */
  readonly score: number | null;
  readonly rule: MarkingRule;
}

export interface AttemptScore {
  readonly slots: readonly SlotScore[];
  /** The exact sum, rounded once: see `totalScore`. */
  readonly score: number;
  readonly maxScore: number;
  /** Points of slots that wait for marking; the score may still grow by as much. */
  readonly openPoints: number;
}

/** Scores an attempt from its responses and nothing else: the same arguments give the same score for ever. */
export function scoreAttempt(
  slots: readonly AnsweredSlot[],
  quizPolicy: Partial<MarkingPolicy> | null = null,
): AttemptScore {
  const scored = slots.map((slot): SlotScore => {
    const { fraction, rule } = markSlot(slot, quizPolicy);
    const points = slot.ruling === 'void' ? 0 : slot.points;
    return { slot: slot.slot, points, fraction, score: slotScore({ fraction, points }), rule };
  });
  return { slots: scored, ...totalsOf(scored) };
}

/** Score, maximum and open points of marked slots. */
export function totalsOf(
  slots: readonly Pick<SlotScore, 'fraction' | 'points'>[],
): Omit<AttemptScore, 'slots'> {
  return {
    score: totalScore(slots),
    maxScore: totalScore(slots.map(({ points }) => ({ fraction: 1, points }))),
    openPoints: totalScore(
      slots.filter(({ fraction }) => fraction === null).map(({ points }) => ({ fraction: 1, points })),
    ),
  };
}

function markSlot(slot: AnsweredSlot, quizPolicy: Partial<MarkingPolicy> | null): Marked {
  if (slot.ruling === 'void') return { fraction: 0, rule: 'void' };
  if (slot.ruling === 'full-marks') return { fraction: 1, rule: 'full-marks' };
  if (slot.personFraction != null) return markByPerson(slot.personFraction);
  return markResponse(slot.question, slot.response, markingPolicy(quizPolicy, slot.policy));
}

/** How a score came about, one Chinese sentence a slot and one for the sum. */
export function explainScore({ slots, score, maxScore, openPoints }: AttemptScore): string[] {
  const open = openPoints > 0 ? `，另有 ${openPoints} 分等待评分` : '';
  return [
    ...slots.map(explainSlot),
    `合计 ${score} / ${maxScore} 分（各题按精确值相加，最后四舍五入到 0.001 分）${open}。`,
  ];
}

function explainSlot({ slot, points, fraction, score, rule }: SlotScore): string {
  const name = `第 ${slot} 题`;
  if (rule === 'void') return `${name}：${ruleText(rule)}。`;
  if (fraction === null) return `${name}：${points} 分，${ruleText(rule)}。`;
  return `${name}：${points} 分 × ${fractionText(fraction)} = ${score ?? 0} 分（${ruleText(rule)}）。`;
}

/** A share as people write it: 0, 1, 1/3. */
export function fractionText(fraction: number): string {
  const { over, under } = shareOf(fraction);
  return under === 1n ? `${over}` : `${over}/${under}`;
}
