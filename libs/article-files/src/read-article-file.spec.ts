import { describe, expect, it } from 'vitest';
import { read, refused } from '../testing/read-file.js';
import { zipFile } from '../testing/zip-file.js';
import { paragraph, wordFile } from '../testing/word-file.js';

const utf8 = (text: string) => new TextEncoder().encode(text);
const bytes = (...values: number[]) => Uint8Array.from(values);

/** 青岛工业互联网，发展。 in GB18030. */
const GB18030 = bytes(
  0xc7,
  0xe0,
  0xb5,
  0xba,
  0xb9,
  0xa4,
  0xd2,
  0xb5,
  0xbb,
  0xa5,
  0xc1,
  0xaa,
  0xcd,
  0xf8,
  0xa3,
  0xac,
  0xb7,
  0xa2,
  0xd5,
  0xb9,
  0xa1,
  0xa3,
);
/** 工業互聯網的發展與應用 in Big5. */
const BIG5 = bytes(
  0xa4,
  0x75,
  0xb7,
  0x7e,
  0xa4,
  0xac,
  0xc1,
  0x70,
  0xba,
  0xf4,
  0xaa,
  0xba,
  0xb5,
  0x6f,
  0xae,
  0x69,
  0xbb,
  0x50,
  0xc0,
  0xb3,
  0xa5,
  0xce,
);

describe('recognising a file', () => {
  it.each([
    ['a page by its content', 'a.txt', '<!doctype html><p>甲', 'html', '甲'],
    ['a page whatever it is called', 'a.doc', '<html xmlns:o="x"><body><p>甲', 'html', '甲'],
    ['Markdown by its name', 'a.md', '# 甲', 'markdown', '甲'],
    [
      'Markdown with pieces of HTML by its name',
      'README.MD',
      '<p>甲</p>\n\n<p>乙</p>\n\n**丙**',
      'markdown',
      '甲\n乙\n丙',
    ],
    ['Markdown by its signs', 'a.txt', '# 甲\n\n**乙**', 'markdown', '甲\n乙'],
    ['HTML by its name', 'a.htm', '甲<br>乙', 'html', '甲\n乙'],
    ['text by default', undefined, '甲 # 乙', 'text', '甲 # 乙'],
  ] as const)('knows %s', async (_, name, content, format, text) => {
    expect(await read({ name, bytes: utf8(content) })).toMatchObject({ format, text });
  });

  it('believes what it is told about a text', async () => {
    expect(await read({ bytes: utf8('# 甲'), format: 'markdown' })).toMatchObject({ text: '甲' });
    expect(await read({ bytes: utf8('<p>甲</p><p>乙</p>'), format: 'text' })).toMatchObject({
      format: 'text',
    });
  });

  it('knows a Word file whatever it is called', async () => {
    const word = wordFile({ body: paragraph('青岛') });
    expect(await read({ name: 'a.txt', bytes: word, format: 'text' })).toMatchObject({
      format: 'docx',
      text: '青岛',
    });
  });
});

describe('decoding a text', () => {
  const utf16 = (text: string, bigEndian: boolean) => {
    const units = Buffer.from(`\ufeff${text}`, 'utf16le');
    return new Uint8Array(bigEndian ? units.swap16() : units);
  };

  it.each([
    ['UTF-8', utf8('青岛𠮷'), '青岛𠮷'],
    ['UTF-8 with its mark', utf8('\ufeff青岛'), '青岛'],
    ['UTF-16, little end first', utf16('青岛𠮷', false), '青岛𠮷'],
    ['UTF-16, big end first', utf16('青岛', true), '青岛'],
    ['GB18030', GB18030, '青岛工业互联网，发展。'],
  ])('reads %s', async (_, content, text) => {
    const article = await read({ bytes: content });
    expect(article.text).toBe(text);
    expect(article.source).toBe(text);
  });

  it('says that it took a file for GB18030', async () => {
    expect((await read({ bytes: GB18030 })).notes.map(({ code }) => code)).toEqual(['encoding-gb18030']);
    expect((await read({ bytes: utf8('青岛') })).notes).toEqual([]);
  });

  it('does not take a UTF-8 text with one broken byte for GB18030', async () => {
    const broken = Uint8Array.from([...utf8('青岛工业互联网职业技能大赛'), 0xe9, ...utf8('开幕')]);
    const article = await read({ bytes: broken });
    expect(article.text).toBe('青岛工业互联网职业技能大赛\ufffd开幕');
    expect(article.notes.map(({ code }) => code)).toEqual(['encoding-broken']);
  });

  it.each([
    ['Big5', BIG5],
    ['Latin-1', bytes(0x63, 0x61, 0x66, 0xe9, 0x20, 0x6e, 0xe4, 0x68, 0x65, 0x20, 0xfc, 0x62, 0x65, 0x72)],
  ])('refuses %s', async (_, content) => {
    expect((await refused({ bytes: content })).code).toBe('file-encoding');
  });
});

