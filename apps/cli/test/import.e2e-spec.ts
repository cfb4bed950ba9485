import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { paragraph, wordFile } from '../../../libs/article-files/testing/word-file.js';
import { pipeQuiz } from '../testing/pipe-quiz.js';

const TEXT = '1. 【单选题】水的沸点是多少？\nA. 90 ℃\nB. 100 ℃\n答案：B\n\n2. 水会结冰。（√）\n';

let folder: string;
const file = (name: string) => path.join(folder, name);

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'quiz-import-'));
  writeFileSync(file('good.txt'), TEXT);
  writeFileSync(file('bad.csv'), '题型,题干,A,B,答案\n单选题,几？,一,二,C\n判断题,水会结冰。,,,对\n');
  const lines = TEXT.split('\n').filter((line) => line !== '');
  writeFileSync(file('good.docx'), wordFile({ body: lines.map((line) => paragraph(line)).join('') }));
  // Compiles when need be, so that this is not among what the stories hear.
  await pipeQuiz(['--help']);
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('quiz import --dry-run', () => {
  it.each(['good.txt', 'good.docx'])('counts what %s would bring', async (name) => {
    const { code, stdout, stderr } = await pipeQuiz(['import', file(name), '--dry-run']);
    expect({ code, stdout: stdout.toString(), stderr }).toEqual({
      code: 0,
      stdout: '',
      stderr: '可以导入：2 道题（单选题 1，判断题 1）。\n',
    });
  });

  it('reads from a pipe', async () => {
    const { code } = await pipeQuiz(['import', '-', '--dry-run'], { input: TEXT });
    expect(code).toBe(0);
  });

  it('names row, column, value and code of what is wrong, and writes the rows to be mended', async () => {
    const { code, stdout, stderr } = await pipeQuiz([
      'import',
      file('bad.csv'),
      '--dry-run',
      '--errors',
      file('bad.xlsx'),
    ]);
    expect(code).toBe(1);
    expect(stdout.toString()).toBe(
      '第 2 行：答案 "C"：答案 C 不是任何一个选项，这道题只有 A 到 B。[key-unknown]\n',
    );
    expect(stderr).toContain('2 道题里 1 道没有问题');
    const again = await pipeQuiz(['import', file('bad.xlsx'), '--dry-run', '--json']);
    expect(JSON.parse(again.stdout.toString())).toMatchObject({
      format: 'xlsx',
      errors: [{ row: 2, column: '答案', value: 'C', code: 'key-unknown' }],
    });
  });

  it('writes the empty template', async () => {
    expect(await pipeQuiz(['import', '--template', file('template.xlsx')])).toMatchObject({ code: 0 });
    expect(readFileSync(file('template.xlsx')).subarray(0, 2).toString()).toBe('PK');
  });

  it('does not import, and does not write over the file it reads', async () => {
    expect(await pipeQuiz(['import', file('good.txt')])).toMatchObject({ code: 2 });
    expect(
      await pipeQuiz(['import', file('bad.csv'), '--dry-run', '--errors', file('bad.csv')]),
    ).toMatchObject({ code: 2 });
    expect(await pipeQuiz(['import', file('none.csv'), '--dry-run'])).toMatchObject({ code: 1 });
    expect(existsSync(file('none.csv'))).toBe(false);
  });
});
