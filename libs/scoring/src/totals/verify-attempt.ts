import type { MarkingPolicy } from '../marking/marking-policy.js';
import { compare } from '../ratio.js';
import {
  fractionText,
  scoreAttempt,
  totalsOf,
  type AnsweredSlot,
  type AttemptScore,
} from './score-attempt.js';
import { shareOf, thousandthsOf } from './share.js';

/** What a table says about an attempt. */
export interface StoredScore {
  readonly slots: readonly {
    readonly slot: number;
    readonly fraction: number | null;
    readonly score: number | null;
  }[];
  readonly score: number;
  readonly maxScore: number;
}

export interface ScoreGap {
  /** Null for the sums. */
  readonly slot: number | null;
  readonly code: 'fraction' | 'slot-score' | 'slot-missing' | 'slot-unknown' | 'score' | 'max-score';
  readonly stored: number | null;
  readonly computed: number | null;
  /** Chinese sentence for people. */
  readonly text: string;
}

export interface Verified {
  /** Whether what is stored is what the responses are worth. */
  readonly equal: boolean;
  /** One line for each difference, slots first; none when equal. */
  readonly gaps: readonly ScoreGap[];
  readonly computed: AttemptScore;
}

/**
 * Scores an attempt again and compares it with what is stored. Fractions are compared as shares (a stored 0.333333 is
 * ⅓), scores in whole thousandths. A rule that has another name by now is no gap: it is worth the same.
 */
export function verifyAttempt(
  slots: readonly AnsweredSlot[],
  quizPolicy: Partial<MarkingPolicy> | null,
  stored: StoredScore,
): Verified {
  const computed = scoreAttempt(slots, quizPolicy);
  const storedSlots = new Map(stored.slots.map((slot) => [slot.slot, slot]));
  const gaps: ScoreGap[] = [];
  for (const { slot, fraction, score } of computed.slots) {
    const was = storedSlots.get(slot);
    storedSlots.delete(slot);
    if (!was) {
      gaps.push(
        gap(slot, 'slot-missing', null, score, `第 ${slot} 题：没有记录得分，重算为 ${said(score)}。`),
      );
    } else if (!sameFraction(was.fraction, fraction)) {
      const text = `第 ${slot} 题：记录的得分率是 ${share(was.fraction)}，重算为 ${share(fraction)}。`;
      gaps.push(gap(slot, 'fraction', was.fraction, fraction, text));
    } else if (!sameScore(was.score, score)) {
      const text = `第 ${slot} 题：得分率一致，但记录 ${said(was.score)}，应为 ${said(score)}。`;
      gaps.push(gap(slot, 'slot-score', was.score, score, text));
    }
  }
  for (const { slot, score } of storedSlots.values()) {
    gaps.push(gap(slot, 'slot-unknown', score, null, `第 ${slot} 题：有得分记录，但答卷里没有这道题。`));
  }
  return { equal: gaps.length + addSums(gaps, stored, computed) === 0, gaps, computed };
}

/** Adds the gaps of the sums; returns how many. */
function addSums(gaps: ScoreGap[], stored: StoredScore, computed: AttemptScore): number {
  const before = gaps.length;
  if (!sameScore(stored.score, computed.score)) {
    const difference = Number(thousandthsOf(computed.score) - thousandthsOf(stored.score)) / 1000;
    const names = gaps.map(({ slot }) => slot).join('、');
    const why = addsUp(stored, computed)
      ? `差别来自第 ${names} 题`
      : '而且与记录的各题得分率相加的结果也不一致';
    const text = `合计：记录 ${stored.score} 分，重算为 ${computed.score} 分，相差 ${difference} 分，${why}。`;
    gaps.push(gap(null, 'score', stored.score, computed.score, text));
  }
  if (!sameScore(stored.maxScore, computed.maxScore)) {
    const text = `满分：记录 ${stored.maxScore} 分，应为 ${computed.maxScore} 分。`;
    gaps.push(gap(null, 'max-score', stored.maxScore, computed.maxScore, text));
  }
  return gaps.length - before;
}

/** Whether the stored sum is at least the sum of the stored slots. */
function addsUp(stored: StoredScore, computed: AttemptScore): boolean {
  const pointsOf = new Map(computed.slots.map(({ slot, points }) => [slot, points]));
  const slots = stored.slots.map(({ slot, fraction }) => ({ fraction, points: pointsOf.get(slot) ?? 0 }));
  return sameScore(totalsOf(slots).score, stored.score);
}

function gap(
  slot: number | null,
  code: ScoreGap['code'],
  stored: number | null,
  computed: number | null,
  text: string,
): ScoreGap {
  return { slot, code, stored, computed, text };
}

export function sameFraction(a: number | null, b: number | null): boolean {
  return a === null || b === null ? a === b : compare(shareOf(a), shareOf(b)) === 0;
}

export function sameScore(a: number | null, b: number | null): boolean {
  return a === null || b === null ? a === b : thousandthsOf(a) === thousandthsOf(b);
}

function share(fraction: number | null): string {
  return fraction === null ? '待评分' : fractionText(fraction);
}

function said(score: number | null): string {
  return score === null ? '待评分' : `${score} 分`;
}
