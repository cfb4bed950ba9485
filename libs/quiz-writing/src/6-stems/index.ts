import { BLANK, type WritableType } from '#question';
import type { Sketch } from '../candidate.js';
import type { AnswerForm } from '../4-facts/find.js';
import type { Finding, Joint } from '../4-facts/index.js';
import { replaceIn, textOf } from '../4-facts/statement.js';
import { askInPlace, GAP } from './ask.js';
import { orderEvents } from './events.js';
import { matchForeignNames, matchRoles, stemsForRole } from './roles.js';
import { sketch } from './sketch.js';
import { matchCells } from './tables.js';

const LONGEST_BLANK = 14;
const LONGEST_TERM = 8;
/** A long sentence of the article to be called true asks for nothing in particular. */
const LONGEST_TRUTH = 42;
/** Words to be typed must be short; a title or a date may be copied in full. */
const LONGEST: Readonly<Partial<Record<AnswerForm, number>>> = { term: LONGEST_TERM, phrase: 6, title: 11 };

/** Every way the facts may be asked; the gate and the balance decide which of them a learner sees. */
export function writeStems(
  findings: readonly Finding[],
  joints: readonly Joint[],
  types: readonly WritableType[],
): Sketch[] {
  const all = [
    ...findings.flatMap((finding) => sketchesFor(finding)),
    ...joints.flatMap(fillJointly),
    ...matchRoles(findings),
    ...matchForeignNames(findings),
    ...matchCells(findings),
    ...orderEvents(findings),
  ];
  return all.filter(({ type }) => types.includes(type));
}

function sketchesFor(finding: Finding): Sketch[] {
  switch (finding.find.form) {
    case 'post':
      return stemsForRole(finding);
    case 'list':
      return [...chooseMany(finding), ...fillOneMember(finding), ...trueOrFalse(finding)];
    case 'sequence':
      return [...putInOrder(finding), ...chooseMany(finding)];
    case 'foreign':
      return [...chooseOne(finding), ...trueOrFalse(finding)];
    case 'cell':
      return [...chooseOne(finding), ...fillIn(finding)];
    default:
      return [
        ...chooseOne(finding),
        ...fillIn(finding),
        ...(finding.find.column ? [] : trueOrFalse(finding)),
      ];
  }
}

function chooseOne(finding: Finding): Sketch[] {
  // Four days of one year tell nobody's knowledge apart: a date with a month is filled in, or judged.
  if (finding.find.form === 'date' && finding.find.answer.includes('月')) return [];
  const stem = askInPlace(finding);
  return stem === null || isOneOfMany(finding)
    ? []
    : [sketch(finding, 'single', stem, [finding.find.answer])];
}

/** 31件、电吹风19件: of figures in a row one alone is not asked for, the next would stand behind the question word. */
function isOneOfMany({ find, scene }: Finding): boolean {
  return (
    find.form === 'figure' && /^、[^，。；]*\d/.test(scene.reading.text.slice(find.end - scene.reading.start))
  );
}

function chooseMany(finding: Finding): Sketch[] {
  const { find, statement } = finding;
  const items = (find.items ?? []).map(({ text }) => text);
  if (items.length < 2 || items.length > 8) return [];
  if (find.form === 'sequence') {
    if (!find.statement) return [];
    return [sketch(finding, 'multi', `${textOf(statement)}，包括下列哪些？`, items.slice(0, 5))];
  }
  // To what 等 leaves open only the text can say what belongs.
  const lead = find.open && statement.lead === '' ? '按文中的列举，' : '';
  if (find.head) {
    const asked = replaceIn(statement, { start: find.start, end: find.head.end }, `哪些${find.head.text}`);
    if (asked !== null) return [sketch(finding, 'multi', `${lead}${asked}？`, items.slice(0, 5))];
  }
  const asked = replaceIn(statement, find, find.open ? `${GAP}等` : GAP);
  return asked === null ? [] : [sketch(finding, 'multi', `${lead}${asked}。`, items.slice(0, 5))];
}

function fillIn(finding: Finding): Sketch[] {
  const { find, statement } = finding;
  if (isOneOfMany(finding)) return [];
  const blank = blankOf(finding);
  if (blank.text.length > (LONGEST[find.form] ?? LONGEST_BLANK)) return [];
  const stem = replaceIn(statement, blank, BLANK);
  if (stem === null) return [];
  return [{ ...sketch(finding, 'fill', `${stem}。`, [blank.text]), forms: [formsOf(finding, blank.text)] }];
}

/** What else may be typed: 1730年 where 年 stands behind the blank. */
function formsOf({ find }: Finding, text: string): string[] {
  if (text === find.answer) return [text, ...(find.acceptedForms ?? [])];
  return find.form === 'date' ? [text, find.answer] : [text];
}

