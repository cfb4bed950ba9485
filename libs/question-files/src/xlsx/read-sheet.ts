import { MAX_COLUMNS } from '../question-file.js';
import { isStorable, tidy } from '../plain-text.js';
import type { Allowance, RawCell, RawRow, RawSheet } from '../table/raw-sheet.js';
import { numberCell, type NumberFormats } from './cell-text.js';
import { textCollector } from './shared-strings.js';
import type { WorkbookZip } from './workbook-zip.js';

export interface SheetSurroundings {
  readonly name: string;
  readonly hidden: boolean;
  readonly strings: readonly string[];
  readonly formats: NumberFormats;
  readonly allowance: Allowance;
}

const LAST_ROW = 1_048_576;
const MOST_MERGES = 10_000;

const REMOVED = {
  code: 'characters-removed',
  detail: '单元格里有不能保存的控制字符，已去掉，请核对。',
  isError: false,
} as const;

interface OpenCell {
  readonly column: number;
  readonly type: string;
  readonly style: number;
  isFormula: boolean;
  value: string;
}

/** The filled cells of a sheet. What the file says about its own size is not asked. */
export async function readSheet(
  zip: WorkbookZip,
  part: string,
  { name, hidden, strings, formats, allowance }: SheetSurroundings,
): Promise<RawSheet> {
  const rows: RawRow[] = [];
  const merges: string[] = [];
  const inline = textCollector();
  let row: RawRow = { row: 0, cells: new Map() };
  let column = -1;
  let cell: OpenCell | null = null;
  let inValue = false;
  let tooWide = false;

  const keep = (open: OpenCell) => {
    const found = cellOf(open, strings, formats, inline.end);
    const text = tidy(found.text);
    if (text === '' && !found.remark) return;
    if (open.column >= MAX_COLUMNS) {
      tooWide = true;
      return;
    }
    if (row.cells.size === 0) allowance.takeRow();
    const remark = found.remark ?? (isStorable(found.text) ? undefined : REMOVED);
    row.cells.set(open.column, { text: allowance.takeText(text), ...(remark && { remark }) });
  };

  await zip.read(part, {
    open(element) {
      switch (element.name) {
        case 'row': {
          const number = Number(element.attribute('r') ?? row.row + 1);
          row = {
            row: Number.isInteger(number) && number <= LAST_ROW ? number : row.row + 1,
            cells: new Map(),
          };
          column = -1;
          break;
        }
        case 'c':
          column = columnOf(element.attribute('r')) ?? column + 1;
          cell = {
            column,
            type: element.attribute('t') ?? 'n',
            style: Number(element.attribute('s') ?? 0),
            isFormula: false,
            value: '',
          };
          inline.begin();
          break;
        case 'f':
          if (cell) cell.isFormula = true;
          break;
        case 'v':
          inValue = true;
          break;
        case 'mergeCell':
          if (merges.length < MOST_MERGES) merges.push(element.attribute('ref') ?? '');
          break;
        default:
          inline.open(element.name);
      }
    },
    close(element) {
      inline.close(element);
      if (element === 'v') inValue = false;
      if (element === 'c' && cell) {
        keep(cell);
        cell = null;
      }
      if (element === 'row' && row.cells.size > 0) rows.push(row);
    },
    text(piece) {
      if (inValue && cell && cell.value.length < 100_000) cell.value += piece;
      else inline.add(piece);
    },
  });
  const sorted = rows.sort((a, b) => a.row - b.row);
  spreadMerged(sorted, merges, allowance);
  return { name: tidy(name), hidden, rows: sorted, tooWide };
}

function cellOf(
  { type, style, value, isFormula }: OpenCell,
  strings: readonly string[],
  formats: NumberFormats,
  inline: () => string,
): RawCell {
  switch (type) {
    case 's':
      return { text: strings[Number(value)] ?? '' };
    case 'inlineStr':
      return { text: inline() };
    case 'str':
    case 'd':
      return { text: value };
    case 'b':
      return { text: value === '1' ? 'TRUE' : 'FALSE' };
    case 'e':
      return { text: value, remark: formulaError(`单元格里是公式错误 ${value}`) };
    default:
      if (value === '' && isFormula)
        return { text: '', remark: formulaError('单元格里的公式还没有算出结果') };
      return numberCell(value, style, formats);
  }
}

function formulaError(what: string) {
  const detail = `${what}：请在 Excel 里改好，或复制后“选择性粘贴”为值。`;
  return { code: 'cell-error', detail, isError: true } as const;
}

/** BC12 → 54. */
function columnOf(reference: string | undefined): number | undefined {
  const letters = /^([A-Z]{1,3})\d/.exec(reference ?? '')?.[1];
  if (letters === undefined) return undefined;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** A cell merged over several rows belongs to each of them that holds something. */
function spreadMerged(rows: readonly RawRow[], merges: readonly string[], allowance: Allowance): void {
  const places = new Map(rows.map((row, index) => [row.row, index]));
  for (const merge of merges) {
    const [, from = '', first = '', last = ''] = /^([A-Z]{1,3})(\d+):[A-Z]{1,3}(\d+)$/.exec(merge) ?? [];
    const column = columnOf(`${from}1`);
    const start = places.get(Number(first));
    const cell = start === undefined || column === undefined ? undefined : rows[start]?.cells.get(column);
    if (start === undefined || column === undefined || !cell) continue;
    for (let at = start + 1; at < rows.length; at++) {
      const row = rows[at];
      if (!row || row.row > Number(last)) break;
      if (row.cells.has(column)) continue;
      allowance.takeText(cell.text);
      row.cells.set(column, cell);
    }
  }
}
