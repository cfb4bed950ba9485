import { describe, expect, it } from 'vitest';
import { bytesOf } from '../testing/file-formats.js';
import { readQuestionFile, type QuestionFileFormat } from './index.js';

// Each takes a second or two; what blows up would take minutes. Vitest's limit ends those, it is no measure.

const many = (part: string, times: number) => part.repeat(times);
const numbered = (times: number, part: (n: number) => string) =>
  Array.from({ length: times }, (_, n) => part(n)).join('');

describe('hostile texts', () => {
  const CASES: readonly [string, QuestionFileFormat, string][] = [
    ['JSON nested a million times', 'interchange', many('[', 1e6)],
    ['nested JSON objects', 'interchange', many('{"a":', 1e6)],
    ['a million questions', 'interchange', `[${many('0,', 1e6)}0]`],
    [
      '__proto__ in JSON',
      'interchange',
      '{"__proto__":{"questions":[]},"questions":[{"__proto__":{"type":"tf"}}]}',
    ],
    [
      '100,000 options',
      'interchange',
      `{"questions":[{"type":"single","stem":"？","options":[${many('{"text":"a"},', 1e5)}{"text":"b"}],"answer":["b"]}]}`,
    ],
    [
      'entities that multiply',
      'moodle-xml',
      `<!DOCTYPE q [<!ENTITY a "${many('a', 1e5)}">]><quiz>&a;</quiz>`,
    ],
    ['100,000 nested elements', 'moodle-xml', many('<quiz>', 1e5)],
    [
      '10,000 answers',
      'moodle-xml',
      `<quiz><question type="multichoice"><questiontext><text>？</text></questiontext>${numbered(1e4, (n) => `<answer fraction="0"><text>${n}</text></answer>`)}</question></quiz>`,
    ],
    [
      'a cloze of braces',
      'moodle-xml',
      `<quiz><question type="cloze"><questiontext format="html"><text>${many('{1:SA:', 1e5)}</text></questiontext></question></quiz>`,
    ],
    [
      'angle brackets',
      'moodle-xml',
      `<quiz><question type="essay"><questiontext format="html"><text><![CDATA[${many('<p ', 5e5)}]]></text></questiontext></question></quiz>`,
    ],
    [
      'open scripts',
      'moodle-xml',
      `<quiz><question type="essay"><questiontext format="html"><text><![CDATA[${many('<script>', 2e5)}]]></text></questiontext></question></quiz>`,
    ],
    ['backslashes', 'gift', `题 {=${many('\\', 1e6)}}`],
    ['open braces', 'gift', many('{', 1e6)],
    ['open names', 'gift', many('::', 1e6)],
    ['100,000 short questions', 'gift', many('a {T}\n\n', 1e5)],
    ['equal signs', 'gift', `题 {${many('=', 1e6)}}`],
    ['remarks', 'gift', `// ${many('[tag:', 2e5)}\n题 {T}`],
    ['one long line', 'text', `1. ${many('题', 1e6)}`],
    ['100,000 numbers', 'text', numbered(1e5, (n) => `${n}. 题\n`)],
    ['100,000 letters of options', 'text', `1. 题\n${many('A. 甲 ', 1e5)}`],
    ['brackets', 'text', `1. ${many('（', 1e6)}`],
    ['blanks', 'text', `1. ${many(' ', 1e6)}题\n答案：${many(' ', 1e6)}A`],
    ['labels', 'text', many('答案：', 1e5)],
    ['a key of ranges', 'text', `1. 题\n参考答案\n${many('1-9999 ', 1e5)}`],
    ['underscores', 'text', `1. ${many('_', 1e6)}\n答案：${many('a|', 1e5)}`],
    ['dividing signs', 'csv', `题型,题干,答案\n填空,____,${many(';', 1e6)}`],
    ['a million columns', 'csv', `题型,题干,答案${many(',x', 1e6)}\n判断,水会结冰。,对${many(',y', 1e6)}`],
    ['an open quote', 'csv', `题型,题干,答案\n判断,"${many('""', 5e5)}`],
    ['a million lines', 'csv', `题型,题干,答案\n${many('a,b,c\n', 5e5)}`],
    [
      'lines of left items',
      'csv',
      `题型,题干,A,B,答案\n配对,"${numbered(1e5, (n) => `${n + 1}) 左\n`)}",右,左,1-A`,
    ],
  ];

  const LONG = 12_000;
  const PADDINGS = [
    ' ',
    '\\',
    '/',
    '（',
    '( ',
    '分',
    '级',
    ';',
    '|',
    '1-A',
    'A',
    '_',
    '=',
    '评',
    '\n',
    '1)\n',
    '改正：\n',
    '"',
  ];
  it.each(PADDINGS)('reads a sheet of long cells full of %j', async (padding) => {
    const cell = `"a${many(padding.replaceAll('"', '""'), LONG / padding.length)}b"`;
    const row = (type: string) => `${type},${cell},${cell},${cell},${cell},${cell}\n`;
    const types = ['单选', '多选', '判断', '填空', '排序', '配对', '简答'];
    const text = `题型,题干,A,答案,难度,分值\n${many(types.map(row).join(''), 3)}`;
    const { rows } = await readQuestionFile(bytesOf(text), { format: 'csv' });
    expect(rows).toHaveLength(21);
  });

  it.each(CASES)('answers %s without blowing up', async (_, format, text) => {
    const bytes = bytesOf(text);
    const reading = await readQuestionFile(bytes, { format });
    expect(reading.errors.length + reading.rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(reading).length).toBeLessThan(50e6);
    expect(reading.rows.length).toBeLessThanOrEqual(5_000);
  });
});
