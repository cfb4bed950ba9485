import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { bytesOf } from '../testing/file-formats.js';
import { letters, rowXml, workbookFile, zipOf, type WorkbookPart } from '../testing/workbook-file.js';
import { MAX_QUESTION_FILE_BYTES, readQuestionFile, type QuestionFileFormat } from './index.js';

// Each takes a second or two; what blows up would take minutes or all memory. Vitest's limit ends those, it is no measure.

const many = (part: string, times: number) => part.repeat(times);
const numbered = (times: number, part: (n: number) => string) =>
  Array.from({ length: times }, (_, n) => part(n)).join('');
const HEADER = rowXml(1, ['题型', '题干', '答案']);
const TRUTH = ['判断', '水会结冰。', '对'];
const sheet = (rows: string, more = {}) => workbookFile([{ name: '题目', rows: HEADER + rows }], more);
const firstCode = async (bytes: Uint8Array, format?: QuestionFileFormat) =>
  (await readQuestionFile(bytes, format ? { format } : {})).errors[0]?.code ?? 'read';

describe('hostile workbooks', () => {
  const part = (name: string, content: string, more: Partial<WorkbookPart> = {}): WorkbookPart => ({
    name,
    content,
    ...more,
  });

  it.each([
    ['60 MB of nothing in a sheet', () => sheet(many(' ', 60e6)), 'file-too-large'],
    [
      '60 MB of shared texts',
      () => sheet(rowXml(2, TRUTH), { strings: [`<t>${many('青', 21e6)}</t>`] }),
      'file-too-large',
    ],
    ['60 MB of styles', () => sheet(rowXml(2, TRUTH), { styles: many('<a/>', 16e6) }), 'file-too-large'],
    ['50,000 rows', () => sheet(numbered(50_000, (n) => rowXml(n + 2, TRUTH))), 'too-many-rows'],
    ['5,001 rows', () => sheet(numbered(5_001, (n) => rowXml(n + 2, TRUTH))), 'too-many-rows'],
    [
      'a long text named by a million cells',
      () =>
        sheet(
          numbered(
            5_000,
            (n) =>
              `<row r="${n + 2}">${numbered(100, (c) => `<c r="${letters(c)}${n + 2}" t="s"><v>0</v></c>`)}</row>`,
          ),
          { strings: [`<t>${many('青岛', 16_000)}</t>`] },
        ),
      'file-too-large',
    ],
    [
      'a long text merged over all rows',
      () =>
        workbookFile(
          [
            {
              name: '题目',
              rows:
                HEADER +
                `<row r="2"><c r="D2" t="s"><v>0</v></c></row>` +
                numbered(4_000, (n) => rowXml(n + 3, TRUTH)),
              behind: '<mergeCells><mergeCell ref="D2:D9999"/></mergeCells>',
            },
          ],
          { strings: [`<t>${many('青岛', 16_000)}</t>`] },
        ),
      'file-too-large',
    ],
    ['a document type', () => sheet(rowXml(2, TRUTH), { workbook: '<!DOCTYPE a>' }), 'file-unsafe'],
    ['broken XML', () => sheet('<row r="2"><c>'), 'file-damaged'],
    ['10,000 nested elements', () => sheet(many('<a>', 10_000) + many('</a>', 10_000)), 'file-damaged'],
    [
      'macros',
      () => sheet(rowXml(2, TRUTH), { extra: [part('xl/vbaProject.bin', 'x')] }),
      'file-unsupported',
    ],
    [
      '3,000 entries',
      () => sheet('', { extra: Array.from({ length: 3_000 }, (_, n) => part(`a${n}`, '')) }),
      'file-too-large',
    ],
    ['the same part twice', () => sheet('', { extra: [part('xl/workbook.xml', '<a/>')] }), 'file-damaged'],
    ['a path out of its folder', () => sheet('', { extra: [part('../../etc/passwd', 'x')] }), 'file-damaged'],
    [
      'a zip in a zip',
      () => zipOf([{ name: 'inner.xlsx', content: sheet(rowXml(2, TRUTH)) }]),
      'file-unsupported',
    ],
    [
      'a Word file',
      () =>
        zipOf([
          part('[Content_Types].xml', '<Types><Override ContentType="x"/></Types>'),
          part('word/document.xml', '<a/>'),
        ]),
      'file-unsupported',
    ],
    ['half a file', () => sheet(rowXml(2, TRUTH)).slice(0, 700), 'file-damaged'],
    ['an empty zip', () => zipOf([]), 'file-unsupported'],
  ])('answers %s', async (_, make, code) => {
    expect(await firstCode(make())).toBe(code);
  });

  it('expands no entity', async () => {
    const bomb = `<!DOCTYPE a [<!ENTITY a "${many('青', 1000)}">${numbered(9, (n) => `<!ENTITY ${'bcdefghij'[n]} "${many(`&${'abcdefghi'[n]};`, 10)}">`)}]><sst><si><t>&j;</t></si></sst>`;
    const bytes = sheet(rowXml(2, TRUTH), { extra: [part('xl/sharedStrings.xml', bomb)] });
    expect(await firstCode(bytes)).toBe('file-unsafe');
  });

  it.each([
    [1, 'file-damaged'],
    [1_000, 'file-damaged'],
    [2 ** 31, 'file-too-large'],
  ])('does not believe a zip that declares %i bytes for a sheet of others', async (declaredSize, code) => {
    const rows = HEADER + numbered(100, (n) => rowXml(n + 2, TRUTH));
    const bytes = zipOf([
      part('[Content_Types].xml', '<Types><Override ContentType="sheet.main+xml"/></Types>'),
      part('_rels/.rels', '<Relationships/>'),
      part(
        'xl/_rels/workbook.xml.rels',
        '<Relationships><Relationship Id="r1" Type="a/worksheet" Target="sheet.xml"/></Relationships>',
      ),
      part('xl/workbook.xml', '<workbook><sheets><sheet name="a" id="r1"/></sheets></workbook>'),
      part('xl/sheet.xml', `<worksheet><sheetData>${rows}</sheetData></worksheet>`, { declaredSize }),
    ]);
    expect(await firstCode(bytes)).toBe(code);
  });

  it('passes over a million columns and says so', async () => {
    const cells = numbered(200_000, (n) => `<c r="${letters(n % 16_384)}2" t="b"><v>1</v></c>`);
    const { rows, errors } = await readQuestionFile(sheet(`<row r="2">${cells}</row>`));
    expect(errors.map(({ code }) => code)).toContain('too-many-columns');
    expect(rows).toHaveLength(1);
  });

  it('reads a sheet whose rows lie far apart and out of order', async () => {
    const { rows, errors } = await readQuestionFile(sheet(rowXml(1_000_000, TRUTH) + rowXml(5, TRUTH)));
    expect(errors).toEqual([]);
    expect(rows.map(({ row }) => row)).toEqual([5, 1_000_000]);
  });

  it('reads 5,000 questions', async () => {
    const { rows, errors } = await readQuestionFile(
      sheet(numbered(5_000, (n) => rowXml(n + 2, ['判断', `第${n}句。`, '对']))),
    );
    expect({ errors, count: rows.length }).toEqual({ errors: [], count: 5_000 });
  });
});

