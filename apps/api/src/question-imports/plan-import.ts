import { type ArticleVersionRow, type QuestionRow as BankQuestion, storable } from '#database';
import { classifyEdit, type Evidence, type Question, type QuestionEdit, showsInOldAttempts } from '#question';
import {
  FACT_KIND_NAMES,
  keepIds,
  levelOfDifficulty,
  type QuestionRow,
  sameQuestionKey,
} from '#question-files';
import { setImmediate } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { readTags } from '../question-labels/read-labels.js';

/** A question of the bank that a row of the file may be about, with its newest version. */
export interface KnownQuestion extends Pick<
  BankQuestion,
  'id' | 'externalId' | 'status' | 'latestVersion' | 'articleId' | 'difficulty' | 'tags'
> {
  readonly articleVersionId: string | null;
  /** The writer's guess, 0 to 1. */
  readonly guessedDifficulty: number | null;
  readonly content: Question;
}

/** Where the quotes of a row stand. */
export interface RowProof {
  readonly articleId: string;
  readonly articleVersionId: ArticleVersionRow['id'];
  readonly evidence: readonly Evidence[];
}

export interface PlannedRow {
  readonly row: QuestionRow;
  readonly outcome: 'new' | 'changed' | 'same' | 'failed';
  /** What the bank has of it. */
  readonly known: KnownQuestion | null;
  /** What to store as the next version; null when the words stay as they are. */
  readonly content: Question | null;
  /** What that changes; null for a new question. */
  readonly edit: QuestionEdit | null;
  readonly details: Pick<BankQuestion, 'externalId' | 'difficulty' | 'tags'>;
  /** It would change, but was retired, and those stay as they are. */
  readonly isHeldBack: boolean;
  /** Where its evidence counts; null when it has none. */
  readonly proof: Pick<RowProof, 'articleId' | 'articleVersionId'> | null;
}

/** Rows between which others are served. */
const AT_ONE_TIME = 100;

interface Twin {
  readonly known: KnownQuestion;
  /** By its external id; otherwise it only asks the same. */
  readonly isNamed: boolean;
}

/** Finds what a row is about: the question with its external id, else the oldest that asks the same. */
export function twinFinder(known: readonly KnownQuestion[]): (row: QuestionRow) => Twin | null {
  const byId = new Map(known.map((each) => [each.externalId, each]));
  const byWords = new Map(known.toReversed().map((each) => [sameQuestionKey(each.content), each]));
  return ({ externalId, question }) => {
    if (!question) return null;
    const named = externalId === null ? undefined : byId.get(externalId);
    if (named) return { known: named, isNamed: true };
    const alike = byWords.get(sameQuestionKey(question));
    return alike ? { known: alike, isNamed: false } : null;
  };
}

/**
 * What importing these rows would do. A row whose external id the bank knows changes that question; one that asks what
 * another row or a question of the bank asks already adds nothing. Retired questions stay as they are. Empty cells for difficulty, tags and quotes leave
 * what is there.
 */
export async function planImport(
  rows: readonly QuestionRow[],
  known: readonly KnownQuestion[],
  proofs: ReadonlyMap<QuestionRow, RowProof>,
): Promise<PlannedRow[]> {
  const find = twinFinder(known);
  const twins = new Map(rows.map((row) => [row, find(row)]));
  const taken = new Set([...twins.values()].flatMap((twin) => (twin?.isNamed ? [twin.known.id] : [])));
  const planned: PlannedRow[] = [];
  for (const row of rows) {
    planned.push(planRow(row, twins.get(row) ?? null, proofs.get(row) ?? null, taken));
    if (planned.length % AT_ONE_TIME === 0) await setImmediate();
  }
  return planned;
}

/** Notes in `taken` what no other row may bring as well. */
function planRow(
  row: QuestionRow,
  twin: Twin | null,
  proof: RowProof | null,
  taken: Set<string>,
): PlannedRow {
  const { question, externalId, difficulty, tags } = row;
  const details = { externalId, difficulty, tags: readTags(tags) };
  const nothing = { row, known: null, content: null, edit: null, details, proof: null, isHeldBack: false };
  if (!question) return { ...nothing, outcome: 'failed' };
  if (twin?.isNamed) return planChange(row, question, twin.known, proof);
  const taking = twin?.known.id ?? sameQuestionKey(question);
  if (taken.has(taking)) return { ...nothing, known: twin?.known ?? null, outcome: 'same' };
  taken.add(taking);
  if (twin) return planChange(row, question, twin.known, proof);
  const content = { ...question, evidence: proof?.evidence ?? [] };
  return { ...nothing, content, proof, outcome: 'new' };
}

