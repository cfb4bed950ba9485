import { readdirSync, readFileSync } from 'node:fs';
import { checkQuestion } from '#question';
import { describe, expect, it } from 'vitest';
import type { WritingProgress } from './draft.js';
import { MAX_ARTICLE_LENGTH, refuseArticle } from './refuse-article.js';
import { writeQuiz } from './write-quiz.js';

const SAMPLES = new URL('../samples/', import.meta.url);
const samples = readdirSync(SAMPLES).filter((name) => /\.(?:txt|md)$/.test(name));
const read = (name: string) => readFileSync(new URL(name, SAMPLES), 'utf8');

describe('writeQuiz', () => {
  it.each(samples)('writes well-formed, grounded questions from %s', (name) => {
    const { article, questions } = writeQuiz(read(name), { seed: 1 });
    for (const { question } of questions) expect(checkQuestion(question, article)).toEqual([]);
    expect(new Set(questions.map(({ question }) => question.stem)).size).toBe(questions.length);
  });

  it('writes the same quiz from the same article and seed, byte for byte', () => {
    const once = JSON.stringify(writeQuiz(read('company-profile.txt'), { seed: 7 }));
    expect(JSON.stringify(writeQuiz(read('company-profile.txt'), { seed: 7 }))).toBe(once);
    expect(JSON.stringify(writeQuiz(read('company-profile.txt'), { seed: 8 }))).not.toBe(once);
  });

  it('keeps to the count and the types asked for', () => {
    const { questions } = writeQuiz(read('work-report.txt'), { seed: 1, count: 4, types: ['single', 'tf'] });
    expect(questions).toHaveLength(4);
    expect(questions.every(({ question }) => ['single', 'tf'].includes(question.type))).toBe(true);
  });

  it('asks little of an opinion piece', () => {
    expect(writeQuiz(read('opinion.txt'), { seed: 1 }).questions.length).toBeLessThanOrEqual(3);
  });

  it('tells how far it is, sentence by sentence', () => {
    const steps: WritingProgress[] = [];
    writeQuiz(read('chronicle.txt'), { seed: 1, onProgress: (progress) => steps.push(progress) });
    const facts = steps.filter(({ stage }) => stage === 'facts');
    expect(facts.length).toBeGreaterThan(5);
    expect(facts.at(-1)).toMatchObject({ done: facts.length, total: facts.length });
  });

  it('counts as kept and dropped only questions, once there are any', () => {
    const steps: WritingProgress[] = [];
    const { questions, notes } = writeQuiz(read('chronicle.txt'), {
      seed: 1,
      onProgress: (progress) => steps.push(progress),
    });
    const judged = steps.findIndex(({ stage }) => stage === 'gate');
    for (const { kept, dropped } of steps.slice(0, judged)) expect([kept, dropped]).toEqual([0, 0]);
    const refused = notes.filter(({ stage }) => stage === 'gate').length;
    expect(steps[judged]?.kept).toBeGreaterThanOrEqual(questions.length);
    expect(steps.at(-1)).toMatchObject({ stage: 'balance', kept: questions.length, dropped: refused });
  });

  const empty: readonly (readonly [string, string, string])[] = [
    ['an empty text', '  \n ', 'article-empty'],
    ['a text that is too long', '港'.repeat(MAX_ARTICLE_LENGTH + 1), 'article-too-long'],
    ['a binary file', 'PK\u0003\u0004\u0000\u0000港口', 'article-binary'],
    [
      'English',
      'The port handled 540 million tonnes of cargo in 2020, up 4.7 percent on the year before.',
      'no-chinese',
    ],
    ['Chinese without a fact', '生活就像一条河。有时候急，有时候缓。我们只管往前走就好了。', 'no-facts'],
  ];
  it.each(empty)('answers %s with no questions and the reason', (_name, text, code) => {
    const { questions, notes } = writeQuiz(text, { seed: 1 });
    expect(questions).toEqual([]);
    expect(notes[0]?.code).toBe(code);
    expect(notes[0]?.detail).toMatch(/[\u4e00-\u9fff].*。$/);
  });

  const hostile =
    'a A 1 7 % 一 十 百 年 的 港 由 市长 一是 ， 。 、 ； ： “ ” 《 》 （ ） 、和 表示， — · . , - _ * # > | < & [ ` \\ " 😀 👨‍👩‍👧 \u0301 <p> [a]( '
      .split(' ')
      .concat(' ', '\u3000', '\n', '\t')
      .filter((piece) => piece !== '');
  it.each(hostile)('reads 100,000 characters of %j, alone and in sentences', (piece) => {
    const alone = piece.repeat(Math.ceil(100_000 / piece.length));
    const sentence = `滨海市新建的港口由东方港务集团公司管理，${'港区的道路连着城区'.repeat(15)}${piece.repeat(Math.ceil(300 / piece.length))}。`;
    for (const text of [alone, sentence.repeat(Math.floor(100_000 / sentence.length))]) {
      expect(writeQuiz(`滨海市2020年新建码头12座。\n${text}`, { seed: 1 }).article).not.toBe('');
    }
  });

  const crowds: readonly (readonly [string, (word: string, at: number) => string])[] = [
    ['organisations', (word, at) => `2020年，青岛${word}机械股份有限公司建成码头${at}座。`],
    ['people', (word, at) => `滨海港务集团总经理王${word.slice(0, 2)}表示，港口新建码头${at}座。`],
    ['quoted terms', (word, at) => `滨海市2020年建成“${word}”平台，服务企业${at}家。`],
    ['lists', (word, at) => `滨海市重点发展${word}、${word}产业、${word}设备等${at}个领域。`],
  ];
  it.each(crowds)('reads an article of nothing but ever new %s', (_name, sentenceOf) => {
    const wordOf = (at: number) =>
      [13, 17, 19]
        .map((step) => '金木水火土日月山川江河湖海天地人和平安宁'.charAt((at * step) % 20))
        .join('') + '东南西北中'.charAt(at % 5);
    const text = Array.from({ length: 1_500 }, (_, at) => sentenceOf(wordOf(at), at + 3)).join('\n');
    expect(writeQuiz(text, { seed: 1 }).questions.length).toBeGreaterThan(0);
  });

  it('writes a whole quiz from 200,000 characters, from all parts of them', () => {
    const rounds = Array.from({ length: 100 }, (_, round) =>
      samples
        .map(read)
        .join('\n\n')
        .replace(/[市县]/g, (unit) => `${'东南西北中'.charAt(round % 5)}${unit}`)
        .replace(/(?<![\d.])\d{1,3}(?![\d.年月日])/g, (figure) => String(Number(figure) + round * 7)),
    );
    const { article, questions } = writeQuiz(rounds.join('\n\n').slice(0, MAX_ARTICLE_LENGTH), { seed: 1 });
    expect(questions.length).toBeGreaterThan(35);
    for (const { question } of questions) expect(checkQuestion(question, article)).toEqual([]);
    const sixths = questions.map(({ question }) =>
      Math.floor((6 * (question.evidence[0]?.start ?? 0)) / article.length),
    );
    expect(new Set(sixths).size).toBe(6);
  });
});

describe('refuseArticle', () => {
  it('takes an ordinary text', () => {
    expect(refuseArticle('滨海市2020年新建码头12座。')).toBeNull();
  });
});
