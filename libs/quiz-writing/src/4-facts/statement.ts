import { BARE_NAMES } from '../lexicon/organisations.js';
import { CONNECTIVES, PLAN, POINTING_TIME, PRONOUN, RELATIVE_TIME } from '../lexicon/words.js';
import {
  hasVerb,
  headLength,
  isCircumstance,
  isTimeOnly,
  skipLinking,
  subjectOf,
  type Clause,
  type Span,
} from './clauses.js';
import type { References } from './references.js';
import { topicOf, type Scene } from './scene.js';
import type { Speech } from './speech.js';

/** A part of a statement: words of the article at `start`, or words put in their place (`start` null). */
export interface Part {
  readonly text: string;
  readonly start: number | null;
}

/** A fact as a sentence that stands alone, still tied to the article word by word. No full stop at its end. */
export interface Statement {
  /** 据王某介绍， or 据文中介绍， or empty. */
  readonly lead: string;
  readonly parts: readonly Part[];
  /** What the statement is about. */
  readonly subject: string;
  readonly time: string | null;
  readonly plan: boolean;
  /** Other sentences it needs: where the name or the speaker comes from. */
  readonly alsoFrom: readonly Span[];
}

export type StatementRefusal =
  | 'no-subject'
  | 'pronoun'
  | 'too-long'
  | 'span-lost'
  | 'pointing-time'
  | 'scope-lost'
  | 'condition'
  | 'no-predicate';

const LONGEST = 78;
const COMFORTABLE = 60;
const EXAMPLE = /^(?:其中|比如|例如|譬如|如(?!何|果|今)|像|包括|包含|分别)/;
const CONDITION = /^(?:如果|若|假如|当(?!前|地|代|天)|除|只要|无论|不管|虽然|尽管|即使|倘若)/;
const ASIDE = '据文中介绍，';

/** Builds the shortest statement around the span that still names its subject, time and speaker. */
export function stateAlone(
  scene: Scene,
  span: { start: number; end: number },
  references: References,
  isNamed: (text: string) => boolean,
): Statement | StatementRefusal {
  const first = scene.clauses.findIndex((clause) => clause.end > span.start);
  let last = scene.clauses.findIndex((clause) => clause.end >= span.end);
  if (first < 0 || last < 0) return 'span-lost';
  const unfinished = () => {
    const end = scene.clauses[last];
    const kept = scene.clauses.slice(first, last + 1);
    return end !== undefined && (isCircumstance(end) || isTimeOnly(end) || !kept.some(hasVerb));
  };
  while (last < scene.clauses.length - 1 && unfinished()) last++;
  if (unfinished()) return 'no-predicate';
  const base = startOf(scene, first, last, isNamed, references);
  if (typeof base === 'string') return base;
  const clauses = scene.clauses.slice(base.from, last + 1);
  const alsoFrom: Span[] = [];
  if (base.topicFrom) alsoFrom.push(base.topicFrom);

  const parts: Part[] = [];
  const firstClause = clauses[0];
  if (!firstClause) return 'span-lost';
  const time = scene.time;
  if (time && (base.from > 0 || base.topic) && !overlaps(time, span)) {
    parts.push({ text: time.text, start: time.start }, { text: '，', start: null });
  }
  if (base.topic) parts.push({ text: base.topic, start: null });
  clauses.forEach((clause, index) => {
    const isFirst = index === 0;
    if (!isFirst) parts.push({ text: clauses[index - 1]?.mark ?? '，', start: null });
    parts.push(...clauseParts(clause, isFirst, base.topic !== null || !isFirst, span, scene, references));
  });
  const body = withoutRepeat(parts, base.topic);
  if (body.length > LONGEST) return 'too-long';
  if (POINTING_TIME.test(body)) return 'pointing-time';
  if (/其中/.test(body.slice(0, 4))) return 'scope-lost';
  if (CONDITION.test(body) && clauses.length === 1) return 'condition';
  const spoken = firstPersonToName(parts, scene, references);
  if (PRONOUN.test(withoutQuoted(spoken.parts.map(({ text }) => text).join('')))) return 'pronoun';
  const speech = scene.speech;
  const lead = spoken.named ? '' : leadOf(speech, body, isNamed);
  if (speech && !speech.frame && !alsoFrom.some(({ start }) => start === speech.proof.start))
    alsoFrom.push(speech.proof);
  return {
    lead,
    parts: spoken.parts,
    subject: base.topic ?? subjectOf(firstClause)?.text ?? body.slice(0, 12),
    time: time?.text ?? null,
    plan: PLAN.test(body),
    alsoFrom,
  };
}

/** 甲学院发布了甲学院首套教材 says the name once too often. Returns the text of the parts. */
function withoutRepeat(parts: Part[], topic: string | null): string {
  if (topic !== null && topic.length >= 4) {
    const index = parts.findIndex(({ text, start }) => start !== null && text.includes(topic));
    const part = parts[index];
    const at = part?.text.indexOf(topic) ?? -1;
    if (part && part.start !== null && at > 0) {
      const behind = { text: part.text.slice(at + topic.length), start: part.start + at + topic.length };
      parts.splice(index, 1, { text: part.text.slice(0, at), start: part.start }, behind);
    }
  }
  return parts.map(({ text }) => text).join('');
}

