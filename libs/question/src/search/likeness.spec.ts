import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Question } from '../question.js';
import { likeness, NEAR_DUPLICATE, viewsOf } from './likeness.js';
import { bigramsOf, searchText } from './search-text.js';

const single = (stem: string, texts: readonly string[], key = 0): Question => ({
  type: 'single',
  stem,
  options: texts.map((text, index) => ({ id: `o${index}`, text })),
  key: `o${key}`,
  explanation: '',
  evidence: [],
});
const tf = (stem: string): Question => ({ type: 'tf', stem, key: true, explanation: '', evidence: [] });

const stem = '青岛工业互联网学院的首期学员一共有多少人？';
const original = single(stem, ['120人', '150人', '200人', '80人']);

const near: [string, Question, Question][] = [
  ['the same', original, original],
  ['other punctuation and width', original, single('青岛工业互联网学院的首期学员，一共有多少人?', ['１２０人', '150人', '200人', '80人'])], // prettier-ignore
  ['other distractors', original, single(stem, ['120人', '九百人', '一千零一人', '没有说明'])],
  ['another key among the same options', original, single(stem, ['120人', '150人', '200人', '80人'], 2)],
  ['options in another order', original, single(stem, ['80人', '200人', '150人', '120人'], 3)],
  ['one word more', original, single('青岛工业互联网学院的首期学员到底一共有多少人？', ['120人', '150人', '200人', '80人'])], // prettier-ignore
];
const far: [string, Question, Question][] = [
  ['another type', tf('学院的首期学员一共有120人。'), single('学院的首期学员一共有120人。', ['对', '错'])],
  ['a stem that fits everything', single('下列说法正确的是？', ['平台层负责汇聚数据', '感知层负责计算']), single('下列说法正确的是？', ['网络层不需要协议', '应用层面向机器'])], // prettier-ignore
  ['another subject', tf('学院在青岛成立，首期学员120人。'), tf('大会在济南举办，参会企业30家。')],
  ['nothing to compare', tf('？'), tf('！')],
];

describe('likeness', () => {
  it.each(near)('sees a near duplicate: %s', (_name, one, other) => {
    expect(likeness(one, other)).toBeGreaterThanOrEqual(NEAR_DUPLICATE);
  });

  it.each(far)('sees none: %s', (_name, one, other) => {
    expect(likeness(one, other)).toBeLessThan(NEAR_DUPLICATE);
  });

  const texts = fc.array(fc.stringMatching(/^[甲乙丙丁子丑，。 a1]{1,8}$/), { minLength: 2, maxLength: 4 });
  const questions = fc
    .tuple(fc.stringMatching(/^[甲乙丙丁子丑，。 a1]{1,20}$/), texts)
    .map(([s, t]) => single(s, t));

  it('is 1 with itself, the same both ways, and never outside 0..1', () => {
    fc.assert(
      fc.property(questions, questions, (one, other) => {
        const like = likeness(one, other);
        expect(like).toBe(likeness(other, one));
        expect(like >= 0 && like <= 1).toBe(true);
        const pairs = viewsOf(one).some(({ size }) => size > 0);
        expect(likeness(one, one)).toBe(pairs ? 1 : 0);
      }),
    );
  });

  it('compares nothing that the index of the search does not hold', () => {
    fc.assert(
      fc.property(questions, (question) => {
        const indexed = new Set(bigramsOf(searchText(question)));
        for (const view of viewsOf(question)) for (const pair of view) expect(indexed).toContain(pair);
      }),
    );
  });
});
