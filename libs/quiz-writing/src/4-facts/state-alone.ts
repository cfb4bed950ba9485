import { PLAN, POINTING_TIME, PRONOUN, RELATIVE_TIME } from '../lexicon/words.js';
import type { Clause, Span } from './clauses.js';
import { hasVerb, isCircumstance, isTimeOnly, subjectOf } from './subjects.js';
import { clauseParts, firstPersonToName, withoutRepeat } from './full-names.js';
import type { References } from './references.js';
import type { Scene } from './scene.js';
import { startOf, type Start, type StartRefusal } from './start-of-statement.js';
import { bodyOf, type Part, type Statement } from './statement.js';

export type StatementRefusal =
  StartRefusal | 'pronoun' | 'too-long' | 'pointing-time' | 'condition' | 'no-predicate' | 'loose-end';

const LONGEST = 78;
/** A statement says something besides its answer. */
const LEAST_SAID = 3;
const CONDITION = /^(?:如果|若|假如|当(?!前|地|代|天)|除|只要|无论|不管|虽然|尽管|即使|倘若)/;
const LOOSE_END =
  /(?:是|为|有|包括|即|如下|以下|在|和|与|的同时|指出|提出|(?<![学传小演解众])说|说道|表示|介绍|回忆|坦言|认为|告诉记者)$/;
const YEAR_HEAD = '\\d{4}年，?';
const ASIDE = '据文中介绍，';

/** Builds the shortest statement around the span that still names its subject, time and speaker. */
export function stateAlone(
  scene: Scene,
  span: { start: number; end: number },
  references: References,
  isNamed: (text: string) => boolean,
): Statement | StatementRefusal {
  const first = scene.clauses.findIndex((clause) => clause.end > span.start);
  const last = lastClauseFor(scene, first, span.end);
  if (first < 0 || last === null) return 'no-predicate';
  const start = startOf(scene, first, last, isNamed, references);
  if (typeof start === 'string') return start;
  const statement = stateFrom(scene, start, last, span, references, isNamed);
  return typeof statement === 'string' && start.otherwise
    ? stateFrom(scene, start.otherwise, last, span, references, isNamed)
    : statement;
}

function stateFrom(
  scene: Scene,
  start: Start,
  last: number,
  span: { start: number; end: number },
  references: References,
  isNamed: (text: string) => boolean,
): Statement | StatementRefusal {
  const parts = withRegion(partsFrom(scene, start, last, span, references), scene, isNamed);
  const spoken = firstPersonToName(parts, scene, references);
  const body = bodyOf(spoken.parts);
  const flaw =
    body.length - (span.end - span.start) < LEAST_SAID ? 'no-predicate' : flawOf(body, start, last);
  if (flaw) return flaw;
  const { speech } = scene;
  const alsoFrom: Span[] = start.topicFrom ? [start.topicFrom] : [];
  if (speech && !speech.frame && !alsoFrom.some((other) => other.start === speech.proof.start))
    alsoFrom.push(speech.proof);
  return {
    lead: start.lead
      ? start.lead
      : spoken.named
        ? isRelative(body)
          ? ASIDE
          : ''
        : leadFor(scene, body, isNamed),
    parts: spoken.parts,
    subject: start.topic ?? subjectAmong(scene.clauses.slice(start.from, last + 1)) ?? body.slice(0, 12),
    time: scene.time?.text ?? null,
    plan: PLAN.test(body),
    alsoFrom,
  };
}

function subjectAmong(clauses: readonly Clause[]): string | null {
  for (const clause of clauses) {
    const subject = subjectOf(clause);
    if (subject) return subject.text;
  }
  return null;
}

/** The clause that holds the span's end, or a later one when that one only sets the scene. */
function lastClauseFor({ clauses }: Scene, first: number, spanEnd: number): number | null {
  const held = clauses.findIndex((clause) => clause.end >= spanEnd);
  if (held < 0) return null;
  const finished = (last: number) => {
    const clause = clauses[last];
    return (
      clause !== undefined &&
      !isCircumstance(clause) &&
      !isTimeOnly(clause) &&
      clauses.slice(first, last + 1).some(hasVerb)
    );
  };
  for (let last = held; last < clauses.length; last++) {
    if (finished(last)) return last;
    if (clauses[last]?.mark === '；') break;
  }
  const own = clauses[held];
  return own && !isCircumstance(own) && !isTimeOnly(own) && own.text.length >= 8 ? held : null;
}