/** 甲、乙、丙三个阶段; 三检制，即甲、乙、丙: who knows the others can name the one left out. */
const COUNTED_OFF =
  /^(?:这|等)?[一二两三四五六七八九十\d]+(?:大|个)?(?:种|类|级|层|步|部分|阶段|环节|道工序|层次|等级|要素|系列)/;

function isSaidBefore({ start }: Finding['find'], { reading }: Finding['scene']): boolean {
  return /(?:[三四五六七八九][\u3400-\u9fff]{0,6}”?[，：]?(?:即|分别是|包括|是指|为))$/.test(
    reading.text.slice(0, Math.max(0, start - reading.start)),
  );
}

/** One member of a closed list left out, the shortest that is a word of its own. */
function fillOneMember(finding: Finding): Sketch[] {
  const { find, statement, scene } = finding;
  if (find.open || !find.items || find.items.length < 3) return [];
  const behind = scene.reading.text.slice(find.end - scene.reading.start);
  if (!COUNTED_OFF.test(behind) && !isSaidBefore(find, scene)) return [];
  const [item] = find.items
    .filter(({ text }) => text.length >= 2 && text.length <= LONGEST_TERM && !text.startsWith('《'))
    .toSorted((a, b) => a.text.length - b.text.length);
  const stem = item ? replaceIn(statement, item, BLANK) : null;
  return item && stem ? [{ ...sketch(finding, 'fill', `${stem}。`, [item.text]), forms: [[item.text]] }] : [];
}

/** Of 近160名 only 160 is asked for; of 二期 the whole, one character alone would be no answer. */
function blankOf({ find }: Finding): { text: string; start: number; end: number } {
  const { figure } = find;
  // ____年，甲成立: the word stays, so that nobody wonders what is to be filled in.
  if (find.form === 'date' && /^\d{4}年$/.test(find.answer))
    return { text: find.answer.slice(0, 4), start: find.start, end: find.start + 4 };
  if (!figure || figure.chinese) return { text: find.answer, start: find.start, end: find.end };
  const from = figure.before.length;
  const to =
    figure.text.length - figure.unit.length - (/[多余]/.test(figure.after) ? 0 : figure.after.length);
  const text =
    figure.unit === ''
      ? figure.text.slice(from)
      : figure.text.slice(from, trailing(figure.text, figure.unit, to));
  return { text, start: find.start + from, end: find.start + from + text.length };
}

/** Where the unit begins: 300多万|家, 80|%以上. */
function trailing(text: string, unit: string, to: number): number {
  const at = text.lastIndexOf(unit);
  return at > 0 ? at : to;
}

function fillJointly({ findings, statement }: Joint): Sketch[] {
  const [first] = findings;
  const blanks = findings.map(blankOf);
  const stem = blankAll(statement, blanks);
  if (!first || stem === null) return [];
  const forms = findings.map((finding, index) => formsOf(finding, blanks[index]?.text ?? ''));
  const base = sketch(
    { ...first, statement },
    'fill',
    `${stem}。`,
    forms.map(([form = '']) => form),
  );
  const explanation = `文中的说法是：${textOf(statement)}。`;
  return [{ ...base, covers: findings.map(({ fact }) => fact.id), forms, explanation }];
}

function blankAll(
  statement: Joint['statement'],
  blanks: readonly { start: number; end: number }[],
): string | null {
  let parts = statement.parts;
  for (const blank of blanks) {
    const index = parts.findIndex(
      ({ start, text }) => start !== null && start <= blank.start && start + text.length >= blank.end,
    );
    const part = parts[index];
    if (!part || part.start === null) return null;
    const from = blank.start - part.start;
    const to = blank.end - part.start;
    parts = [
      ...parts.slice(0, index),
      { text: part.text.slice(0, from), start: part.start },
      { text: BLANK, start: null },
      { text: part.text.slice(to), start: blank.end },
      ...parts.slice(index + 1),
    ];
  }
  return textOf({ ...statement, parts });
}

function trueOrFalse(finding: Finding): Sketch[] {
  const text = `${textOf(finding.statement)}。`;
  const base = sketch(finding, 'tf', text, []);
  const truth: Sketch[] = text.length > LONGEST_TRUTH ? [] : [{ ...base, truth: true }];
  return [...truth, { ...base, truth: false, falsify: true, correction: text }];
}

function putInOrder(finding: Finding): Sketch[] {
  const { find, statement, scene } = finding;
  const items = (find.items ?? []).map(({ text }) => text);
  if (find.statement) {
    const stem = `${textOf(statement)}。请将下列各项按文中提出的先后顺序排列。`;
    return [sketch(finding, 'order', stem, items)];
  }
  // 依次经过…六道工序 is asked as 依次经过下列六道工序.
  const behind = scene.reading.text.slice(find.end - scene.reading.start);
  const listed = replaceIn(
    statement,
    find,
    /^[一二三四五六七八九十\d]+[个道步项大级]/.test(behind) ? '下列' : '下列各项',
  );
  return listed === null ? [] : [sketch(finding, 'order', `${listed}。请排出正确的顺序。`, items)];
}
