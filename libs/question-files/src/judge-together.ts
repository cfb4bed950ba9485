import { headerOf } from './field.js';
import { problemAt, type QuestionRow, type RowProblem } from './question-file.js';
import { sameQuestionKey } from './same-question.js';
import type { TableReading } from './table/read-table.js';

/** What only shows when all questions are there: ids given twice are errors, the same question twice a warning. */
export function judgeTogether({ rows, errors, warnings }: TableReading): TableReading {
  const ids = new Map<string, QuestionRow>();
  const seen = new Map<string, QuestionRow>();
  const twice: RowProblem[] = [];
  const again: RowProblem[] = [];
  for (const row of rows) {
    const place = { sheet: row.sheet, row: row.row };
    const first = row.externalId === null ? undefined : ids.get(row.externalId);
    if (first && row.externalId !== null) {
      const detail = `外部编号与${placeOf(first)}相同：每道题的编号要不同，没有就留空。`;
      twice.push(
        problemAt(place, {
          code: 'external-id-duplicate',
          column: headerOf('externalId'),
          value: row.externalId,
          detail,
        }),
      );
    } else if (row.externalId !== null) ids.set(row.externalId, row);
    if (!row.question) continue;
    const key = sameQuestionKey(row.question);
    const same = seen.get(key);
    if (same) {
      const detail = `与${placeOf(same)}是同一道题，请确认是否要两道。`;
      again.push(
        problemAt(place, { code: 'duplicate', column: headerOf('stem'), value: row.question.stem, detail }),
      );
    } else seen.set(key, row);
  }
  const failing = new Set(twice.map(({ sheet, row }) => `${row} ${sheet}`));
  return {
    rows: rows.map((row) => (failing.has(`${row.row} ${row.sheet}`) ? { ...row, question: null } : row)),
    errors: inOrder([...errors, ...twice], rows),
    warnings: [...warnings, ...again],
  };
}

function placeOf({ sheet, row }: QuestionRow): string {
  return sheet === null ? `第 ${row} 行` : `“${sheet}”第 ${row} 行`;
}

/** As the rows stand in the file; what is about the whole file first. */
function inOrder(problems: readonly RowProblem[], rows: readonly QuestionRow[]): RowProblem[] {
  const places = new Map(rows.map(({ sheet, row }, index) => [`${row} ${sheet}`, index]));
  const placeOf = ({ sheet, row }: RowProblem) => places.get(`${row} ${sheet}`) ?? -1;
  return problems.toSorted((a, b) => placeOf(a) - placeOf(b));
}
