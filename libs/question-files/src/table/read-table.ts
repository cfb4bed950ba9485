import type { Composed } from '../compose-question.js';
import { NO_DETAILS, readDetails, type GivenDetails } from '../details.js';
import { flaw, headerOf, nameField, type Field, type FieldFlaw } from '../field.js';
import { storable, tidy } from '../plain-text.js';
import {
  MAX_COLUMNS,
  MAX_TEXT_LENGTH,
  problemAt,
  type QuestionRow,
  type RowProblem,
} from '../question-file.js';
import { questionOfTexts } from '../question-of-texts.js';
import { optionsOfCell } from './option-cell.js';
import { typeInHeading, typeNamed, TYPE_NAME_LIST, type NamedType } from '../type-names.js';
import { fieldOfHeader } from './columns.js';
import type { RawRow, RawSheet } from './raw-sheet.js';
import { EXAMPLE_SHEET_NAME, EXAMPLES, EXPLANATION_SHEET_NAME } from './template.js';

export interface TableReading {
  readonly rows: QuestionRow[];
  readonly errors: RowProblem[];
  readonly warnings: RowProblem[];
}

interface Columns {
  readonly header: RawRow;
  readonly fields: ReadonlyMap<Field | 'options', number>;
}

/** A header stands within the first rows; above it a title may stand. */
const HIGHEST_ROWS = 20;
const EXPLANATIONS = new Set([
  EXPLANATION_SHEET_NAME,
  '说明',
  '使用说明',
  '填表说明',
  '导入说明',
  '模板说明',
]);
const EXAMPLE_NAMES = new Set([EXAMPLE_SHEET_NAME, '样例', '例子', '示范', '示例数据']);

/** Finds the questions of a workbook or a CSV file, row by row. */
export function readTable(sheets: readonly RawSheet[]): TableReading {
  const reading: TableReading = { rows: [], errors: [], warnings: [] };
  const told = sheets.filter((sheet) => !isPassedOver(sheet, reading.warnings));
  for (const sheet of told) readSheet(sheet, reading, told.length === 1);
  return reading;
}

function isPassedOver({ name, hidden, rows }: RawSheet, warnings: RowProblem[]): boolean {
  if (rows.length === 0 || (name !== null && EXPLANATIONS.has(name))) return true;
  const skipped = (detail: string) =>
    warnings.push(problemAt({ sheet: name, row: null }, { code: 'sheet-skipped', detail }));
  if (hidden) {
    skipped(`工作表“${name}”是隐藏的，没有读；要导入请取消隐藏。`);
    return true;
  }
  if (name === null || !EXAMPLE_NAMES.has(name)) return false;
  if (name !== EXAMPLE_SHEET_NAME || rows.length > EXAMPLES.length + 1)
    skipped(`工作表“${name}”当作示例，没有读；要导入请给工作表换一个名字。`);
  return true;
}

function readSheet(sheet: RawSheet, reading: TableReading, isOnly: boolean): void {
  const place = { sheet: sheet.name, row: null };
  const columns = findColumns(sheet);
  if (!columns) {
    const problem = problemAt(place, {
      code: 'header-missing',
      detail: '没有找到表头：要有一行写着“题干”和“答案”（题型可以写在工作表的名字里），最好用下载的模板。',
    });
    if (isOnly) reading.errors.push(problem);
    else
      reading.warnings.push({
        ...problem,
        code: 'sheet-skipped',
        detail: `工作表“${sheet.name}”里没有题目的表头，没有读。`,
      });
    return;
  }
  if (sheet.tooWide)
    reading.errors.push(
      problemAt(place, {
        code: 'too-many-columns',
        detail: `最多读 ${MAX_COLUMNS} 列，右边还有内容：请删去多余的列。`,
      }),
    );
  const doubled = judgeHeader(columns.header, place.sheet, reading);
  if (doubled) return;
  const type = sheet.name === null ? null : typeInHeading(sheet.name);
  for (const row of sheet.rows)
    if (row.row > columns.header.row) readRow(row, sheet.name, columns, type, reading);
}

function findColumns({ rows }: RawSheet): Columns | null {
  for (const header of rows.slice(0, HIGHEST_ROWS)) {
    const fields = new Map<Field | 'options', number>();
    for (const [column, { text }] of header.cells) {
      const field = fieldOfHeader(text);
      if (field !== null && field !== 'nothing' && !fields.has(field)) fields.set(field, column);
    }
    if (fields.has('stem') && (fields.has('answer') || fields.has('option0'))) return { header, fields };
  }
  return null;
}

