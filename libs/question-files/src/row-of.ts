import type { Composed } from './compose-question.js';
import { NO_DETAILS, readDetails, type GivenDetails } from './details.js';
import { headerOf, nameField } from './field.js';
import { storable } from './plain-text.js';
import { problemAt } from './question-file.js';
import type { TableReading } from './table/read-table.js';
import { RAW_HEADER } from './table/columns.js';

export interface ReadQuestion {
  readonly place: { readonly sheet: string | null; readonly row: number };
  readonly composed: Composed;
  readonly details: GivenDetails;
  /** For the error workbook, where the file itself has no columns. */
  readonly stem: string;
  readonly raw: string;
}

const LONGEST_RAW = 4_000;

/** Enters a question of a format without columns, with all that is wrong about it. */
export function rowOf(
  { place, composed, details: given, stem, raw }: ReadQuestion,
  reading: TableReading,
): void {
  const { details, flaws } = readDetails(given);
  const found = [...composed.flaws, ...flaws];
  const failed = found.length > 0;
  reading.rows.push({
    ...place,
    question: failed ? null : composed.question,
    ...(failed ? { ...NO_DETAILS, externalId: details.externalId } : details),
    given: failed
      ? [
          [headerOf('type'), ''],
          [headerOf('stem'), storable(stem)],
          [headerOf('answer'), ''],
          [RAW_HEADER, storable(raw.slice(0, LONGEST_RAW))],
        ]
      : [],
  });
  reading.errors.push(...found.map((each) => problemAt(place, nameField(each))));
  reading.warnings.push(...composed.warnings.map((each) => problemAt(place, nameField(each))));
}
