import type { ShortQuestion } from '#question';
import type { Marked } from './marked.js';

/** What a person gave for one rubric point: shares of it, 0 to all in steps of whole shares or halves of one. */
export interface AwardedPoint {
  readonly id: string;
  readonly shares: number;
}

export interface RubricRefusal {
  readonly code: 'unknown-point' | 'duplicate-point' | 'missing-point' | 'shares-out-of-range' | 'no-rubric';
  /** JSON pointer into the awarded points. */
  readonly pointer: string;
  /** Chinese sentence for people. */
  readonly detail: string;
}

/** A mark that a person gave, 0..1. Throws RangeError outside of it. */
export function markByPerson(fraction: number): Marked {
  if (!(fraction >= 0 && fraction <= 1)) throw new RangeError(`fraction ${fraction}`);
  return { fraction, rule: 'by-person' };
}

/**
 * Marks a short answer by its rubric: awarded shares ÷ all shares. `refuseRubric` must have let the points pass.
 */
export function markByRubric(question: ShortQuestion, awarded: readonly AwardedPoint[]): Marked {
  const all = question.key.rubric.reduce((sum, { share }) => sum + share, 0);
  const given = awarded.reduce((sum, { shares }) => sum + shares, 0);
  return markByPerson(all === 0 ? 0 : Math.min(1, Math.max(0, given / all)));
}

/** Whether every rubric point is judged once, within its share. Returns why not, or null. */
export function refuseRubric(
  question: ShortQuestion,
  awarded: readonly AwardedPoint[],
): RubricRefusal | null {
  const { rubric } = question.key;
  if (rubric.length === 0) {
    return { code: 'no-rubric', pointer: '', detail: '这道题没有评分点，请直接给出得分。' };
  }
  for (const [index, { id, shares }] of awarded.entries()) {
    const point = rubric.find((one) => one.id === id);
    const pointer = `/${index}`;
    if (!point) return { code: 'unknown-point', pointer, detail: `没有编号为 ${id} 的评分点。` };
    if (awarded.findIndex((one) => one.id === id) < index) {
      return { code: 'duplicate-point', pointer, detail: `评分点 ${id} 评了两次。` };
    }
    if (!(shares >= 0 && shares <= point.share) || !Number.isInteger(shares * 2)) {
      const detail = `评分点 ${id} 应给 0 到 ${point.share}，可以是半分。`;
      return { code: 'shares-out-of-range', pointer, detail };
    }
  }
  const missing = rubric.find(({ id }) => !awarded.some((one) => one.id === id));
  return missing ? { code: 'missing-point', pointer: '', detail: `评分点 ${missing.id} 还没有评。` } : null;
}
