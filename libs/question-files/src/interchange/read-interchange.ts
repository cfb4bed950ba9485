import { FACT_KINDS, standsIn, type Evidence, type FactKind, type Question } from '#question';
import { refused, settle, type Composed } from '../compose-question.js';
import { levelOfDifficulty, type GivenDetails } from '../details.js';
import { flaw, type FieldFlaw } from '../field.js';
import { tidy } from '../plain-text.js';
import { MAX_QUESTION_ROWS, type Flaw } from '../question-file.js';
import { rowOf } from '../row-of.js';
import { tooManyRows } from '../table/raw-sheet.js';
import type { TableReading } from '../table/read-table.js';
import { typeNamed } from '../type-names.js';
import { isDeeper, listOf, objectOf, textOr, textsOf, type JsonObject } from './json-fields.js';
import { questionOfJson } from './question-of-json.js';

const DEEPEST = 20;

export interface InterchangeReading extends TableReading {
  /** The cleaned article that the offsets of evidence count in. */
  readonly article: string | null;
}

/** Questions as our own JSON, numbered from 1. Evidence counts only when it stands in the article that came along. */
export function readInterchange(json: string): InterchangeReading | Flaw {
  if (isDeeper(json, DEEPEST))
    return { code: 'nested-too-deep', detail: `JSON 嵌套超过 ${DEEPEST} 层，不是题目文件。` };
  const parsed = parse(json);
  if (parsed === undefined)
    return { code: 'syntax', detail: 'JSON 有语法错误（括号、引号或逗号），请重新导出。' };
  const root = objectOf(parsed);
  const questions = listOf(root?.get('questions')) ?? listOf(parsed);
  if (!questions)
    return { code: 'file-unsupported', detail: '这个 JSON 里没有 questions 列表，不是题目文件。' };
  if (questions.length > MAX_QUESTION_ROWS) return tooManyRows();
  const article = textOr(root?.get('article'));
  const reading = { rows: [], errors: [], warnings: [], article };
  questions.forEach((item, index) => readItem(objectOf(item), index + 1, article, reading));
  return reading;
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function readItem(item: JsonObject | null, row: number, article: string | null, reading: TableReading): void {
  const place = { sheet: null, row };
  const stem = tidy(textOr(item?.get('stem')) ?? '');
  const { details, quotes, flaws } = detailsOf(item);
  const composed = item
    ? compose(item, stem, article, quotes)
    : refused(flaw('syntax', null, '这一项不是题目。'));
  const all = flaws.length > 0 ? { ...composed, flaws: [...composed.flaws, ...flaws] } : composed;
  rowOf({ place, composed: all, stem, raw: stem, details }, reading);
}

function compose(
  item: JsonObject,
  stem: string,
  article: string | null,
  quotes: readonly Evidence[],
): Composed {
  const named = textOr(item.get('type')) ?? '';
  const type = typeNamed(named);
  if (type === null || type === 'choice')
    return refused(flaw('type-unknown', 'type', `不认识题型“${named.slice(0, 30)}”。`, named));
  if (stem === '') return refused(flaw('empty-stem', 'stem', '题干为空，请填写。'));
  const composed = questionOfJson(type, item, {
    stem,
    explanation: tidy(textOr(item.get('explanation')) ?? ''),
  });
  if (!composed.question) return composed;
  const factKind = FACT_KINDS.find((kind): kind is FactKind => kind === item.get('factKind'));
  const question: Question = { ...composed.question, ...(factKind && { factKind }) };
  if (article === null || quotes.length === 0) return settle(question, composed.warnings);
  if (!standsIn(article, quotes))
    return refused(
      flaw('evidence-missing', 'quotes', '依据不是文章原文，或位置不符：请重新导出，不要改动文章。'),
    );
  return settle({ ...question, evidence: quotes }, composed.warnings);
}

function detailsOf(item: JsonObject | null): {
  details: GivenDetails;
  quotes: Evidence[];
  flaws: FieldFlaw[];
} {
  const flaws: FieldFlaw[] = [];
  const text = (name: string) => textOr(item?.get(name)) ?? '';
  const source = objectOf(item?.get('source'));
  const evidence = item?.get('evidence');
  const quotes = (listOf(evidence) ?? (evidence === undefined ? [] : [evidence])).map(evidenceOf);
  if (quotes.includes(null))
    flaws.push(flaw('evidence-missing', 'quotes', '依据要有 quote、start、end 三项。'));
  const known = quotes.filter((quote) => quote !== null);
  const difficulty = item?.get('difficulty');
  if (difficulty !== undefined && !(typeof difficulty === 'number' && difficulty >= 0 && difficulty <= 1))
    flaws.push(flaw('difficulty-unreadable', 'difficulty', '难度是 0（易）到 1（难）之间的数。'));
  const points = item?.get('points');
  return {
    details: {
      difficulty:
        typeof difficulty === 'number' && difficulty >= 0 ? String(levelOfDifficulty(difficulty)) : '',
      tags: textsOf(item?.get('tags')) ?? [],
      course: text('courseTitle'),
      title: textOr(source?.get('title')) ?? '',
      url: textOr(source?.get('url')) ?? '',
      quotes: [
        ...known.map(({ quote }) => quote.replace(/\s+/g, ' ')),
        ...(textsOf(source?.get('quotes')) ?? []),
      ].join('\n'),
      points: points === undefined ? '' : String(points),
      externalId: text('externalId'),
    },
    quotes: known,
    flaws,
  };
}

function evidenceOf(value: unknown): Evidence | null {
  const fields = objectOf(value);
  const [quote, start, end] = [fields?.get('quote'), fields?.get('start'), fields?.get('end')];
  return typeof quote === 'string' && typeof start === 'number' && typeof end === 'number'
    ? { quote, start, end }
    : null;
}
