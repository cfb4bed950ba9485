import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import ExcelJS from 'exceljs';
import { parse } from 'gift-pegjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { paragraph, wordFile } from '../../../libs/article-files/testing/word-file.js';
import { pipeQuiz } from '../testing/pipe-quiz.js';

const SENTENCES = [
  '2020年，滨海市新建码头12座。',
  '滨海大学校长周明远介绍，滨海大学培养了近180名学员，开设了58个专业。',
  '滨海港集装箱吞吐量达到237万标准箱，增长7.7%。',
];
const PAGE = `<!doctype html><html><body>${SENTENCES.map((text) => `<p>${text}</p>`).join('')}</body></html>`;
const MARKDOWN = `# 滨海见闻\n\n${SENTENCES.join('\n\n')}\n\n- **滨海港**位于东岸\n- **滨海大学**位于西岸\n`;
const TERMINAL = ['--import', 'data:text/javascript,process.stdout.isTTY=true'];

interface Interchange {
  readonly article: string;
  readonly questions: readonly {
    readonly id: string;
    readonly type: string;
    readonly stem: string;
    readonly answer: unknown;
  }[];
}

let folder: string;
const file = (name: string) => path.join(folder, name);

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'quiz-generate-'));
  writeFileSync(file('article.txt'), SENTENCES.join('\n'));
  writeFileSync(file('article.docx'), wordFile({ body: SENTENCES.map((text) => paragraph(text)).join('') }));
  writeFileSync(file('mood.txt'), '生活就像一条河。有时候急，有时候缓。我们只管往前走就好了。');
  // Compiles when need be, so that this is not among what the stories hear.
  await pipeQuiz(['--help']);
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

async function interchange(args: readonly string[], input?: string | Uint8Array): Promise<Interchange> {
  const { code, stdout, stderr } = await pipeQuiz(
    ['generate', ...args, '--format', 'interchange'],
    input === undefined ? {} : { input },
  );
  expect({ code, stderr }).toMatchObject({ code: 0 });
  return JSON.parse(stdout.toString()) as Interchange;
}

