import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { originsOf, type OffsetMap } from '#article-files';
import { standsIn, type Fact } from '#question';
import { speakChinese } from '../chinese-usage.js';
import { factsCommand } from './facts-command.js';

const ARTICLE = `滨海港的四十年

滨海大学校长周明远介绍，滨海大学去年培养了近180名学员，开设了五十八个专业。

2020年，滨海市新建码头12座。`;

let folder = '';
const path = (name: string) => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'facts-'));
  writeFileSync(path('article.txt'), ARTICLE);
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
});
afterAll(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

const facts = (...words: string[]) => speakChinese(factsCommand()).parseAsync(words, { from: 'user' });

describe('quiz facts', () => {
  it('writes every fact as a record with the words that prove it', async () => {
    await facts(path('article.txt'), '--format', 'json', '--out', path('facts.json'));
    const sheet = JSON.parse(readFileSync(path('facts.json'), 'utf8')) as {
      article: string;
      facts: Fact[];
      notes: unknown[];
      repairs: unknown[];
    };
    expect(sheet.facts.find(({ answer }) => answer === '近180名')).toMatchObject({
      kind: 'quantity',
      subject: '滨海大学',
      statement: expect.stringContaining('培养了近180名学员'),
      importance: expect.any(Number),
    });
    expect(sheet.facts.every(({ evidence }) => standsIn(sheet.article, evidence))).toBe(true);
    expect(sheet).toMatchObject({ notes: expect.any(Array), repairs: expect.any(Array) });
  });

  it('leads each quote back to the words of the file', async () => {
    const page = `<p>${ARTICLE.replaceAll('\n\n', '</p>\n<p>').replace('近180', '近<b>１８０</b>')}</p>`;
    writeFileSync(path('article.html'), page);
    await facts(path('article.html'), '--format', 'json', '--out', path('page.json'));
    const sheet = JSON.parse(readFileSync(path('page.json'), 'utf8')) as {
      source: string;
      origins: OffsetMap;
      facts: Fact[];
    };
    expect(sheet.source).toBe(page);
    const quotes = sheet.facts.flatMap(({ evidence }) => evidence);
    const stood = quotes.map(({ start, end }) =>
      originsOf(sheet.origins, start, end).map((place) => page.slice(place.start, place.end)),
    );
    expect(stood).toContainEqual([
      '滨海大学校长周明远介绍，滨海大学去年培养了近',
      '１８０',
      '名学员，开设了五十八个专业。',
    ]);
    expect(stood.map((words) => words.join('').replace('１８０', '180'))).toEqual(
      quotes.map(({ quote }) => quote),
    );
  });

  it('prints them for people under the sentence they stand in, in reading order', async () => {
    await facts(path('article.txt'), '--out', path('facts.txt'));
    const text = readFileSync(path('facts.txt'), 'utf8');
    expect(text).toMatch(/^共 \d+ 个事实。/);
    expect(text).toContain(
      '第 2 段　“滨海大学校长周明远介绍，滨海大学去年培养了近180名学员，开设了五十八个专业。” [9–',
    );
    expect(text).toMatch(/ {5}答案：近180名\n {5}主体：滨海大学/);
    expect(text).toMatch(/答案：五十八个（也可写作：58个）/);
    expect(text.indexOf('第 3 段')).toBeGreaterThan(text.indexOf('第 2 段'));
  });

  it('says what it did not use, and why', async () => {
    writeFileSync(path('vague.txt'), `${ARTICLE}\n\n它去年新建了30座桥梁。`);
    await facts(path('vague.txt'), '--out', path('vague.out'));
    const text = readFileSync(path('vague.out'), 'utf8');
    expect(text).toMatch(/没有用的（\d+ 处）\n(?:- .+\n(?: {2}原文：.+\n)?)+$/);
    expect(text).toContain('  原文：它去年新建了30座桥梁。');
  });

  it('fails without facts: nothing for people, an empty list for programs', async () => {
    writeFileSync(path('mood.txt'), '生活就像一条河。有时候急，有时候缓。我们只管往前走就好了。');
    const words = '文章里没有找到可以出题的事实。';
    await expect(facts(path('mood.txt'), '--out', path('mood.out'))).rejects.toThrow(words);
    await expect(
      facts(path('mood.txt'), '--format', 'json', '--out', path('mood.json')),
    ).rejects.toMatchObject({ exitCode: 1 });
    expect(readdirSync(folder)).not.toContain('mood.out');
    expect(JSON.parse(readFileSync(path('mood.json'), 'utf8'))).toMatchObject({
      facts: [],
      notes: [{ code: 'no-facts' }],
    });
  });

  it('takes another format as wrong usage', async () => {
    await expect(facts(path('article.txt'), '--format', 'xlsx')).rejects.toMatchObject({
      name: 'CommanderError',
    });
  });
});
