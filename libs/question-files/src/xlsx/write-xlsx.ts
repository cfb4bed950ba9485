import type { QuestionSet } from '../question-set.js';
import { questionSheet } from '../table/question-sheet.js';
import { explanationSheet, templateSheets } from '../table/template.js';
import { writeSheets } from './write-sheets.js';

/**
 * An Excel file in the form of the Chinese question template, to be imported again as it is. Every text is a text cell,
 * also one that looks like a formula, and stays one when it is edited. The file carries the time of its writing: two runs
 * have the same cells, not the same bytes.
 */
export function writeXlsx(set: QuestionSet): Promise<Uint8Array> {
  return writeSheets([questionSheet(set), explanationSheet()]);
}

/** The empty template with its explanation and examples. */
export function writeTemplate(): Promise<Uint8Array> {
  return writeSheets(templateSheets());
}
