import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { paragraph, wordFile } from '../../../../libs/article-files/testing/word-file.js';
import { readArticle } from './read-article.js';

const SENTENCE = '2020年，滨海市新建码头12座。';
const page = `<!doctype html><html><body><nav>首页 关于</nav><p>2020年，<b>滨海市</b>新建码头12座。</p></body></html>`;

let folder = '';
let told = '';
const path = (name: string) => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'articles-'));
  vi.spyOn(process.stderr, 'write').mockImplementation((line) => {
    told += String(line);
    return true;
  });
});
beforeEach(() => {
  told = '';
});
afterAll(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

describe('readArticle', () => {
  it.each([
    ['plain text', 'a.txt', SENTENCE],
    ['Markdown', 'a.md', `# 概况\n\n2020年，**滨海市**新建[码头](https://x.cn/)12座。\n`],
    ['HTML', 'a.html', page],
    ['HTML that is called a text', 'b.txt', page],
    ['Word', 'a.docx', wordFile({ body: paragraph(SENTENCE) })],
    ['Word without a name for it', 'word', wordFile({ body: paragraph(SENTENCE) })],
  ])('reads %s', async (_, name, content) => {
    writeFileSync(path(name), content);
    expect((await readArticle(path(name))).text.trim().split('\n').at(-1)).toBe(SENTENCE);
  });

  it('tells on stderr what it left out', async () => {
    writeFileSync(path('links.html'), page);
    await readArticle(path('links.html'));
    expect(told).toMatch(/^读入：去掉了 1 .+。\n$/);
  });

  it.each([
    ['an old Word file', 'old.doc', Buffer.from('d0cf11e0a1b11ae1', 'hex'), /旧式 Word 文件.*另存为/],
    ['a PDF', 'a.pdf', '%PDF-1.7', /PDF 文件/],
    ['a damaged Word file', 'bad.docx', 'PK\u0003\u0004nothing', /docx：.*(?:损坏|压缩包|不是)/],
    ['a text that is called Word', 'text.docx', SENTENCE, /不是 Word 文件/],
    ['a file of 6 MB', 'big.txt', '港'.repeat(2 ** 21), /超过上限 5 MB/],
    ['a page without text', 'empty.html', '<html><body><img src="a.png"></body></html>', /没有可读的正文/],
    ['200,001 characters', 'long.txt', '港'.repeat(200_001), /200001 个字符，超过上限/],
  ])('refuses %s in one sentence that names the file', async (_, name, content, words) => {
    writeFileSync(path(name), content);
    const message = await readArticle(path(name)).then(
      () => 'read',
      (error: unknown) => (error instanceof Error ? error.message : ''),
    );
    expect(message).toMatch(words);
    expect(message).toMatch(/^读不了 [^\n]+。$/);
    expect(message).toContain(path(name));
  });
});
