import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeXml, wordFile } from '../testing/word-file.js';
import { isRefusal, originOf, readArticleFile, readArticleText, type ReadArticle } from './index.js';

type Block =
  | { kind: 'paragraph' | 'heading' | 'bullet' | 'number'; text: string }
  | { kind: 'table'; rows: [string, string][] };

const ALPHABET = [...'青岛工业互联网𠮷野，。：“”（）2020ABcd&<>*_`[]|#~+-.!\\'];
const word = fc
  .array(fc.constantFrom(...ALPHABET), { minLength: 1, maxLength: 12 })
  .map((all) => all.join(''));
const words = fc.array(word, { minLength: 1, maxLength: 4 }).map((all) => all.join(' '));
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constantFrom('paragraph', 'heading', 'bullet', 'number'), text: words }),
  fc.record({
    kind: fc.constant('table' as const),
    rows: fc.array(fc.tuple(words, words), { minLength: 2, maxLength: 4 }),
  }),
);
const blocks = fc.array(block, { minLength: 1, maxLength: 8 }).map((all) => all.filter(standsApart));

/** Two lists of one kind in a row are one list to Markdown, and two tables one table. */
function standsApart({ kind }: Block, index: number, all: Block[]): boolean {
  return index === 0 || all[index - 1]?.kind !== kind || kind === 'paragraph' || kind === 'heading';
}