/** A time that only the speaker's day explains needs 据…介绍 before it, not a bare 认为. */
function leadOf(speech: Speech | null, body: string, isNamed: (text: string) => boolean): string {
  if (speech) return isRelative(body) ? `据${speech.name}介绍，` : speech.lead;
  return needsAside(body, isNamed) ? ASIDE : '';
}

interface Start {
  /** Index of the first clause that is kept. */
  readonly from: number;
  /** A subject to put in front, or null. */
  readonly topic: string | null;
  readonly topicFrom: Span | null;
}

/** Goes back to the clause that names the subject; keeps what lies between when it is short, else only the subject. */
function startOf(
  scene: Scene,
  first: number,
  last: number,
  isNamed: (text: string) => boolean,
  references: References,
): Start | StatementRefusal {
  const own = scene.clauses[first];
  if (!own) return 'span-lost';
  const alone: Start = { from: first, topic: null, topicFrom: null };
  if (own.text.startsWith('其中')) return first > 0 ? { ...alone, from: first - 1 } : 'scope-lost';
  const later =
    scene.clauses
      .slice(first, last + 1)
      .map(subjectOf)
      .find((found) => found !== null) ?? null;
  const subject = subjectOf(own) ?? (isCircumstance(own) || isTimeOnly(own) ? later : null);
  const resolved = subject && fullName(subject.text, own.start, scene, references);
  if (resolved && isNamed(resolved)) return alone;
  const before = scene.clauses[first - 1];
  if (subject && before && isCircumstance(before) && isNamed(before.text))
    return { ...alone, from: first - 1 };
  for (let at = first - 1; at >= 0; at--) {
    const clause = scene.clauses[at];
    const found = clause ? subjectOf(clause) : null;
    if (!clause || !found) continue;
    const topic = withoutPlaceWord(fullName(found.text, clause.start, scene, references));
    if (subject && !isName(topic, isNamed)) return alone;
    const width = (scene.clauses[last]?.end ?? 0) - clause.start;
    const between = scene.clauses
      .slice(at, first)
      .map(({ text }) => text)
      .join('');
    if (!subject && width <= COMFORTABLE && !/\d|[“《]|[一二三四五六七八九十]期/.test(between))
      return { ...alone, from: at };
    return { from: first, topic, topicFrom: null };
  }
  if (subject) return alone;
  if (scene.speech && /^(?:要|应|需|必须|希望|建议)/.test(own.text)) return alone;
  const opening = scene.clauses[0];
  if (first > 0 && opening && hasVerb(opening) && /^(?:以|与|由|对|把|将)/.test(opening.text))
    return { ...alone, from: 0 };
  return inherited(scene, first, isNamed, references);
}

/** The subject of the sentence before, when it is a name and the same person speaks. */
function inherited(
  scene: Scene,
  first: number,
  isNamed: (text: string) => boolean,
  references: References,
): Start | StatementRefusal {
  const before = scene.previous;
  const topic = before && before.speech?.name === scene.speech?.name ? topicOf(before) : null;
  if (!before || !topic) return 'no-subject';
  const name = fullName(topic.text, topic.start, before, references);
  if (!isNamed(name) || name.length > 20) return 'no-subject';
  return {
    from: first,
    topic: name,
    topicFrom: { text: before.reading.text, start: before.reading.start, end: before.reading.end },
  };
}

function fullName(text: string, at: number, scene: Scene, references: References): string {
  return text in BARE_NAMES ? (references.organisationFor(text, at, scene) ?? text) : text;
}

/** 平台上 as the subject of a later clause is 平台. */
function withoutPlaceWord(text: string): string {
  return text.replace(/(?<=[\u3400-\u9fff]{3})[上中里内]$/, '');
}

/** A clause in parts: loose words off its head, a bare 公司 or 学院 replaced by the full name. */
function clauseParts(
  clause: Clause,
  isFirst: boolean,
  afterTopic: boolean,
  span: { start: number },
  scene: Scene,
  references: References,
): Part[] {
  let from = clause.start;
  if (isFirst) {
    const head = CONNECTIVES.exec(clause.text)?.[0].length ?? 0;
    if (clause.start + head <= span.start && head < clause.text.length) from += head;
    if (afterTopic) from += skipLinking(clause.text.slice(from - clause.start));
  }
  const parts: Part[] = [];
  let done = from;
  const put = (end: number) => {
    if (end > done)
      parts.push({ text: clause.text.slice(done - clause.start, end - clause.start), start: done });
    done = Math.max(done, end);
  };
  clause.tokens.forEach((token, index) => {
    const previous = clause.tokens[index - 1];
    const that = previous !== undefined && /^(?:该|本|我们?)$/.test(previous.text);
    if (!(token.text in BARE_NAMES) || token.start < done) return;
    if (!that && !standsBare(clause, index)) return;
    const name = references.organisationFor(token.text, clause.start, scene);
    if (name === null) return;
    put(that ? previous.start : token.start);
    parts.push({ text: name, start: null });
    done = token.end;
  });
  put(clause.end);
  return dropLinkAfterSubject(parts, clause);
}

