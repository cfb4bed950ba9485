import type { ShortQuestion } from '#question';
import { describe, expect, it } from 'vitest';
import { markByPerson, markByRubric, markResponse, refuseRubric, type AwardedPoint } from '../index.js';

const question: ShortQuestion = {
  type: 'short',
  stem: '简述平台的三项作用。',
  explanation: '',
  evidence: [],
  key: {
    model: '连接设备，汇集数据，支撑应用。',
    rubric: [
      { id: 'p1', text: '连接设备', share: 2 },
      { id: 'p2', text: '汇集数据', share: 1 },
      { id: 'p3', text: '支撑应用', share: 1 },
    ],
  },
};
const points = (...shares: number[]): AwardedPoint[] =>
  shares.map((share, index) => ({ id: `p${index + 1}`, shares: share }));

describe('a short answer', () => {
  it('waits for a person, whatever it says', () => {
    for (const text of ['连接设备，汇集数据，支撑应用。', '不知道', '。']) {
      expect(markResponse(question, { type: 'short', text })).toEqual({
        fraction: null,
        rule: 'awaits-marking',
      });
    }
  });

  it('is worth nothing, and needs no person, when nothing is written', () => {
    expect(markResponse(question, { type: 'short', text: ' \n' })).toEqual({
      fraction: 0,
      rule: 'none-given',
    });
    expect(markResponse(question, null)).toEqual({ fraction: 0, rule: 'none-given' });
  });

  it.each([
    ['everything', points(2, 1, 1), 1],
    ['nothing', points(0, 0, 0), 0],
    ['the weighty point', points(2, 0, 0), 0.5],
    ['a light point', points(0, 1, 0), 0.25],
    ['half a share', points(0.5, 0, 0), 0.125],
  ])('gets its share of the rubric for %s', (_, awarded, fraction) => {
    expect(refuseRubric(question, awarded)).toBeNull();
    expect(markByRubric(question, awarded)).toEqual({ fraction, rule: 'by-person' });
  });

  it.each<[string, AwardedPoint[], string, string]>([
    ['a point left out', points(2, 1), 'missing-point', ''],
    ['a point judged twice', [...points(2, 1, 1), { id: 'p1', shares: 1 }], 'duplicate-point', '/3'],
    ['a point nobody knows', [...points(2, 1, 1), { id: 'p9', shares: 1 }], 'unknown-point', '/3'],
    ['more than the point is worth', points(3, 1, 1), 'shares-out-of-range', '/0'],
    ['less than nothing', points(2, -1, 1), 'shares-out-of-range', '/1'],
    ['a third of a share', points(2, 1, 1 / 3), 'shares-out-of-range', '/2'],
    ['no number', points(2, Number.NaN, 1), 'shares-out-of-range', '/1'],
  ])('refuses %s', (_, awarded, code, pointer) => {
    expect(refuseRubric(question, awarded)).toMatchObject({ code, pointer });
  });

  it('asks for a plain mark when there is no rubric', () => {
    const open = { ...question, key: { model: '略', rubric: [] } };
    expect(refuseRubric(open, [])?.code).toBe('no-rubric');
    expect(markByPerson(0.85)).toEqual({ fraction: 0.85, rule: 'by-person' });
  });

  it.each([-0.01, 1.01, Number.NaN, Number.POSITIVE_INFINITY])('refuses the mark %s', (fraction) => {
    expect(() => markByPerson(fraction)).toThrow(RangeError);
  });
});
