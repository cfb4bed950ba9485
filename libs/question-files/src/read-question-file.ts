import { readCsv } from './csv/read-csv.js';
import { decodeText } from './decode-text.js';
import { readGift } from './gift/read-gift.js';
import { readInterchange } from './interchange/read-interchange.js';
import { readMoodleXml } from './moodle-xml/read-moodle-xml.js';
import {
  MAX_QUESTION_FILE_BYTES,
  MAX_QUESTION_ROWS,
  problemAt,
  refuseFile,
  type Flaw,
  type QuestionFileFormat,
  type QuestionFileReading,
  type TextFormat,
} from './question-file.js';
import { judgeTogether } from './judge-together.js';
import { isStorable } from './plain-text.js';
import { guessTextFormat, recogniseBytes } from './recognise-file.js';
import { tooManyRows } from './table/raw-sheet.js';
import { readTable, type TableReading } from './table/read-table.js';
import { readText } from './text/read-text.js';
import { readWorkbook } from './xlsx/read-workbook.js';

export interface QuestionFileHints {
  /** What the sender says it is; a workbook is known by its bytes whatever is said. */
  readonly format?: QuestionFileFormat;
  readonly fileName?: string;
}

/**
 * Reads a file of questions of any known format. Never throws for what a file says: what is wrong is in `errors`, each with
 * its row, column and value. Pure and bounded (5 MB, 5,000 questions, 50 MB inflated), yet it may take seconds of one core:
 * run it in a thread.
 */
export async function readQuestionFile(
  bytes: Uint8Array,
  { format, fileName }: QuestionFileHints = {},
): Promise<QuestionFileReading> {
  if (bytes.length === 0) return refuseFile(format ?? null, { code: 'file-empty', detail: '文件是空的。' });
  if (bytes.length > MAX_QUESTION_FILE_BYTES)
    return refuseFile(format ?? null, {
      code: 'file-too-large',
      detail: `文件超过 ${MAX_QUESTION_FILE_BYTES / 2 ** 20} MB，请去掉图片或分成几个文件。`,
    });
  const kind = recogniseBytes(bytes);
  if (kind === 'zip') {
    const sheets = await readWorkbook(bytes);
    return finish('xlsx', isFlaw(sheets) ? sheets : readTable(sheets));
  }
  if (kind !== null) return refuseFile(format ?? null, kind);
  const text = decodeText(bytes);
  if (typeof text !== 'string') return refuseFile(format ?? null, text);
  if (text.trim() === '')
    return refuseFile(format ?? null, { code: 'file-empty', detail: '文件里没有文字。' });
  if (format === 'xlsx')
    return refuseFile('xlsx', {
      code: 'file-damaged',
      detail: '这不是 Excel 文件（可能改过扩展名）：请用 Excel 或 WPS 另存为 .xlsx 再导入。',
    });
  const known: TextFormat = format ?? guessTextFormat(text, fileName);
  const reading = finish(known, readAs(known, text));
  if (isStorable(text)) return reading;
  const removed = problemAt(
    { sheet: null, row: null },
    { code: 'characters-removed', detail: '文件里有不能保存的控制字符，已去掉，请核对。' },
  );
  return { ...reading, warnings: [removed, ...reading.warnings] };
}

function readAs(format: TextFormat, text: string): TableReading | Flaw {
  switch (format) {
    case 'csv': {
      const sheets = readCsv(text);
      return isFlaw(sheets) ? sheets : readTable(sheets);
    }
    case 'text':
      return readText(text);
    case 'gift':
      return readGift(text);
    case 'moodle-xml':
      return readMoodleXml(text);
    case 'interchange':
      return readInterchange(text);
  }
}

function isFlaw(value: object): value is Flaw {
  return 'code' in value;
}

function finish(format: QuestionFileFormat, reading: TableReading | Flaw): QuestionFileReading {
  if (isFlaw(reading)) return refuseFile(format, reading);
  if (reading.rows.length > MAX_QUESTION_ROWS) return refuseFile(format, tooManyRows());
  const { rows, errors, warnings } = judgeTogether(reading);
  if (rows.length > 0 || errors.length > 0) return { format, rows, errors, warnings };
  const nothing = refuseFile(format, { code: 'no-questions', detail: NOTHING[format] });
  return { ...nothing, warnings };
}

const NOTHING: Readonly<Record<QuestionFileFormat, string>> = {
  xlsx: '表格里没有题目：请在模板的“题目”表里从第 2 行开始填写。',
  csv: '表格里没有题目：第一行是表头，从第 2 行开始填写。',
  text: '没有认出题目：每道题以“1.”这样的题号开头，答案写成“答案：B”。',
  gift: '没有认出题目：每道题写成“题干 {=正确答案 ~错误答案}”，题与题之间空一行。',
  'moodle-xml': 'XML 里没有题目。',
  interchange: 'JSON 的 questions 是空的。',
};
