import type { FillQuestion, MultiQuestion, Question, Response, ShortQuestion, TfQuestion } from '#question';
import { describe, expect, it } from 'vitest';
import { explainScore, scoreAttempt, verifyAttempt, type AnsweredSlot, type StoredScore } from '../index.js';

const about = { explanation: '', evidence: [] };
const tf: TfQuestion = { ...about, type: 'tf', stem: '。', key: true };
const multi: MultiQuestion = {
  ...about,
  type: 'multi',
  stem: '？',
  options: [...'abcd'].map((id) => ({ id, text: id })),
  key: ['a', 'b'],
};
const three: FillQuestion = {
  ...about,
  type: 'fill',
  stem: '____、____、____',
  key: [['甲'], ['乙'], ['丙']],
};
const short: ShortQuestion = { ...about, type: 'short', stem: '简述。', key: { model: '略', rubric: [] } };

const slot = (
  number: number,
  points: number,
  question: Question,
  response: Response | null,
  more: Partial<AnsweredSlot> = {},
): AnsweredSlot => ({ slot: number, points, question, response, ...more });
const yes: Response = { type: 'tf', value: true };
const no: Response = { type: 'tf', value: false };
const onlyA: Response = { type: 'multi', choices: ['a'] };
const oneOfThree: Response = { type: 'fill', texts: ['甲', '', ''] };
const essay: Response = { type: 'short', text: '因为……' };

const sum = (slots: AnsweredSlot[]) => {
  const { score, maxScore, openPoints } = scoreAttempt(slots);
  return { score, maxScore, openPoints };
};

describe('scoring an attempt', () => {
  it.each<[string, AnsweredSlot[], number, number, number]>([
    ['without slots', [], 0, 0, 0],
    ['with one right and one wrong', [slot(1, 2, tf, yes), slot(2, 3, tf, no)], 2, 5, 0],
    ['with nothing given', [slot(1, 2, tf, null)], 0, 2, 0],
    ['with three thirds', [1, 2, 3].map((n) => slot(n, 10, three, oneOfThree)), 10, 30, 0],
    ['with a third alone', [slot(1, 10, three, oneOfThree)], 3.333, 10, 0],
    ['that waits for marking', [slot(1, 2, tf, yes), slot(2, 8, short, essay)], 2, 10, 8],
    ['whose short answer is empty', [slot(1, 8, short, { type: 'short', text: '' })], 0, 8, 0],
    ['marked by a person', [slot(1, 8, short, essay, { personFraction: 0.75 })], 6, 8, 0],
    ['with a person over the machine', [slot(1, 4, tf, no, { personFraction: 0.5 })], 2, 4, 0],
    ['with a person giving nothing', [slot(1, 4, tf, yes, { personFraction: 0 })], 0, 4, 0],
    ['with a void slot', [slot(1, 2, tf, yes), slot(2, 3, tf, yes, { ruling: 'void' })], 2, 2, 0],
    ['with only void slots', [slot(1, 3, tf, yes, { ruling: 'void' })], 0, 0, 0],
    ['with full marks for all', [slot(1, 3, tf, no, { ruling: 'full-marks' })], 3, 3, 0],
    ['with full marks for whoever gave nothing', [slot(1, 3, tf, null, { ruling: 'full-marks' })], 3, 3, 0],
    ['void over a person', [slot(1, 3, short, essay, { ruling: 'void', personFraction: 1 })], 0, 0, 0],
    ['with a policy of its slot', [slot(1, 4, multi, onlyA, { policy: { multi: 'half' } })], 2, 4, 0],
    ['without one', [slot(1, 4, multi, onlyA)], 0, 4, 0],
  ])('%s', (_, slots, score, maxScore, openPoints) => {
    expect(sum(slots)).toEqual({ score, maxScore, openPoints });
  });

  it('takes the policy of the slot, then that of the quiz', () => {
    const slots = [slot(1, 4, multi, onlyA), slot(2, 4, multi, onlyA, { policy: { multi: 'all-correct' } })];
    expect(scoreAttempt(slots, { multi: 'share' }).slots.map(({ score }) => score)).toEqual([2, 0]);
  });

  it('can be explained line by line', () => {
    const slots = [
      slot(1, 10, three, oneOfThree),
      slot(2, 5, tf, yes, { ruling: 'void' }),
      slot(3, 8, short, essay),
    ];
    expect(explainScore(scoreAttempt(slots))).toEqual([
      '第 1 题：10 分 × 1/3 = 3.333 分（部分填空正确）。',
      '第 2 题：本题作废，不计分。',
      '第 3 题：8 分，等待教师评分。',
      '合计 3.333 / 18 分（各题按精确值相加，最后四舍五入到 0.001 分），另有 8 分等待评分。',
    ]);
  });
});

