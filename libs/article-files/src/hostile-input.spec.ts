import { describe, expect, it, vi } from 'vitest';
import { paragraph, run, wordFile } from '../testing/word-file.js';
import { isRefusal, readArticleFile, readArticleText, type ArticleFormat } from './index.js';

// Each takes under a second; what blows up would take minutes. The limit ends those, it is no measure.
vi.setConfig({ testTimeout: 60_000 });

const many = (part: string, times: number) => part.repeat(times);
const numbered = (times: number, line: (n: number) => string) =>
  Array.from({ length: times }, (_, n) => line(n)).join('');

const CASES: readonly [string, ArticleFormat | undefined, string][] = [
  ['1 MB of spaces', undefined, many(' ', 1e6)],
  ['1 MB of spaces as Markdown', 'markdown', many(' ', 1e6)],
  ['1 MB of spaces as HTML', 'html', many(' ', 1e6)],
  ['1 MB of brackets', undefined, many('(', 1e6)],
  ['1 MB in one line', undefined, many('青', 1e6)],
  ['10,000 emoji', undefined, many('👩‍🏭', 1e4)],
  ['100,000 unclosed tags', 'html', many('<div>', 1e5)],
  ['1,000,000 unclosed tags', 'html', many('<div>', 1e6)],
  ['100,000 unclosed tags and as many strange ends', 'html', many('<div>', 1e5) + many('</b>', 1e5)],
  [
    'unclosed tags around tables and strange ends',
    'html',
    many('<b>', 1e5) + '<table><td>' + many('<i></b>', 1e5),
  ],
  ['100,000 unclosed hidden elements', 'html', many('<p hidden>青', 1e5)],
  ['10,000 nested lists', 'html', many('<ul><li>青', 1e4)],
  ['10,000 nested quotes', 'html', many('<blockquote>青', 1e4)],
  ['10,000 nested tables', 'html', many('<table><tr><td>青', 1e4)],
  ['100,000 unclosed raised characters', 'html', many('<sup>1', 1e5)],
  ['100,000 unclosed <pre>', 'html', many('<pre>青', 1e5)],
  ['100,000 svg titles', 'html', many('<svg><title>', 1e5)],
  ['a page with 10 MB of picture', 'html', `<p>青<img src="data:image/png;base64,${many('A', 1e7)}">岛</p>`],
  ['a page with one huge tag', 'html', `<a ${many('a=b ', 3e5)}`],
  ['1,000,000 ampersands', 'html', many('&', 1e6)],
  ['1,000,000 entities', 'html', many('&amp;', 1e6)],
  ['an entity of 1,000,000 digits', 'html', `&#x${many('1', 1e6)};`],
  [
    'spans that multiply',
    'html',
    `<table>${many('<tr>' + many('<td colspan=9999 rowspan=65000>青', 20), 3000)}`,
  ],
  ['100,000 open comments', 'html', many('<!--', 1e5)],
  ['Markdown with 10 MB of picture', 'markdown', `青 ![](data:image/png;base64,${many('A', 1e7)}) 岛`],
  ['10,000 nested Markdown quotes', 'markdown', `${many('> ', 1e4)}青`],
  ['10,000 nested Markdown lists', 'markdown', `${many('- ', 1e4)}青`],
  ['nested Markdown lists by indent', 'markdown', numbered(1000, (n) => `${many(' ', 2 * n)}- 青\n`)],
  ['300,000 open brackets', 'markdown', many('[', 3e5)],
  ['open emphasis', 'markdown', many('**a', 1e5)],
  ['open emphasis in many paragraphs', 'markdown', many(`${many('**a', 400)}\n\n`, 100)],
  ['open links', 'markdown', many('[a](', 1e5)],
  ['open code of all lengths', 'markdown', numbered(900, (n) => `${many('`', n)} `)],
  ['many paragraphs of open code', 'markdown', many(`${numbered(50, (n) => `${many('`', n)} `)}\n\n`, 30)],
  ['backslashes', 'markdown', many('\\', 3e5)],
  ['angle brackets', 'markdown', many('<a ', 1e5)],
  ['100,000 list items', 'markdown', many('- 青\n', 1e5)],
  ['as many list items as are read', 'markdown', many('- 青\n', 9_900)],
  ['quotes as deep as are read', 'markdown', many(`${many('>', 60)}青\n\n`, 190)],
  ['a table of 5,000 columns', 'markdown', `${many('|a', 5000)}\n${many('|-', 5000)}\n${many('|b', 5000)}`],
  ['a long table', 'markdown', `|a|b|\n|-|-|\n${many('|青岛|2|\n', 9_000)}`],
  ['10 MB of spaces', 'html', many(' ', 1e7)],
  ['10 MB of line ends', undefined, many('\n', 1e7)],
  ['10 MB of Han', 'html', many('青', 1e7)],
  ['footnotes', 'markdown', many('[^a]: ', 1e4) + many('[^a]', 1e4)],
  ['definitions', 'markdown', many('[a]: b\n', 1e4)],
  ['tildes', 'markdown', many('~~a ', 1e5)],
  ['pieces of HTML', 'markdown', many('青<b>', 1e4)],
  ['guessing among marks', undefined, many('- - - ', 2e5)],
  ['guessing among dashes', undefined, many('-', 1e6)],
  ['guessing among bars', undefined, many('|---', 3e5)],
  ['guessing among stars', undefined, many('**a', 3e5)],
  ['guessing among open comments', undefined, many('<!--', 3e5)],
];

describe('hostile text', () => {
  it.each(CASES)('reads %s without blowing up', (_, format, text) => {
    const article = readArticleText(text, format);
    expect(article.text.length).toBeLessThanOrEqual(text.length * 2 + 1000);
  });
});

/** Words that do not repeat, so that they shrink like an article does. */
function varied(length: number): string {
  let seed = 7;
  const next = () => (seed = (seed * 48271) % 2147483647);
  return Array.from({ length }, () => String.fromCharCode(0x4e00 + (next() % 3000))).join('');
}

describe('hostile Word files', () => {
  it.each([
    [
      '20,000 paragraphs',
      'read',
      Array.from({ length: 20_000 }, () => paragraph(varied(20))).join('') + paragraph(varied(200_000)),
    ],
    [
      'a paragraph of 60,000 runs',
      'read',
      `<w:p>${[...varied(60_000)].map((character) => run(character)).join('')}</w:p>`,
    ],
    ['a paragraph of 1,000,000 characters', 'read', paragraph(varied(1e6))],
    [
      '10,000 nested tables',
      'file-damaged',
      many('<w:tbl><w:tr><w:tc>', 10_000) + paragraph(varied(500)) + many('</w:tc></w:tr></w:tbl>', 10_000),
    ],
    [
      '300 nested tables',
      'read',
      many('<w:tbl><w:tr><w:tc>', 300) + paragraph('青') + many('</w:tc></w:tr></w:tbl>', 300),
    ],
    [
      '300 nested text boxes',
      'read',
      many('<w:p><w:r><w:txbxContent>', 300) + paragraph('青') + many('</w:txbxContent></w:r></w:p>', 300),
    ],
    ['15 MB of one character', 'file-too-large', paragraph(many('青', 5e6))],
  ])('answers %s: %s', async (_, answer, body) => {
    const bytes = wordFile({ body });
    const article = await readArticleFile({ bytes });
    expect(isRefusal(article) ? article.code : 'read').toBe(answer);
  });

  it('does not multiply a long list number by the paragraphs that wear it', async () => {
    const label = varied(500_000);
    const numbering = `<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1${label}"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>`;
    const list = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
    const words = varied(5_000);
    const body = Array.from(words, (character) => paragraph(character, list)).join('');
    const article = await readArticleFile({ bytes: wordFile({ body, numbering }) });
    expect(isRefusal(article) ? article.code : article.text.length).toBeLessThan(5_000 * 60);
  });

  it('reads a document of almost 16 MB, the largest there is, without blowing up', async () => {
    const words = varied(20_000);
    const attributes = Array.from({ length: 50_000 }, (_, n) => ` a${n}=""`).join('');
    const runs = Array.from({ length: 165_000 }, (_, n) =>
      run(words.slice(n % 19_000, (n % 19_000) + 3), '<w:b/><w:sz w:val="28"/>'),
    );
    const bytes = wordFile({ body: `<w:p${attributes}>${runs.join('')}</w:p>` });
    const article = await readArticleFile({ bytes });
    expect(isRefusal(article) ? article.code : article.format).toBe('docx');
  });
});