describe('quiz generate', () => {
  it('reads the same article from a text, from Word and from a page on standard input', async () => {
    const [text, word, page] = [
      await interchange([file('article.txt')]),
      await interchange([file('article.docx')]),
      await interchange(['-'], PAGE),
    ];
    expect(text.questions.length).toBeGreaterThanOrEqual(3);
    expect(SENTENCES.every((sentence) => text.article.includes(sentence))).toBe(true);
    expect(word).toEqual(text);
    expect(page.questions).toEqual(text.questions);
  });

  it('guesses Markdown and Word on standard input', async () => {
    const marked = await interchange(['-'], MARKDOWN);
    expect(marked.article).toMatch(/^滨海见闻\n/);
    expect(marked.article).not.toMatch(/[#*]/);
    const word = await interchange(['-'], readFileSync(file('article.docx')));
    expect(SENTENCES.every((sentence) => word.article.includes(sentence))).toBe(true);
  });

  it('keeps stdout for data, and tells on stderr what was read and mended', async () => {
    const input = `${SENTENCES.join('\n\n')}\n\n- 12 -\n\n<script>alert(1)</script>`;
    const { stdout, stderr } = await pipeQuiz(['generate', '-'], { input });
    expect(stdout.toString()).toMatch(/^1\. 【/);
    expect(stdout.toString()).not.toMatch(/整理|事实/);
    expect(stderr).toMatch(/整理：去掉了页码。/);
    expect(stderr).toMatch(/找到 \d+ 个事实，出了 \d+ 道题/);
  });

  it('keeps to --types, --count and --seed', async () => {
    const args = [file('article.txt'), '--types', 'tf,fill', '--count', '2', '--seed', '5'];
    const { questions } = await interchange(args);
    expect(questions).toHaveLength(2);
    expect(questions.every(({ type }) => type === 'tf' || type === 'fill')).toBe(true);
    expect(await interchange(args)).toEqual({ article: expect.any(String), questions });
  });

  it('writes GIFT that another program reads, question by question', async () => {
    const { questions } = await interchange([file('article.txt')]);
    const { stdout } = await pipeQuiz(['generate', file('article.txt'), '--format', 'gift']);
    const titles = parse(stdout.toString()).map(({ title }) => title?.split(' ')[0]);
    expect(titles).toEqual(questions.map(({ id }) => id));
  });

  it.each(['csv', 'moodle-xml'])('writes %s that can be imported again', async (format) => {
    const { questions } = await interchange([file('article.txt')]);
    const { stdout } = await pipeQuiz(['generate', file('article.txt'), '--format', format]);
    const read = await pipeQuiz(['import', '-', '--dry-run', '--json'], { input: stdout });
    const { rows, errors } = JSON.parse(read.stdout.toString()) as {
      rows: { question: { stem: string } }[];
      errors: unknown[];
    };
    expect(errors).toEqual([]);
    expect(rows.map(({ question }) => question.stem)).toEqual(questions.map(({ stem }) => stem));
  });

  it('writes an Excel file to --out and into a pipe, with the same cells', async () => {
    const { questions } = await interchange([file('article.txt')]);
    const written = await pipeQuiz([
      'generate',
      file('article.txt'),
      '--format',
      'xlsx',
      '--out',
      file('quiz.xlsx'),
    ]);
    expect(written).toMatchObject({ code: 0, stdout: Buffer.alloc(0) });
    const piped = await pipeQuiz(['generate', file('article.txt'), '--format', 'xlsx']);
    const stems = await Promise.all([readFileSync(file('quiz.xlsx')), piped.stdout].map(stemsOf));
    expect(stems[0]).toHaveLength(questions.length);
    expect(stems[1]).toEqual(stems[0]);
  });

  it('does not pour an Excel file into a terminal', async () => {
    const refused = await pipeQuiz(['generate', file('article.txt'), '--format', 'xlsx'], {
      nodeArgs: TERMINAL,
    });
    expect(refused).toMatchObject({ code: 2, stdout: Buffer.alloc(0) });
    expect(refused.stderr).toMatch(/^xlsx [^\n]*--out[^\n]*。\n$/);
    const written = await pipeQuiz(
      ['generate', file('article.txt'), '--format', 'xlsx', '--out', file('tty.xlsx')],
      { nodeArgs: TERMINAL },
    );
    expect(written.code).toBe(0);
  });

  it('says with --verbose what was dropped and why', async () => {
    const demo = path.join(import.meta.dirname, '../demo/article.txt');
    const { stderr } = await pipeQuiz(['generate', demo, '--verbose']);
    expect(stderr).toMatch(/^未采用：“.+”.*。$/m);
    expect((await pipeQuiz(['generate', demo])).stderr).not.toContain('未采用');
  });

  it('does not mind a reader who leaves early', async () => {
    const left = await pipeQuiz(['generate', file('article.txt')], { leaveEarly: true });
    expect(left).toMatchObject({ code: 0, stderr: expect.stringContaining('道题') });
  });

  it.each(['text', 'xlsx'])('writes no %s file for an article without facts', async (format) => {
    const out = file(`mood.${format}`);
    const { code, stdout, stderr } = await pipeQuiz([
      'generate',
      file('mood.txt'),
      '--format',
      format,
      '--out',
      out,
    ]);
    expect({ code, stdout: stdout.length }).toEqual({ code: 1, stdout: 0 });
    expect(stderr).toMatch(/文章里没有找到可以出题的事实。\n$/);
    expect(readdirSync(folder)).not.toContain(`mood.${format}`);
  });
});

describe('quiz generate and quiz facts', () => {
  it.each(['generate', 'facts'])('%s explains itself in Chinese', async (command) => {
    const { code, stdout } = await pipeQuiz([command, '--help']);
    expect(code).toBe(0);
    expect(stdout.toString()).toMatch(/^用法： quiz (?:generate|facts) \[选项\] <文章>\n/);
    expect(stdout.toString()).not.toMatch(/default|choices|options|argument|display|help for/i);
  });

  it.each(['generate', 'facts'])('%s refuses what is no article in one sentence, exit 1', async (command) => {
    const refused: readonly (readonly [string | Uint8Array, RegExp])[] = [
      ['', /^读不了 标准输入：文件是空的[^\n]*。\n$/],
      ['%PDF-1.7', /^读不了 标准输入：这是 PDF 文件[^\n]*。\n$/],
      [Buffer.from('a\u0000b\u0000c\u0001'), /^读不了 标准输入：[^\n]*。\n$/],
      ['港'.repeat(200_001), /^读不了 标准输入：文章有 200001 个字符[^\n]*。\n$/],
    ];
    for (const [input, words] of refused) {
      const { code, stdout, stderr } = await pipeQuiz([command, '-'], { input });
      expect({ code, stdout: stdout.length }).toEqual({ code: 1, stdout: 0 });
      expect(stderr).toMatch(words);
    }
  });

  it.each([
    [
      ['generate', 'ARTICLE', '--format', 'pdf'],
      '选项 --format <格式> 的值 pdf 不对。可用：xlsx、csv、text、gift、moodle-xml、interchange。',
    ],
    [['generate', 'ARTICLE', '--types', 'single,essay'], '没有“essay”这种题型'],
    [['generate', 'ARTICLE', '--count', '0'], '应是 1 到 200 之间的整数'],
    [['generate', 'ARTICLE', '--seed', '-1'], '应是 0 到 4294967295 之间的整数'],
    [['generate', 'ARTICLE', '--api-key', 'sk-1'], '没有 --api-key 这个选项'],
    [['generate'], '缺少参数 文章'],
    [['facts', 'ARTICLE', '--format', 'gift'], '可用：text、json。'],
    [['facts', 'ARTICLE', 'ANOTHER'], '参数太多'],
    [['generate', 'ARTICLE', '--out', 'ARTICLE'], '会把它盖掉'],
  ])('%j is wrong usage, exit 2', async (args, words) => {
    const { code, stdout, stderr } = await pipeQuiz(
      args.map((word) => (word === 'ARTICLE' ? file('article.txt') : word)),
    );
    expect({ code, stdout: stdout.length }).toEqual({ code: 2, stdout: 0 });
    expect(stderr).toContain(words);
    expect(stderr).not.toMatch(/error:|Allowed/);
  });

  it('prints facts for people on stdout and writes them for programs to a file', async () => {
    const shown = await pipeQuiz(['facts', file('article.docx')]);
    expect(shown.code).toBe(0);
    expect(shown.stdout.toString()).toMatch(/^共 \d+ 个事实。[^]*答案：近180名/);
    const out = file('facts.json');
    const written = await pipeQuiz(['facts', '-', '--format', 'json', '--out', out], { input: PAGE });
    expect(written).toMatchObject({ code: 0, stdout: Buffer.alloc(0) });
    const { facts } = JSON.parse(readFileSync(out, 'utf8')) as { facts: { answer: string }[] };
    expect(facts.map(({ answer }) => answer)).toContain('近180名');
  });
});

async function stemsOf(bytes: Buffer): Promise<unknown[]> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Uint8Array.from(bytes).buffer);
  const sheet = book.getWorksheet('题目');
  return Array.from({ length: (sheet?.rowCount ?? 1) - 1 }, (_, index) => sheet?.getCell(index + 2, 2).value);
}