describe('refusing a file', () => {
  const compound = (name: string) =>
    Uint8Array.from([
      0xd0,
      0xcf,
      0x11,
      0xe0,
      0xa1,
      0xb1,
      0x1a,
      0xe1,
      ...Array.from({ length: 512 }, () => 0),
      ...Buffer.from(name, 'utf16le'),
    ]);

  it.each([
    ['nothing', '', bytes(), 'file-empty', '空'],
    ['white space', '', utf8(' \n\u3000\n'), 'file-empty', '没有可读的正文'],
    ['a page of pictures', '', utf8('<html><img src="a.png">'), 'file-empty', '图片'],
    ['a Word file of pictures', '', wordFile({ body: '<w:p/>' }), 'file-empty', '图片'],
    ['6 MB', 'a.txt', new Uint8Array(6 * 2 ** 20), 'file-too-large', '6.0 MB'],
    [
      'a picture',
      'a.png',
      bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13),
      'file-binary',
      '不是文本',
    ],
    [
      'a program called an article',
      'a.docx',
      bytes(0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0),
      'file-binary',
      '不是文本',
    ],
    ['a text called .docx', 'a.docx', utf8('青岛'), 'file-damaged', '不是 Word 文件'],
    ['a PDF', 'a.pdf', utf8('%PDF-1.7\n'), 'file-unsupported', 'PDF'],
    ['an RTF', 'a.doc', utf8('{\\rtf1 x}'), 'file-unsupported', 'RTF'],
    ['an old Word file', 'a.docx', compound('WordDocument'), 'file-unsupported', '.doc'],
    ['an old presentation', 'a.ppt', compound('PowerPoint Document'), 'file-unsupported', 'PPT'],
    ['an encrypted Word file', 'a.docx', compound('EncryptedPackage'), 'file-encrypted', '密码'],
    [
      'a presentation',
      'a.pptx',
      zipFile([
        { name: '[Content_Types].xml', content: '<Types/>' },
        { name: 'ppt/presentation.xml', content: '' },
      ]),
      'file-unsupported',
      'PPT',
    ],
    [
      'a workbook',
      'a.xlsx',
      zipFile([{ name: 'xl/workbook.xml', content: '' }]),
      'file-unsupported',
      'Excel',
    ],
    [
      'an OpenDocument text',
      'a.odt',
      zipFile([
        { name: 'mimetype', content: '' },
        { name: 'content.xml', content: '' },
      ]),
      'file-unsupported',
      '.odt',
    ],
    [
      'an EPUB',
      'a.epub',
      zipFile([
        { name: 'mimetype', content: '' },
        { name: 'META-INF/container.xml', content: '' },
      ]),
      'file-unsupported',
      'EPUB',
    ],
    ['any other zip', 'a.zip', zipFile([{ name: 'a.txt', content: '甲' }]), 'file-unsupported', '压缩包'],
    ['an empty zip', 'a.zip', zipFile([]), 'file-unsupported', '压缩包'],
    ['half a zip', 'a.docx', wordFile({ body: paragraph('青岛') }).slice(0, 300), 'file-damaged', '损坏'],
  ] as const)('refuses %s', async (_, name, content, code, words) => {
    const refusal = await refused({ name, bytes: content });
    expect(refusal.code).toBe(code);
    expect(refusal.detail).toContain(words);
    expect(refusal.detail).toMatch(/。$/);
  });
});
