import type { NearDuplicate } from '#database';
import type { QuestionFileReading, QuestionRow } from '#question-files';
import { isHeavy, type PlannedRow } from './plan-import.js';
import type { ImportedRow, QuestionFileProblem, QuestionImport } from './question-imports.dto.js';

const LONGEST_STEM = 200;
const MOST_PROBLEMS = 1_000;

/** What only the bank knows; docs/question-files.md lists them beside the codes of the file. */
const WARNINGS = {
  'article-unknown': {
    column: '原文标题',
    detail: '本课程里没有这个标题的文章，依据没有存；导入时可以指定文章。',
  },
  'quote-unplaced': { column: '原文依据', detail: '文章里没有这句话，这条依据没有存。' },
  'same-question': { column: '题干', detail: '题库里已经有这道题，没有再存一道。' },
  'was-published': { column: '题干', detail: '题库里这道题已经发布，导入的新内容要重新审批。' },
  'question-retired': { column: '题干', detail: '题库里这道题已经停用，没有改动它。' },
  'points-unused': { column: '分值', detail: '分值在组卷时设置，没有存进题库。' },
} as const;

export type ImportWarningCode = keyof typeof WARNINGS;

export function warnAbout(
  row: Pick<QuestionRow, 'sheet' | 'row' | 'source'> | null,
  code: ImportWarningCode,
  value: string | null = row?.source.title ?? null,
): QuestionFileProblem {
  return { sheet: row?.sheet ?? null, row: row?.row ?? null, value, code, ...WARNINGS[code] };
}

export interface ImportFindings {
  /** Of new questions; null in a dry run. */
  readonly ids?: ReadonlyMap<PlannedRow, string> | null;
  readonly near?: ReadonlyMap<PlannedRow, readonly NearDuplicate[]>;
}

/** What importing did, with the ids of new questions, or would do. */
export function importView(
  reading: QuestionFileReading,
  planned: readonly PlannedRow[],
  found: readonly QuestionFileProblem[],
  { ids = null, near = new Map() }: ImportFindings,
): QuestionImport {
  const { format, errors } = reading;
  const warnings = [...reading.warnings, ...found, ...warningsOf(planned)];
  const count = (outcome: PlannedRow['outcome']) => planned.filter((row) => row.outcome === outcome).length;
  return {
    format,
    applied: ids !== null,
    counts: {
      rows: planned.length,
      new: count('new'),
      changed: count('changed'),
      same: count('same'),
      near: near.size,
      failed: count('failed'),
      errors: errors.length,
      warnings: warnings.length,
    },
    rows: planned.map((row) => rowView(row, ids?.get(row) ?? null, near.get(row) ?? [])),
    errors: errors.slice(0, MOST_PROBLEMS),
    warnings: warnings.slice(0, MOST_PROBLEMS),
  };
}

function warningsOf(planned: readonly PlannedRow[]): QuestionFileProblem[] {
  const each = planned.flatMap(({ row, known, outcome, edit, isHeldBack }) => {
    if (!known) return [];
    const stem = row.question?.stem.slice(0, LONGEST_STEM) ?? null;
    if (isHeldBack) return [warnAbout(row, 'question-retired', stem)];
    const isSameAsOther = outcome === 'same' && row.externalId !== known.externalId;
    if (isSameAsOther) return [warnAbout(row, 'same-question', stem)];
    return isHeavy(edit) && known.status === 'published' ? [warnAbout(row, 'was-published', stem)] : [];
  });
  const hasPoints = planned.some(({ row }) => row.points !== null);
  return hasPoints ? [warnAbout(null, 'points-unused'), ...each] : each;
}

function rowView(
  { row, outcome, known, content, proof }: PlannedRow,
  newId: string | null,
  near: readonly NearDuplicate[],
): ImportedRow {
  const { sheet, question, externalId } = row;
  const evidence = (content ?? known?.content)?.evidence ?? [];
  return {
    sheet,
    row: row.row,
    outcome,
    type: question?.type ?? null,
    stem: question?.stem.slice(0, LONGEST_STEM) ?? null,
    externalId,
    questionId: known?.id ?? newId,
    version: versionOf(outcome, known?.latestVersion ?? null, content !== null),
    evidence: proof ? evidence.length : 0,
    near: near.map(({ id, stem, likeness }) => ({
      questionId: id,
      stem: stem.slice(0, LONGEST_STEM),
      likeness,
    })),
  };
}

function versionOf(outcome: PlannedRow['outcome'], latest: number | null, isEdited: boolean): number | null {
  if (outcome === 'new') return 1;
  return latest === null ? null : latest + (isEdited ? 1 : 0);
}