function expected(document: readonly Block[]): string {
  const line = (entry: Block) => {
    if (entry.kind === 'table') {
      return entry.rows
        .map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`)
        .join('\n');
    }
    return `${{ paragraph: '', heading: '', bullet: '- ', number: '1. ' }[entry.kind]}${entry.text}`;
  };
  return document.map(line).join('\n');
}

const TAGS = {
  paragraph: ['<p>', '</p>'],
  heading: ['<h2>', '</h2>'],
  bullet: ['<ul><li>', '</ul>'],
  number: ['<ol><li>', '</ol>'],
};

function html(document: readonly Block[]): string {
  const escape = (text: string) =>
    text
      .replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&#60;', '>': '&gt;' })[sign] ?? sign)
      .replace('工业', '<b>工</b>业');
  return document
    .map((entry) => {
      if (entry.kind !== 'table') return TAGS[entry.kind].join(escape(entry.text));
      const rows = entry.rows.map(
        (cells) => `<tr>${cells.map((cell) => `<td>${escape(cell)}</td>`).join('')}`,
      );
      return `<table>${rows.join('\r\n')}</table>`;
    })
    .join('\r\n');
}

function markdown(document: readonly Block[]): string {
  const escape = (text: string) =>
    text
      .replace(/[!-/:-@[-`{-~]/g, (sign) => (sign === '&' ? '&amp;' : `\\${sign}`))
      .replace('工业', '**工**业');
  const marks = { paragraph: '', heading: '## ', bullet: '- ', number: '1. ' };
  return document
    .map((entry) => {
      if (entry.kind !== 'table') return marks[entry.kind] + escape(entry.text);
      const rows = entry.rows.map((cells) => `| ${cells.map(escape).join(' | ')} |`);
      return [rows[0], '|---|---|', ...rows.slice(1)].join('\n');
    })
    .join('\n\n');
}

const NUMBERING = ['bullet', 'decimal']
  .map(
    (format, id) =>
      `<w:abstractNum w:abstractNumId="${id}"><w:lvl w:ilvl="0"><w:numFmt w:val="${format}"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>`,
  )
  .join('');

function docx(document: readonly Block[]): Uint8Array {
  let lists = 0;
  const numbers: string[] = [];
  const runs = (text: string) =>
    [...text]
      .map((character) => `<w:r><w:t xml:space="preserve">${escapeXml(character)}</w:t></w:r>`)
      .join('');
  const paragraph = (text: string, settings = '') => `<w:p><w:pPr>${settings}</w:pPr>${runs(text)}</w:p>`;
  const body = document.map((entry) => {
    if (entry.kind === 'table') {
      const cell = (text: string) => `<w:tc><w:tcPr/>${paragraph(text)}</w:tc>`;
      return `<w:tbl>${entry.rows.map((cells) => `<w:tr>${cells.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`;
    }
    if (entry.kind === 'paragraph') return paragraph(entry.text);
    if (entry.kind === 'heading') return paragraph(entry.text, '<w:pStyle w:val="1"/>');
    lists += 1;
    const type = entry.kind === 'bullet' ? 0 : 1;
    numbers.push(
      `<w:num w:numId="${lists}"><w:abstractNumId w:val="${type}"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`,
    );
    return paragraph(entry.text, `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${lists}"/></w:numPr>`);
  });
  return wordFile({ body: body.join(''), numbering: NUMBERING + numbers.join('') });
}

const DECODED: Readonly<Record<string, string>> = { '&amp;': '&', '&#60;': '<', '&gt;': '>' };

/** Every character is a mark of ours or the one that stands at its origin. */
function strangers({ text, source, origins }: ReadArticle): string[] {
  const found: string[] = [];
  let at = 0;
  for (const character of text) {
    const place = originOf(origins, at, at + character.length);
    at += character.length;
    if (!place) {
      if (!'-1. |\\\n'.includes(character)) found.push(`${character} has no origin`);
      continue;
    }
    const stood = source.slice(place.start, place.end);
    if (stood !== character && DECODED[stood] !== character && !(character === ' ' && /^\s+$/.test(stood))) {
      found.push(`${character} from ${stood}`);
    }
  }
  return found;
}

describe('the way back to the source', () => {
  it.each([
    ['html', (document: Block[]) => readArticleText(html(document), 'html')],
    ['markdown', (document: Block[]) => readArticleText(markdown(document), 'markdown')],
  ] as const)('leads each character of %s to itself', (_, read) => {
    fc.assert(
      fc.property(blocks, (document) => {
        const article = read(document);
        expect(article.text).toBe(expected(document));
        expect(strangers(article)).toEqual([]);
      }),
    );
  });

  it('leads each character of a Word file to itself in the text of its paragraphs', async () => {
    await fc.assert(
      fc.asyncProperty(blocks, async (document) => {
        const article = await readArticleFile({ bytes: docx(document) });
        if (isRefusal(article)) throw new Error(article.detail);
        expect(article.text).toBe(expected(document));
        expect(strangers(article)).toEqual([]);
      }),
    );
  });

  it('leads each character of a plain text to itself whatever its line ends', () => {
    const lines = fc.array(fc.tuple(words, fc.constantFrom('\n', '\r\n', '\r', '\u2028')));
    fc.assert(
      fc.property(lines, (all) => {
        const article = readArticleText(all.flat().join(''), 'text');
        expect(article.text).toBe(all.map(([line]) => `${line}\n`).join(''));
        for (const [index, character] of article.text.split('').entries()) {
          const place = originOf(article.origins, index, index + 1);
          const stood = place && article.source.slice(place.start, place.end);
          expect(character === '\n' ? /^(?:\r\n|[\n\r\u2028])$/.test(stood ?? '') : stood === character).toBe(
            true,
          );
        }
      }),
    );
  });

  it.each([
    ['a quote over an entity', '<p>A&amp;B 公司</p>', 'A&B', 'A&amp;B'],
    ['a quote over a tag', '<p>青<b>岛市</b>南</p>', '岛市南', '岛市</b>南'],
    ['a quote over a folded line break', '<p>青岛\n  市南</p>', '岛市', '岛\n  市'],
    ['a quote that begins with a mark', '<ul><li>青岛</ul>', '- 青', '青'],
    ['a repeated cell', '<table><tr><td rowspan=2>甲<td>1<tr><td>2</table>', '甲 | 2', null],
  ])('finds %s', (_, page, quote, stood) => {
    const { text, source, origins } = readArticleText(page, 'html');
    const start = text.indexOf(quote);
    const place = originOf(origins, start, start + quote.length);
    expect(start).toBeGreaterThanOrEqual(0);
    expect(place && source.slice(place.start, place.end)).toBe(stood ?? '甲<td>1<tr><td>2');
  });

  it.each([
    ['nothing but marks', 0, 2],
    ['an empty stretch', 3, 3],
    ['a stretch behind the end', 90, 99],
    ['a stretch turned round', 4, 2],
  ])('knows no origin of %s', (_, start, end) => {
    const { origins } = readArticleText('<ul><li>青岛</ul><p>市南</p>', 'html');
    expect(originOf(origins, start, end)).toBeNull();
  });
});
