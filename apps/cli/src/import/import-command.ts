import path from 'node:path';
import { Command } from 'commander';
import { isRefusal, readArticleFile } from '#article-files';
import { QUESTION_TYPE_NAMES, QUESTION_TYPES } from '#question';
import {
  QUESTION_FILE_FORMATS,
  readQuestionFile,
  writeErrorWorkbook,
  writeTemplate,
  type QuestionFileFormat,
  type QuestionFileReading,
  type RowProblem,
} from '#question-files';
import { CommandFailure } from '../failure.js';
import { oneOf } from '../generate/option-values.js';
import { refuseToOverwrite, writeOut } from '../generate/write-out.js';
import { tell } from '../tell.js';
import { readQuestionBytes } from './read-question-bytes.js';

interface ImportOptions {
  readonly dryRun?: boolean;
  readonly format?: QuestionFileFormat;
  readonly errors?: string;
  readonly json?: boolean;
  readonly template?: string;
}

/** `quiz import --dry-run`: what a file of questions would bring, row by row, without a database. */
export function importCommand(): Command {
  return new Command('import')
    .usage('[选项] <题目文件>')
    .description('检查一份题目文件能不能导入，逐行指出问题')
    .argument(
      '[题目文件]',
      'Excel（.xlsx）、.csv、题目文字（.txt、.docx）、GIFT、Moodle XML 或 JSON；- 表示从标准输入读',
    )
    .option('--dry-run', '只检查，不导入')
    .option('--format <格式>', '文件的格式（默认自动辨认）', oneOf(QUESTION_FILE_FORMATS))
    .option('--errors <文件>', '把有错的行写成 Excel：错处标红，改好可以再导入')
    .option('--json', '输出完整的结果，给程序用')
    .option('--template <文件>', '写出空的 Excel 模板')
    .action(check);
}

async function check(file: string | undefined, options: ImportOptions): Promise<void> {
  if (options.template !== undefined) {
    await writeOut(await writeTemplate(), options.template);
    tell(`模板已写到 ${options.template}。`);
    return;
  }
  if (file === undefined) throw new CommandFailure('缺少参数 题目文件。', 2);
  if (!options.dryRun)
    throw new CommandFailure('命令行目前只检查，不写题库：请加 --dry-run，导入请用教师后台。', 2);
  refuseToOverwrite(file, options.errors);
  const reading = await read(file, options.format);
  if (options.json) await writeOut(`${JSON.stringify(reading, null, 2)}\n`, undefined);
  else await writeOut(reading.errors.map((problem) => `${lineOf(problem)}\n`).join(''), undefined);
  if (!options.json) for (const problem of reading.warnings) tell(`注意：${lineOf(problem)}`);
  const book = options.errors === undefined ? null : await writeErrorWorkbook(reading);
  if (book) {
    await writeOut(book, options.errors);
    tell(`有错的行已写到 ${options.errors}，改好以后可以直接再导入。`);
  }
  const good = reading.rows.filter(({ question }) => question !== null).length;
  if (reading.errors.length > 0)
    throw new CommandFailure(
      `有 ${reading.errors.length} 处问题，${reading.rows.length} 道题里 ${good} 道没有问题；有一处不改，整份都不会导入。`,
    );
  tell(`可以导入：${good} 道题（${countTypes(reading)}）。`);
}

async function read(file: string, format: QuestionFileFormat | undefined): Promise<QuestionFileReading> {
  const bytes = await readQuestionBytes(file);
  const fileName = file === '-' ? undefined : path.basename(file);
  if (!/\.docx$/i.test(file))
    return readQuestionFile(bytes, { ...(format && { format }), ...(fileName && { fileName }) });
  const article = await readArticleFile({ bytes, ...(fileName && { name: fileName }) });
  if (isRefusal(article)) throw new CommandFailure(`读不了 ${file}：${article.detail}`);
  return readQuestionFile(new TextEncoder().encode(article.text), { format: 'text' });
}

function lineOf({ sheet, row, column, value, code, detail }: RowProblem): string {
  const place = [sheet === null ? '' : `“${sheet}”`, row === null ? '' : `第 ${row} 行`].join('');
  const cell = [column, value === null ? null : JSON.stringify(value)]
    .filter((part) => part !== null)
    .join(' ');
  return [place, cell, `${detail}[${code}]`].filter((part) => part !== '').join('：');
}

function countTypes({ rows }: QuestionFileReading): string {
  const counts = QUESTION_TYPES.map((type) => ({
    name: QUESTION_TYPE_NAMES[type],
    count: rows.filter(({ question }) => question?.type === type).length,
  }));
  return counts
    .filter(({ count }) => count > 0)
    .map(({ name, count }) => `${name} ${count}`)
    .join('，');
}
