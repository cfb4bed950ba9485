import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { speakChinese } from './chinese-usage.js';
import { CommandFailure } from './failure.js';
import { generateCommand } from './generate.js';

const ARTICLE =
  '2020年，滨海市新建码头12座。滨海大学校长周明远介绍，滨海大学培养了近160名学员，开设了58个专业。滨海港集装箱吞吐量达到237万标准箱，增长7.7%。';
let folder = '';
const path = (name: string) => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'generate-'));
  writeFileSync(path('article.txt'), ARTICLE);
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
});
afterAll(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

const generate = (...words: string[]) => speakChinese(generateCommand()).parseAsync(words, { from: 'user' });

describe('quiz generate', () => {
  it('writes the interchange form to a file, and nothing beside it', async () => {
    await generate(path('article.txt'), '--format', 'interchange', '--out', path('quiz.json'));
    const quiz = JSON.parse(readFileSync(path('quiz.json'), 'utf8')) as {
      article: string;
      questions: unknown[];
    };
    expect(quiz.article).toBe(ARTICLE);
    expect(quiz.questions.length).toBeGreaterThanOrEqual(3);
    expect(readdirSync(folder).filter((name) => name.includes('part'))).toEqual([]);
  });

  it('gives the same bytes for the same seed', async () => {
    await generate(path('article.txt'), '--seed', '9', '--out', path('a.txt'));
    await generate(path('article.txt'), '--seed', '9', '--out', path('b.txt'));
    expect(readFileSync(path('a.txt'), 'utf8')).toBe(readFileSync(path('b.txt'), 'utf8'));
    expect(readFileSync(path('a.txt'), 'utf8')).toContain('答案：');
  });

  it('adds other questions about the same facts, and says which belong together', async () => {
    interface Filed {
      readonly id: string;
      readonly stem: string;
      readonly tags?: readonly string[];
    }
    const questionsOf = (name: string) =>
      (JSON.parse(readFileSync(path(name), 'utf8')) as { questions: Filed[] }).questions;
    await generate(path('article.txt'), '--format', 'interchange', '--out', path('one.json'));
    await generate(
      path('article.txt'),
      '--format',
      'interchange',
      '--forms',
      '3',
      '--out',
      path('three.json'),
    );
    const [one, three] = [questionsOf('one.json'), questionsOf('three.json')];
    expect(one.every(({ tags }) => tags === undefined)).toBe(true);
    expect(three.slice(0, one.length).map(({ stem }) => stem)).toEqual(one.map(({ stem }) => stem));
    expect(three.slice(0, one.length).every(({ tags }) => tags?.[0] === '第1套')).toBe(true);
    const facts = new Set(three.slice(0, one.length).map(({ tags }) => tags?.[1]));
    const more = three.slice(one.length);
    expect(more.filter(({ tags }) => facts.has(tags?.[1])).length).toBeGreaterThan(0);
    expect(new Set(three.map(({ tags }) => tags?.join())).size).toBe(three.length);
  });

  it('reads what Windows saved as GB18030', async () => {
    const bytes = Uint8Array.from([
      0xb1, 0xf5, 0xba, 0xa3, 0xca, 0xd0, 0x32, 0x30, 0x32, 0x30, 0xc4, 0xea, 0xd0, 0xc2, 0xbd, 0xa8, 0xc2,
      0xeb, 0xcd, 0xb7, 0x31, 0x32, 0xd7, 0xf9, 0xa1, 0xa3,
    ]);
    writeFileSync(path('gb.txt'), bytes);
    await generate(path('gb.txt'), '--out', path('gb.out'));
    expect(readFileSync(path('gb.out'), 'utf8')).toContain('滨海市');
  });

  it('fails with a valid empty file when the text holds no facts', async () => {
    writeFileSync(path('mood.txt'), '生活就像一条河。有时候急，有时候缓。我们只管往前走就好了。');
    const run = generate(path('mood.txt'), '--format', 'interchange', '--out', path('mood.json'));
    await expect(run).rejects.toThrow('文章里没有找到可以出题的事实。');
    expect(JSON.parse(readFileSync(path('mood.json'), 'utf8'))).toMatchObject({ questions: [] });
  });

  const failures: readonly (readonly [string, string, RegExp])[] = [
    ['an empty file', '', /文件是空的/],
    ['a binary file', 'PK\u0000\u0001', /不是文本文件/],
    ['a text that is too long', '港'.repeat(200_001), /超过上限/],
  ];
  it.each(failures)('refuses %s and writes nothing', async (_name, text, message) => {
    writeFileSync(path('bad.txt'), text);
    await expect(generate(path('bad.txt'), '--out', path('bad.out'))).rejects.toThrow(message);
    expect(readdirSync(folder)).not.toContain('bad.out');
  });

  it.each([
    ['a file that is not there', [path0('none.txt')], /没有这个文件/],
    ['a folder', [path0('')], /这是一个文件夹/],
  ])('says why it cannot read %s', async (_name, words, message) => {
    await expect(generate(...words.map((word) => word.replace('@', folder)))).rejects.toThrow(message);
  });

  it('says why it cannot write, and fails with 1', async () => {
    const run = generate(path('article.txt'), '--out', path('no/such/folder/quiz.txt'));
    await expect(run).rejects.toMatchObject(
      new CommandFailure(`写不了文件 ${path('no/such/folder/quiz.txt')}：文件夹不存在。`),
    );
  });

  it.each([
    ['--types', 'single,essay'],
    ['--seed', 'x'],
    ['--count', '0'],
    ['--forms', '5'],
    ['--format', 'pdf'],
    ['--nonsense'],
  ])('takes %s %s as wrong usage', async (...words) => {
    await expect(generate(path('article.txt'), ...words)).rejects.toMatchObject({ name: 'CommanderError' });
  });
});

function path0(name: string): string {
  return `@/${name}`;
}
