import { BLANK, checkQuestion, type Question } from '#question';
import fc from 'fast-check';
import type { FiledQuestion } from '../src/question-set.js';

/** Pieces that some format takes for a command, a division or a label. */
const PIECES = [
  ...'\\~=#{}:%[]()*->|;,/.、；，：｜（）"\'`_&<>@+!?$^ \t',
  ...'中文题目青岛ａｂＣ１２aB19√×对错',
  '\n',
  '\n\n',
  '=1+1',
  '＝1',
  '-5',
  '@x',
  '->',
  '####',
  '::',
  '//',
  '\\n',
  '%50%',
  '[html]',
  '<b>粗</b>',
  '<p>',
  '&amp;',
  '&#65;',
  ']]>',
  '<![CDATA[',
  '_x0041_',
  '👩‍🏭',
  '𠮷',
  '\nA. ',
  ' B. ',
  '\n答案：B',
  '\n解析：',
  '\n改正：',
  '\n依据：',
  '\n\\改正：',
  '\n评分点：x（2）',
  '\n误差：±1',
  '\n顺序：不限',
  '\n参考答案：',
  '\n1) ',
  '\n1. 【单选题】',
  '\n| ',
  '（2）',
  '1-B',
  ' / ',
  '/',
  '\\;',
  '\\|',
  '{1:SHORTANSWER:=x}',
  'TRUE',
  '__proto__',
];

const text = (most = 8) =>
  fc
    .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: most })
    .map((pieces) => pieces.join(''))
    .filter((each) => each.trim() !== '');

/** As formats may flatten blanks, no two texts of a question differ in these only. */
const flat = (each: string) => each.replaceAll('->', '→').replace(/\s+/g, ' ').trim();
const texts = (least: number, most: number) =>
  fc.uniqueArray(text(5), { minLength: least, maxLength: most, selector: flat });
const optionsOf = (all: readonly string[]) => all.map((each, index) => ({ id: `o${index}`, text: each }));
const words = fc.record({ stem: text(), explanation: fc.oneof(fc.constant(''), text()) });
const base = { evidence: [] };

const single = fc.tuple(words, texts(2, 6), fc.nat()).map(([said, all, at]): Question => {
  const options = optionsOf(all);
  return { type: 'single', ...said, ...base, options, key: options[at % options.length]?.id ?? '' };
});

const multi = fc.tuple(words, texts(3, 7), fc.nat()).map(([said, all, seed]): Question => {
  const options = optionsOf(all);
  const count = 2 + (seed % (options.length - 2));
  return { type: 'multi', ...said, ...base, options, key: options.slice(0, count).map(({ id }) => id) };
});

const tf = fc.tuple(words, fc.boolean(), text()).map(([said, key, correction]): Question => ({
  type: 'tf',
  ...said,
  ...base,
  key,
  ...(!key && { correction }),
}));

const decimal = fc
  .tuple(fc.integer({ min: -999, max: 999 }), fc.nat(9))
  .map(([whole, part]) => `${whole}.${part}`);
const tolerance = fc.record({
  kind: fc.constantFrom('absolute' as const, 'relative' as const),
  amount: fc.constantFrom('0.05', '1', '0.5', '12.25'),
  unit: fc.constantFrom('米', 'km/h', '℃'),
});

const fill = fc
  .tuple(words, fc.array(texts(1, 3), { minLength: 1, maxLength: 4 }), text(4), fc.boolean())
  .map(([said, key, between, anyOrder]): Question => {
    const plain = (each: string) => each.replaceAll('_', '-');
    const stem = key.reduce((joined) => `${joined}${BLANK}${plain(between)}`, plain(said.stem));
    return { type: 'fill', ...said, ...base, stem, key, ...(anyOrder && key.length > 1 && { anyOrder }) };
  });

const number = fc
  .tuple(words, fc.array(fc.tuple(decimal, fc.option(tolerance)), { minLength: 1, maxLength: 3 }))
  .map(([said, blanks]): Question => {
    const stem = blanks.reduce((joined) => `${joined}${BLANK}`, said.stem.replaceAll('_', '-'));
    return {
      type: 'fill',
      ...said,
      ...base,
      stem,
      key: blanks.map(([form]) => [form]),
      ...(blanks.some(([, each]) => each) && { tolerances: blanks.map(([, each]) => each) }),
    };
  });

const order = fc.tuple(words, texts(3, 6), fc.nat()).map(([said, all, seed]): Question => {
  const options = optionsOf(all);
  const ids = options.map(({ id }) => id);
  const turned = 1 + (seed % (ids.length - 1));
  return { type: 'order', ...said, ...base, options, key: [...ids.slice(turned), ...ids.slice(0, turned)] };
});

const match = fc.tuple(words, texts(2, 4), texts(4, 6)).map(([said, lefts, rights]): Question => {
  const shown = rights.map((each, index) => ({ id: `r${String.fromCharCode(97 + index)}`, text: each }));
  return {
    type: 'match',
    ...said,
    ...base,
    lefts: lefts.map((each, index) => ({ id: `l${index + 1}`, text: each })),
    rights: shown,
    key: lefts.map((_, index) => ({ left: `l${index + 1}`, right: shown.at(-1 - index)?.id ?? '' })),
  };
});

const short = fc
  .tuple(words, text(), fc.array(text(4), { maxLength: 3 }))
  .map(([said, model, points]): Question => ({
    type: 'short',
    ...said,
    ...base,
    key: {
      model,
      rubric: points.map((each, index) => ({ id: `p${index + 1}`, text: each, share: index + 1 })),
    },
  }));

/** Well-formed questions of every type, full of what files stumble over. */
export const hostileQuestion = fc
  .oneof(single, multi, tf, fill, number, order, match, short)
  .filter((question) => checkQuestion(question).length === 0);

const tag = fc.constantFrom('时间', '安全生产', '一、基础', 'C++', "O'Neil", '=1', '50%', 'a]b');

export const hostileFiling = fc
  .record(
    {
      question: hostileQuestion,
      difficulty: fc.constantFrom(0.1, 0.3, 0.5, 0.7, 0.9),
      tags: fc.uniqueArray(tag, { maxLength: 3 }),
      points: fc.constantFrom(1, 2, 2.5, 10),
      courseTitle: fc.constantFrom('工业互联网', '=课程', '一: "二"'),
      externalId: fc.constantFrom('Q-1', '0012', '12345678901234567', '-3'),
    },
    { requiredKeys: ['question', 'difficulty', 'tags'] },
  )
  .map((filed): FiledQuestion => ({ id: 'Q1', ...filed }));
