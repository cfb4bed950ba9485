import type { FillQuestion, Question, RubricPoint, Tolerance } from '#question';
import { flaw, type FieldFlaw } from './field.js';
import { guardLines, labelled, splitLabelled } from './labelled-lines.js';
import { narrow } from './plain-text.js';

/*
 * What stands on lines of its own behind an answer: 误差：±0.05 米|无, 顺序：不限 (blanks in any order), and the 评分点 of a short
 * answer, each with its share in brackets.
 */
const LABELS = ['误差', '顺序', '评分点'];

export interface AnswerNotes {
  readonly answer: string;
  readonly tolerances: readonly (Tolerance | null)[] | null;
  readonly anyOrder: boolean;
  readonly rubric: readonly RubricPoint[];
  readonly flaws: readonly FieldFlaw[];
}

export function joinNotes(answer: string, question: Question): string {
  return [guardLines(answer, LABELS), ...notesOf(question)].join('\n');
}

function notesOf(question: Question): string[] {
  if (question.type === 'short')
    return question.key.rubric.map(({ text, share }) => labelled('评分点', `${text}（${share}）`, LABELS));
  if (question.type !== 'fill') return [];
  const tolerances = question.tolerances?.some((tolerance) => tolerance !== null)
    ? [`误差：${question.tolerances.map(toleranceText).join('|')}`]
    : [];
  return [...tolerances, ...(question.anyOrder ? ['顺序：不限'] : [])];
}

export function splitNotes(text: string): AnswerNotes {
  const parts = splitLabelled(text, LABELS);
  const all = (label: string) => parts.filter((part) => part.label === label).map((part) => part.text);
  const flaws: FieldFlaw[] = [];
  const [written] = all('误差');
  const tolerances = written === undefined ? null : written.split(/[|｜]/).map(toleranceOf);
  if (tolerances?.includes(undefined))
    flaws.push(
      flaw('answer-unreadable', 'answer', '误差写成 ±0.05、±0.05 米 或 ±1%，几个空用 | 隔开，没有写“无”。'),
    );
  const [order] = all('顺序');
  const rubric = all('评分点').map((line, index) => rubricPoint(line, index));
  return {
    answer: all('').join('\n'),
    tolerances: tolerances?.map((tolerance) => tolerance ?? null) ?? null,
    anyOrder: order !== undefined && /^(?:不限|任意|不分|可换)/.test(order),
    rubric,
    flaws,
  };
}

function rubricPoint(line: string, index: number): RubricPoint {
  const found = /[（(]\s*(\d{1,3})\s*分?\s*[）)]$/.exec(line);
  const text = found ? line.slice(0, found.index).trimEnd() : line;
  return { id: `p${index + 1}`, text, share: found ? Number(found[1]) : 1 };
}

function toleranceText(tolerance: Tolerance | null): string {
  if (!tolerance) return '无';
  const { kind, amount, unit = '', unitRequired } = tolerance;
  const size = kind === 'relative' ? `${shifted(amount, 2)}%` : amount;
  return [`±${size}`, unit, unitRequired ? '（必须写单位）' : ''].filter((part) => part !== '').join(' ');
}

/** Undefined when it is unreadable. */
function toleranceOf(text: string): Tolerance | null | undefined {
  const plain = text.trim();
  if (/^(?:无|没有|0|-|—)?$/.test(plain)) return null;
  const [, amount, percent, rest = ''] =
    /^(?:±|\+\/?-|正负)?\s*(\d{1,30}(?:\.\d{1,30})?)\s*(%|％)?\s*(.{0,60})$/.exec(narrow(plain)) ?? [];
  if (amount === undefined) return undefined;
  const required = rest.endsWith('(必须写单位)');
  const unit = rest.replace(/\(必须写单位\)$/, '').trim();
  return {
    kind: percent ? 'relative' : 'absolute',
    amount: percent ? shifted(amount, -2) : amount,
    ...(unit !== '' && { unit }),
    ...(required && { unitRequired: true }),
  };
}

/** 9.8±0.05 米 as one answer: the number and how far one may be off. */
export function numberWithin(answer: string): { form: string; tolerance: Tolerance } | null {
  const [, form, rest] = /^\s*([-−]?\d{1,30}(?:\.\d{1,30})?)\s*((?:±|\+\/-).{1,80})$/.exec(answer) ?? [];
  const tolerance = rest === undefined ? null : toleranceOf(rest);
  return form !== undefined && tolerance ? { form: form.replace('−', '-'), tolerance } : null;
}

/** Moves the point of a plain decimal exactly. */
function shifted(decimal: string, places: number): string {
  const [whole = '', part = ''] = decimal.split('.');
  const digits = whole + part;
  const point = whole.length + places;
  const padded = digits.padStart(digits.length - Math.min(point - 1, 0), '0').padEnd(point, '0');
  const at = Math.max(point, 1);
  const fraction = padded.slice(at).replace(/0+$/, '');
  const integer = padded.slice(0, at).replace(/^0+(?=\d)/, '');
  return fraction ? `${integer}.${fraction}` : integer;
}

/** The parts of a fill-in beside its words, for composing it. */
export function fillNotes(
  notes: Pick<AnswerNotes, 'tolerances' | 'anyOrder'>,
): Pick<FillQuestion, 'tolerances' | 'anyOrder'> {
  return {
    ...(notes.tolerances && { tolerances: notes.tolerances }),
    ...(notes.anyOrder && { anyOrder: true }),
  };
}
