import type { Question } from '#question';
import type { FiledQuestion } from '../src/question-set.js';

/** Says in one text all that GIFT and spreadsheets take for a command. */
export const NASTY = '=cmd|\' /C calc\'!A0 {a~b} # 50%: x\\n C:\\new -> 见 //注 [html] *"引"';

const evidence = [
  { quote: '滨海港建于1990年。', start: 0, end: 11 },
  { quote: '东、西、南\n三座码头', start: 14, end: 24 },
];
const base = { explanation: `讲解：${NASTY}`, evidence };
const textsOf = (...texts: string[]) =>
  texts.map((text, index) => ({ id: String.fromCharCode(97 + index), text }));

export const single: Question = {
  ...base,
  type: 'single',
  stem: `下面哪个是年份？${NASTY}`,
  options: textsOf('=1+1', '1990年', NASTY, '%50%的人', '[html]<b>'),
  key: 'c',
  factKind: 'date',
};
export const multi: Question = {
  ...base,
  type: 'multi',
  stem: '哪些是码头？',
  options: textsOf('东码头', '@西码头', '-南码头', '+北码头'),
  key: ['a', 'b', 'd'],
};
export const truth: Question = { ...base, type: 'tf', stem: '滨海港建于1990年：属实。', key: true };
export const falsehood: Question = {
  ...base,
  type: 'tf',
  stem: '滨海港建于1991年。',
  key: false,
  correction: '滨海港建于1990年。',
};
export const fill: Question = {
  ...base,
  type: 'fill',
  stem: '滨海港建于____。',
  key: [['1990年', '一九九〇年', '5*5={25}']],
};
export const blanks: Question = {
  ...base,
  type: 'fill',
  stem: '____建于____。',
  key: [
    ['滨海港', '滨海|港'],
    ['1990年', '一九九〇年', '90;年'],
  ],
};
export const order: Question = {
  ...base,
  type: 'order',
  stem: '请按时间先后排列。',
  options: textsOf('通航', '立项', '开工 -> 一期'),
  key: ['b', 'c', 'a'],
};
export const match: Question = {
  ...base,
  type: 'match',
  stem: '请配对。',
  lefts: [
    { id: 'l1', text: '东 -> 港' },
    { id: 'l2', text: '西=港' },
  ],
  rights: [
    { id: 'r1', text: '日落' },
    { id: 'r2', text: '日出' },
    { id: 'r3', text: '正午' },
  ],
  key: [
    { left: 'l1', right: 'r2' },
    { left: 'l2', right: 'r1' },
  ],
};

export const questions: readonly FiledQuestion[] = [
  single,
  multi,
  truth,
  falsehood,
  fill,
  blanks,
  order,
  match,
].map((question, index) => ({ id: `Q${index + 1}`, question, difficulty: index / 7 }));