/** 公司 stands bare when no noun before makes it part of a longer name. */
function standsBare(clause: Clause, index: number): boolean {
  const before = clause.tokens[index - 1];
  const after = clause.tokens[index + 1];
  if (before && !/^(?:v$|p|c|d|ul|uz|r$)/.test(before.tag) && !/[，,：]/.test(before.text)) {
    return before.start + before.text.length === clause.start + headLength(clause.text);
  }
  return !after || !/^(?:n|vn|ns)/.test(after.tag) || /^(?:v)/.test(after.tag);
}

/** 青岛|也|是平台… reads better alone as 青岛是平台… */
function dropLinkAfterSubject(parts: readonly Part[], clause: Clause): Part[] {
  const subject = subjectOf(clause);
  if (!subject) return [...parts];
  return parts.flatMap((part): Part[] => {
    if (part.start === null) return [part];
    const at = subject.end - part.start;
    if (at < 0 || at > part.text.length) return [part];
    const skip = skipLinking(part.text.slice(at));
    if (skip === 0 || /^(?:则|就|便|同时|并)/.test(part.text.slice(at))) return [part];
    const head: Part[] = at > 0 ? [{ text: part.text.slice(0, at), start: part.start }] : [];
    return [...head, { text: part.text.slice(at + skip), start: part.start + at + skip }];
  });
}

/** 我 at the head of a speaker's clause is the speaker; 我们公司 the speaker's organisation. */
function firstPersonToName(
  parts: readonly Part[],
  scene: Scene,
  references: References,
): { parts: readonly Part[]; named: boolean } {
  const speech = scene.speech;
  const index = parts.findIndex(({ text, start }) => start !== null && /我(?!国)/.test(text));
  const part = parts[index];
  if (!speech || !part || part.start === null) return { parts, named: false };
  const at = part.text.search(/我(?!国)/);
  if (at > 0 && !/[，,]$/.test(part.text.slice(0, at))) return { parts, named: false };
  if (/代表|委员|专家|学者|人士/.test(speech.name)) return { parts, named: false };
  const plural = part.text.startsWith('我们', at);
  const name = plural ? references.speakerOrganisation(scene) : speech.name;
  if (name === null) return { parts, named: false };
  const rest = part.text.slice(at + (plural ? 2 : 1));
  const skipped = skipLinking(rest);
  const before: Part[] = at > 0 ? [{ text: part.text.slice(0, at), start: part.start }] : [];
  const behind = { text: rest.slice(skipped), start: part.start + at + (plural ? 2 : 1) + skipped };
  const replaced = [
    ...parts.slice(0, index),
    ...before,
    { text: name, start: null },
    behind,
    ...parts.slice(index + 1),
  ];
  return { parts: replaced, named: !plural };
}

function needsAside(body: string, isNamed: (text: string) => boolean): boolean {
  return !isNamed(body) || isRelative(body) || /^全[市省县区校厂]|我[国]?市|我省/.test(body);
}

function isRelative(body: string): boolean {
  return RELATIVE_TIME.test(body) && !/\d{4}年/.test(body);
}

function isName(text: string, isNamed: (text: string) => boolean): boolean {
  return text.length <= 24 && isNamed(text);
}

function withoutQuoted(text: string): string {
  return text.replace(/[“「‘《][^”」’》]*[”」’》]/g, '〓');
}

function overlaps(a: { start: number; end: number }, b: { start: number; end: number }): boolean {
  return a.start < b.end && b.start < a.end;
}

/** The whole statement as text, without a full stop. */
export function textOf({ lead, parts }: Statement): string {
  return lead + parts.map(({ text }) => text).join('');
}

/** The statement with the span's words replaced; null when the span is not whole in it. */
export function replaceIn(
  { lead, parts }: Statement,
  span: { start: number; end: number },
  replacement: string,
): string | null {
  let out = lead;
  let found = false;
  for (const part of parts) {
    if (part.start === null || part.start + part.text.length <= span.start || part.start >= span.end) {
      if (!(found && part.start === null && isInside(parts, part, span))) out += part.text;
      continue;
    }
    const from = Math.max(0, span.start - part.start);
    const to = Math.min(part.text.length, span.end - part.start);
    if (!found && span.start < part.start) return null;
    out += part.text.slice(0, from) + (found ? '' : replacement) + part.text.slice(to);
    found = true;
  }
  return found ? out : null;
}

/** Marks between two parts that the span covers both vanish with it. */
function isInside(parts: readonly Part[], part: Part, span: { start: number; end: number }): boolean {
  const next = parts.slice(parts.indexOf(part) + 1).find(({ start }) => start !== null);
  return next?.start !== undefined && next.start !== null && next.start < span.end;
}
