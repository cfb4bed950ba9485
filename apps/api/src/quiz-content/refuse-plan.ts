import type { InputFlaw } from '../problems/problem.js';
import type { NewQuizSection, NewQuizSlot } from './quiz-slots.dto.js';

const MOST_SLOTS = 200;

interface PlanShape {
  readonly opensAt?: string | undefined;
  readonly closesAt?: string | undefined;
  readonly sections?: readonly NewQuizSection[] | undefined;
  readonly slots: readonly NewQuizSlot[];
}

/** What the fields of a plan, each right on its own, say against each other. */
export function refusePlan({ opensAt, closesAt, sections, slots }: PlanShape): InputFlaw[] {
  const flaws: InputFlaw[] = [];
  const flaw = (pointer: string, code: string, detail: string) => flaws.push({ pointer, code, detail });
  if (opensAt && closesAt && Date.parse(opensAt) >= Date.parse(closesAt)) {
    flaw('/closesAt', 'too-early', '结束时间要晚于开始时间。');
  }
  slots.forEach(({ questionId, draw, count, section }, index) => {
    const at = `/slots/${index}`;
    if ((questionId === undefined) === (draw === undefined)) {
      flaw(at, 'one-of', 'questionId 和 draw 要给一个，也只能给一个。');
    }
    if (!draw && count !== undefined) flaw(`${at}/count`, 'not-allowed', '固定的题目不用 count。');
    if (draw?.difficultyFrom && draw.difficultyTo && draw.difficultyFrom > draw.difficultyTo) {
      flaw(`${at}/draw/difficultyTo`, 'too-small', '难度的上限小于下限。');
    }
    if ((section ?? 1) > Math.max(1, sections?.length ?? 0)) {
      flaw(`${at}/section`, 'not-found', `没有第 ${section} 个大题。`);
    }
  });
  const total = slots.reduce((sum, { draw, count }) => sum + (draw ? (count ?? 1) : 1), 0);
  if (total > MOST_SLOTS) flaw('/slots', 'too-many', `一份测验最多 ${MOST_SLOTS} 题，这里有 ${total} 题。`);
  return flaws;
}