describe('verifying an attempt', () => {
  const slots = [slot(1, 2, tf, yes), slot(2, 3, tf, no), slot(3, 10, three, oneOfThree)];
  const right: StoredScore = {
    slots: [
      { slot: 1, fraction: 1, score: 2 },
      { slot: 2, fraction: 0, score: 0 },
      { slot: 3, fraction: 0.333333, score: 3.333 },
    ],
    score: 5.333,
    maxScore: 15,
  };
  const stored = (change: Partial<StoredScore>): StoredScore => ({ ...right, ...change });
  const withSlot = (index: number, change: Partial<StoredScore['slots'][number]>) =>
    right.slots.map((one, at) => (at === index ? { ...one, ...change } : one));
  const verify = (change: StoredScore) => verifyAttempt(slots, null, change);

  it('is content with what it would compute itself', () => {
    expect(verify(right)).toMatchObject({ equal: true, gaps: [] });
    const computed = scoreAttempt(slots);
    expect(verify(computed)).toMatchObject({ equal: true, computed });
  });

  it.each<[string, StoredScore, [number | null, string][], string]>([
    [
      'another key',
      stored({ slots: withSlot(1, { fraction: 1, score: 3 }), score: 8.333 }),
      [
        [2, 'fraction'],
        [null, 'score'],
      ],
      '合计：记录 8.333 分，重算为 5.333 分，相差 -3 分，差别来自第 2 题。',
    ],
    [
      'a slot score that is not its fraction',
      stored({ slots: withSlot(0, { score: 1 }) }),
      [[1, 'slot-score']],
      '第 1 题：得分率一致，但记录 1 分，应为 2 分。',
    ],
    [
      'a sum that is not the sum',
      stored({ score: 6 }),
      [[null, 'score']],
      '合计：记录 6 分，重算为 5.333 分，相差 -0.667 分，而且与记录的各题得分率相加的结果也不一致。',
    ],
    ['another maximum', stored({ maxScore: 14 }), [[null, 'max-score']], '满分：记录 14 分，应为 15 分。'],
    [
      'a slot that was never marked',
      stored({ slots: withSlot(0, { fraction: null, score: null }), score: 3.333 }),
      [
        [1, 'fraction'],
        [null, 'score'],
      ],
      '第 1 题：记录的得分率是 待评分，重算为 1。',
    ],
    [
      'a slot without a record',
      stored({ slots: right.slots.slice(0, 2), score: 2 }),
      [
        [3, 'slot-missing'],
        [null, 'score'],
      ],
      '第 3 题：没有记录得分，重算为 3.333 分。',
    ],
    [
      'a record without a slot',
      stored({ slots: [...right.slots, { slot: 9, fraction: 0, score: 0 }] }),
      [[9, 'slot-unknown']],
      '第 9 题：有得分记录，但答卷里没有这道题。',
    ],
  ])('names %s', (_, given, gaps, text) => {
    const verified = verify(given);
    expect(verified.equal).toBe(false);
    expect(verified.gaps.map(({ slot: at, code }) => [at, code])).toEqual(gaps);
    expect(verified.gaps.map((gap) => gap.text)).toContain(text);
  });

  it('finds a score that another policy gave', () => {
    const given = [slot(1, 4, multi, onlyA)];
    const half = scoreAttempt(given, { multi: 'half' });
    expect(verifyAttempt(given, { multi: 'half' }, half).equal).toBe(true);
    expect(verifyAttempt(given, { multi: 'all-correct' }, half).gaps[0]).toMatchObject({
      slot: 1,
      code: 'fraction',
      stored: 0.5,
      computed: 0,
    });
  });
});