/** Tells of unknown columns; true when one stands there twice, so that nobody knows which is meant. */
function judgeHeader(header: RawRow, sheet: string | null, { errors, warnings }: TableReading): boolean {
  const seen = new Map<string, string>();
  let doubled = false;
  for (const { text } of header.cells.values()) {
    const field = fieldOfHeader(text);
    const at = { sheet, row: header.row };
    if (field === null) {
      const detail = `不认识“${text.slice(0, 50)}”这一列，没有读；要用请改成模板里的列名。`;
      warnings.push(problemAt(at, { code: 'column-unknown', column: text, detail }));
    } else if (field !== 'nothing' && seen.has(field)) {
      doubled = true;
      const detail = `“${seen.get(field)}”和“${text}”是同一列：请只留一个。`;
      errors.push(problemAt(at, { code: 'header-duplicate', column: text, detail }));
    }
    if (field !== null) seen.set(field, text);
  }
  return doubled;
}

function readRow(
  raw: RawRow,
  sheet: string | null,
  { header, fields }: Columns,
  sheetType: NamedType | null,
  { rows, errors, warnings }: TableReading,
): void {
  const cell = (field: Field | 'options') => raw.cells.get(fields.get(field) ?? -1)?.text ?? '';
  if (![...fields.values()].some((column) => raw.cells.has(column))) return;
  const composed = composeRow(cell, raw, fields, sheetType);
  const { details, flaws } = readDetails(detailsOf(cell));
  const found = [...cellFlaws(raw, fields), ...composed.flaws, ...flaws];
  const name = (field: Field) => {
    const column = fields.get(field) ?? (field.startsWith('option') ? fields.get('options') : undefined);
    return header.cells.get(column ?? -1)?.text ?? headerOf(field);
  };
  const place = { sheet, row: raw.row };
  const failed = found.length > 0;
  rows.push({
    ...place,
    question: failed ? null : composed.question,
    ...(failed ? { ...NO_DETAILS, externalId: details.externalId } : details),
    given: failed ? givenOf(raw, header) : [],
  });
  const told = (each: FieldFlaw) => problemAt(place, nameField(withValue(each, cell), name));
  errors.push(...found.map(told));
  warnings.push(...[...cellWarnings(raw, fields), ...composed.warnings].map(told));
}

function composeRow(
  cell: (field: Field | 'options') => string,
  raw: RawRow,
  fields: Columns['fields'],
  sheetType: NamedType | null,
): Composed {
  const refuse = (each: FieldFlaw) => ({ question: null, flaws: [each], warnings: [] });
  const named = cell('type');
  const type = named === '' ? sheetType : typeNamed(named);
  if (type === null)
    return refuse(
      named === ''
        ? flaw('type-missing', 'type', `没有题型：请填 ${TYPE_NAME_LIST} 中的一个。`)
        : flaw(
            'type-unknown',
            'type',
            `不认识题型“${named.slice(0, 30)}”：请填 ${TYPE_NAME_LIST} 中的一个。`,
            named,
          ),
    );
  if (cell('stem') === '') return refuse(flaw('empty-stem', 'stem', '题干为空，请填写。'));
  if ([...raw.cells.values()].some(({ text }) => text.length > MAX_TEXT_LENGTH))
    return refuse(flaw('text-too-long', null, `一格最多 ${MAX_TEXT_LENGTH} 个字，请删短。`));
  const places = [...fields.keys()].flatMap((field) =>
    field.startsWith('option') && field !== 'options' ? [Number(field.slice(6))] : [],
  );
  const most = Math.max(-1, ...places) + 1;
  const columns = Array.from({ length: most }, (_, place) => cell(`option${place}`));
  return questionOfTexts({
    type,
    stem: cell('stem'),
    options: columns.some((text) => text !== '') ? columns : optionsOfCell(cell('options')),
    answer: cell('answer'),
    explanation: cell('explanation'),
    correction: cell('correction'),
  });
}

function detailsOf(cell: (field: Field) => string): GivenDetails {
  return {
    difficulty: cell('difficulty'),
    tags: cell('tags'),
    course: cell('course'),
    title: cell('title'),
    url: cell('url'),
    quotes: cell('quotes'),
    points: cell('points'),
    externalId: cell('externalId'),
  };
}

function withValue(each: FieldFlaw, cell: (field: Field) => string): FieldFlaw {
  if (each.value !== undefined || each.field === null) return each;
  const value = cell(each.field);
  return value === '' ? each : { ...each, value };
}

function remarksOf(raw: RawRow, fields: Columns['fields'], isError: boolean): FieldFlaw[] {
  return [...fields].flatMap(([field, column]) => {
    const remark = raw.cells.get(column)?.remark;
    if (remark?.isError !== isError) return [];
    return [flaw(remark.code, field === 'options' ? 'option0' : field, remark.detail)];
  });
}

const cellFlaws = (raw: RawRow, fields: Columns['fields']) => remarksOf(raw, fields, true);
const cellWarnings = (raw: RawRow, fields: Columns['fields']) => remarksOf(raw, fields, false);

function givenOf(raw: RawRow, header: RawRow): [string, string][] {
  return [...header.cells]
    .sort(([a], [b]) => a - b)
    .map(([column, { text }]) => [tidy(text), storable(raw.cells.get(column)?.text ?? '')]);
}