describe('files of another kind', () => {
  it.each([
    ['an old workbook', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], 'file-unsupported'],
    ['a program', [0x4d, 0x5a, 0x90, 0x00, 0x03, 0x00], 'file-unsupported'],
    ['a PDF', [...Buffer.from('%PDF-1.7')], 'file-unsupported'],
    ['a packed file', [0x1f, 0x8b, 0x08, 0x00], 'file-unsupported'],
    ['a picture', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00], 'file-binary'],
    ['bytes without sense', [0xff, 0x80, 0x81, 0xfe, 0x41], 'file-encoding'],
    ['nothing', [], 'file-empty'],
    ['blanks', [0x20, 0x0a, 0x20], 'file-empty'],
  ])('refuses %s, whatever its name', async (_, bytes, code) => {
    const reading = await readQuestionFile(Uint8Array.from(bytes), { fileName: '题目.xlsx' });
    expect(reading).toMatchObject({ rows: [], errors: [{ code }] });
  });

  it('refuses a text that is called a workbook', async () => {
    expect(await firstCode(bytesOf('题型,题干,答案'), 'xlsx')).toBe('file-damaged');
  });

  it('refuses a file beyond 5 MB without looking into it', async () => {
    expect(await firstCode(new Uint8Array(MAX_QUESTION_FILE_BYTES + 1))).toBe('file-too-large');
  });

  it('refuses a deflate stream that is no zip', async () => {
    expect(await firstCode(new Uint8Array(deflateRawSync('题目')))).toMatch(/^file-/);
  });
});
