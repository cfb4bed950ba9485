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

  const hostile = [
    'a',
    '1',
    '一',
    '十',
    '的',
    '，',
    '。',
    '、',
    '“',
    '《',
    '（',
    ' ',
    '\n',
    '|',
    '*',
    '<',
    '&',
    '[',
    '年',
    '由',
    '市长',
    '、和',
    '<p>',
    '[a](',
    '表示，',
    '—',
  ];
  it.each(hostile)('reads 100,000 characters of %j in its stride', (piece) => {
    const text = `滨海市2020年新建码头12座。\n${piece.repeat(Math.ceil(100_000 / piece.length))}`;
    const started = performance.now();
    writeQuiz(text, { seed: 1 });
    expect(performance.now() - started).toBeLessThan(8_000);
  });
});

describe('refuseArticle', () => {
  it('takes an ordinary text', () => {
    expect(refuseArticle('滨海市2020年新建码头12座。')).toBeNull();
  });
});