function partsFrom(
  scene: Scene,
  start: Start,
  last: number,
  span: { start: number; end: number },
  references: References,
): Part[] {
  const parts: Part[] = [];
  const clauses = scene.clauses.slice(start.from, last + 1);
  const { time } = scene;
  const dated = clauses.some(
    (clause) => time !== null && clause.start <= time.start && clause.end >= time.end,
  );
  if (time && !dated) parts.push({ text: time.text, start: null }, { text: '，', start: null });
  if (start.topic) parts.push({ text: start.topic, start: null });
  clauses.forEach((clause, index) => {
    const isFirst = index === 0;
    if (!isFirst) parts.push({ text: clauses[index - 1]?.mark ?? '，', start: null });
    const place = { isFirst, afterTopic: start.topic !== null || !isFirst };
    parts.push(...clauseParts(clause, place, span, scene, references));
  });
  return withoutRepeat(parts, start.topic);
}

/** 全市 or 市财政 in the report of a named city is that city's; a subject that names nothing gets it in front. */
function withRegion(parts: readonly Part[], scene: Scene, isNamed: (text: string) => boolean): Part[] {
  const { region } = scene;
  if (region === null || scene.speech || bodyOf(parts).includes(region.slice(0, -1))) return [...parts];
  const index = parts.findIndex(({ text }, at) => text !== '，' && !(at === 0 && text === scene.time?.text));
  const part = parts[index];
  if (!part) return [...parts];
  const level = region.slice(-1);
  const head =
    new RegExp(`^(?:${YEAR_HEAD})?(?:全${level}|${level}(?![场区县民长委]))?`).exec(part.text)?.[0] ?? '';
  const time = new RegExp(`^(?:${YEAR_HEAD})`).exec(head)?.[0] ?? '';
  if (head === time && (opensWithName(part, scene, isNamed) || (part.start === null && isNamed(part.text))))
    return [...parts];
  return [
    ...parts.slice(0, index),
    { text: time, start: part.start },
    { text: region, start: null },
    { text: part.text.slice(head.length), start: part.start === null ? null : part.start + head.length },
    ...parts.slice(index + 1),
  ].filter(({ text }) => text !== '');
}

/** Whether a name of its own opens the part, or stands in it in quotation marks: such a subject needs no city. */
function opensWithName(
  { text, start }: Part,
  { reading }: Scene,
  isNamed: (text: string) => boolean,
): boolean {
  const at = (start ?? 0) - reading.start;
  const token = reading.tokens.find((other) => other.start <= at && other.end > at);
  if (/[“《]|[A-Za-z]{2}/.test(text) || token === undefined) return true;
  return /^(?:nr|nt|nz|x)/.test(token.tag) || (token.tag === 'ns' && isNamed(token.text));
}

function flawOf(body: string, start: Start, last: number): StatementRefusal | null {
  if (body.length > LONGEST) return 'too-long';
  if (POINTING_TIME.test(/\d{4}年/.test(body) ? body.replace('当时', '') : body)) return 'pointing-time';
  if (CONDITION.test(body) && start.from === last) return 'condition';
  if (LOOSE_END.test(body)) return 'loose-end';
  return PRONOUN.test(body.replace(/[“「‘《][^”」’》]*[”」’》]/g, '〓')) ? 'pronoun' : null;
}

function isRelative(body: string): boolean {
  return RELATIVE_TIME.test(body) && !/\d{4}年/.test(body);
}

/** Who says it; or 据文中介绍 where nothing in the statement says what it is about, or when 今年 was. */
function leadFor({ speech }: Scene, body: string, isNamed: (text: string) => boolean): string {
  const relative = isRelative(body);
  if (speech) return relative ? `据${speech.name}介绍，` : speech.lead;
  return !isNamed(body) || relative || /^全[市省县区校厂]/.test(body) ? ASIDE : '';
}
