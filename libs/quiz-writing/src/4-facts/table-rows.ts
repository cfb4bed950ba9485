import type { Find } from './find.js';
import type { Scene } from './scene.js';
import { plainStatement } from './statement.js';
import { findFigures } from '../numbers.js';

interface Cell {
  readonly text: string;
  readonly start: number;
}

/** A table row and what may be asked of it. */
export interface TableFind {
  readonly find: Find;
  readonly scene: Scene;
}

const ATTRIBUTES = /^(?:项目|指标|参数|性能|特性|属性|对比项|比较项目?|比较内容)$/;

/** Columns that say something of what stands in the rows. */
const QUALITY =
  /周期|责任|频次|频率|时间|日期|部门|单位|标准|要求|内容|方法|数量|金额|备注|地点|对象|期限|等级|分值|权重|比例/;

/** Cells of tables under their heading: 三级的最低得分是70分. The first column names the row, the first row the columns. */
export function findTableCells(scenes: readonly Scene[]): TableFind[] {
  const found: TableFind[] = [];
  let header: Cell[] | null = null;
  let paragraph = -9;
  for (const scene of scenes) {
    const { reading } = scene;
    if (reading.kind !== 'row') {
      header = null;
      continue;
    }
    const cells = cellsOf(reading.text, reading.start);
    if (cells.every(({ text }) => /^[-:\s]*$/.test(text))) continue;
    if (!header || reading.paragraph > paragraph + 4 || cells.length !== header.length) header = cells;
    else found.push(...rowFinds(header, cells, scene));
    paragraph = reading.paragraph;
  }
  return found;
}

function rowFinds(header: readonly Cell[], cells: readonly Cell[], scene: Scene): TableFind[] {
  const name = cells[0]?.text ?? '';
  const table = scene.reading.heading?.replace(/^[\d.]+\s*|^表\s?\d+\s*/, '') ?? '';
  if (name === '' || name.length > 16 || /^\d/.test(name)) return [];
  return cells.slice(1).flatMap((cell, index): TableFind[] => {
    const column = header[index + 1]?.text ?? '';
    // Under 项目 the rows are qualities and the columns are what has them.
    const turned =
      ATTRIBUTES.test(header[0]?.text ?? '') && !header.slice(1).some((each) => QUALITY.test(each.text));
    const [owner, quality] = turned ? [column, name] : [name, column];
    if (column === '' || cell.text === '' || cell.text.length > 16 || column.length > 12) return [];
    const figure = findFigures(cell.text)[0];
    const isFigure = figure !== undefined && figure.text === cell.text && figure.unit !== '';
    const lead = table === '' ? '按文中的表格，' : `在“${table}”的表格中，`;
    const find: Find = {
      kind: isFigure ? 'quantity' : 'relation',
      form: isFigure ? 'figure' : 'cell',
      answer: cell.text,
      start: cell.start,
      end: cell.start + cell.text.length,
      importance: isFigure ? 3 : 2,
      ...(isFigure ? { figure } : {}),
      statement: plainStatement(
        owner,
        [
          { text: `${owner}的${quality}是`, start: null },
          { text: cell.text, start: cell.start },
        ],
        { lead },
      ),
      column: { table, name: quality, row: owner },
    };
    return [{ find, scene }];
  });
}

function cellsOf(line: string, offset: number): Cell[] {
  const cells: Cell[] = [];
  const pattern = line.includes('|') ? /[^|]+/g : /\S+(?: \S+)*/g;
  for (const match of line.matchAll(pattern)) {
    const text = match[0].trim();
    if (
      text === '' &&
      line.includes('|') &&
      (match.index === 0 || match.index + match[0].length === line.length)
    )
      continue;
    cells.push({ text, start: offset + match.index + (text === '' ? 0 : match[0].indexOf(text)) });
  }
  return cells;
}
