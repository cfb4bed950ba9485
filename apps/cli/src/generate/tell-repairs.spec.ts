import { readArticleText } from '#article-files';
import { cleanArticle } from '#quiz-writing';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { inSource, tellRepairs } from './tell-repairs.js';

const told: string[] = [];
vi.spyOn(process.stderr, 'write').mockImplementation((line) => told.push(String(line)) > 0);
afterEach(() => told.splice(0));

function tellOf(text: string): string[] {
  const given = readArticleText(text);
  tellRepairs(cleanArticle(given.text).repairs, given);
  return [...told];
}

describe('tellRepairs', () => {
  it('names the lines of what was given', () => {
    expect(tellOf('滨海港开港\r\n\r\n□文/本报记者 张三\r\n\r\n港口昨日启用。')).toEqual([
      '整理：去掉了署名或图片说明。（第 3 行，如“□文/本报记者 张三”）\n',
    ]);
  });

  it('counts what happened often and names the first lines', () => {
    const pages = Array.from(
      { length: 7 },
      (_, index) => `港口第${index + 1}号泊位建成了。\n- ${index + 1} -`,
    );
    expect(tellOf(pages.join('\n'))).toEqual([
      '整理：去掉了页码。（7 处，第 2、4、6、8、10 行等，如“- 1 -”）\n',
    ]);
  });

  it('says nothing of a clean text', () => {
    expect(tellOf('港口昨日启用。')).toEqual([]);
  });
});

describe('inSource', () => {
  it('leads through the marks of a page', () => {
    const page = '<p>港口昨日启用。</p>\n<p>- <b>3</b> -</p>';
    const given = readArticleText(page, 'html');
    const places = cleanArticle(given.text).repairs.flatMap((repair) => inSource(repair, given).places);
    expect(places.map(({ start, end }) => page.slice(start, end))).toEqual(['- <b>3</b> -']);
  });
});