function planChange(
  row: QuestionRow,
  question: Question,
  known: KnownQuestion,
  proof: RowProof | null,
): PlannedRow {
  const before = known.content;
  const asksTheSame = sameQuestionKey(before) === sameQuestionKey(question);
  const read = asksTheSame ? { ...question, ...shownOf(before) } : keepIds(before, question);
  const kept = { evidence: before.evidence, factKind: read.factKind ?? before.factKind };
  const edited = classify(before, { ...read, ...kept } as Question);
  const meansElse = isHeavy(edited);
  const { evidence, place } = evidenceFor(row, known, proof, meansElse);
  const factKind = meansElse ? read.factKind : kept.factKind;
  const content = { ...read, evidence, ...(factKind && { factKind }) } as Question;
  const details = detailsFor(row, known);
  const edit = evidence === before.evidence ? edited : classifyEdit(before, content);
  const isFiledAnew = !isDeepStrictEqual(details, {
    externalId: known.externalId,
    difficulty: known.difficulty,
    tags: known.tags,
  });
  const isChange = edit !== null || isFiledAnew;
  const isHeldBack = isChange && known.status === 'retired';
  const same = { row, known, outcome: 'same', content: null, edit: null, details, proof: place } as const;
  if (!isChange || isHeldBack) return { ...same, isHeldBack };
  return { ...same, outcome: 'changed', content: edit && content, edit, isHeldBack };
}

/** Most rows of a file that comes again say what they said. */
function classify(before: Question, after: Question): QuestionEdit | null {
  return isDeepStrictEqual(storable(after), before) ? null : classifyEdit(before, after);
}

/** Whether it asks something else or something else is right, so that what was said of the question counts no more. */
export function isHeavy(edit: QuestionEdit | null): boolean {
  return edit !== null && !showsInOldAttempts(edit);
}

/** Options in the order and with the ids that the bank has: files shuffle them, and attempts shuffle them again. */
function shownOf(before: Question): object {
  switch (before.type) {
    case 'single':
    case 'multi':
    case 'order':
      return { options: before.options, key: before.key };
    case 'match':
      return { lefts: before.lefts, rights: before.rights, key: before.key };
    case 'tf':
    case 'fill':
    case 'short':
      return {};
  }
}

/** The old evidence stays unless the file has other quotes that stand in an article, or the question means something else. */
function evidenceFor(
  { source: { quotes } }: QuestionRow,
  { content: { evidence: before }, articleId, articleVersionId }: KnownQuestion,
  proof: RowProof | null,
  meansElse: boolean,
): { evidence: readonly Evidence[]; place: PlannedRow['proof'] } {
  const old = {
    evidence: before,
    place: articleId && articleVersionId ? { articleId, articleVersionId } : null,
  };
  const saysTheSame = sameTexts(
    quotes,
    before.map(({ quote }) => quote),
  );
  if (proof && (proof.articleId !== articleId || !saysTheSame))
    return { evidence: proof.evidence, place: proof };
  return meansElse && !saysTheSame ? { evidence: [], place: null } : old;
}

function detailsFor({ externalId, difficulty, tags }: QuestionRow, known: KnownQuestion) {
  const { guessedDifficulty: guess, content } = known;
  const isGuess = known.difficulty === null && guess !== null && difficulty === levelOfDifficulty(guess);
  // Files carry the kind of fact as a tag.
  const kind = content.factKind && FACT_KIND_NAMES[content.factKind];
  const own = readTags(tags.filter((tag) => tag !== kind || known.tags.includes(tag)));
  const keepsTags = own.length === 0 || sameTexts(own, known.tags);
  return {
    externalId: known.externalId ?? externalId,
    difficulty: isGuess ? null : (difficulty ?? known.difficulty),
    tags: keepsTags ? known.tags : own,
  };
}

function sameTexts(one: readonly string[], other: readonly string[]): boolean {
  const sorted = (texts: readonly string[]) => texts.map((text) => text.replace(/\s+/g, ' ').trim()).sort();
  return isDeepStrictEqual(sorted(one), sorted(other));
}
