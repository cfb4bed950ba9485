import { BARE_NAMES } from '../lexicon/organisations.js';
import { CONNECTIVES, LEADING_TIME, LINKING_ADVERB } from '../lexicon/words.js';
import type { Reading } from '../3-names/index.js';
import type { Token } from '../segmenter.js';

/** A piece of the article: `article.slice(start, end) === text`. */
export interface Span {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A clause of a sentence without the mark that ends it. Token offsets count in the article. */
export interface Clause extends Span {
  readonly tokens: readonly Token[];
  readonly mark: string;
}

/** Cuts a sentence at ，；： and its end, but not inside 《》, （） or short quotations. */
export function clausesOf(reading: Reading): Clause[] {
  const clauses: Clause[] = [];
  const { text } = reading;
  let from = 0;
  let depth = 0;
  let quoteEnd = -1;
  const close = (at: number, mark: string) => {
    const start = text.slice(from, at).search(/[^\s“”]/);
    if (start >= 0) clauses.push(clauseAt(reading, from, at, mark));
    from = at + 1;
  };
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === '“' || char === '‘') {
      const end = text.indexOf(char === '“' ? '”' : '’', at);
      if (end > at && end - at <= 24 && !/[。！？]/.test(text.slice(at, end)))
        quoteEnd = Math.max(quoteEnd, end);
    } else if ('（《(〈'.includes(char)) depth++;
    else if ('）》)〉'.includes(char)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && at > quoteEnd && '，；：。！？!?;,'.includes(char) && !isDigitComma(text, at))
      close(at, char);
  }
  if (from < text.length) close(text.length, '');
  return clauses;
}

function isDigitComma(text: string, at: number): boolean {
  return /\d[,:]\d/.test(text.slice(at - 1, at + 2));
}

/** Quotation marks that open or close a longer speech at the clause's edge are no part of it. */
function clauseAt(reading: Reading, from: number, to: number, mark: string): Clause {
  let [start, end] = [from, to];
  const { text, tokens } = reading;
  while (start < end && /\s/.test(text.charAt(start))) start++;
  while (end > start && /\s/.test(text.charAt(end - 1))) end--;
  if (text.charAt(start) === '“' && !text.slice(start, end).includes('”')) start++;
  if (text.charAt(end - 1) === '”' && !text.slice(start, end).includes('“')) end--;
  if (text.charAt(start) === '”') start++;
  return {
    text: text.slice(start, end),
    start: reading.start + start,
    end: reading.start + end,
    mark,
    tokens: tokens
      .filter((token) => token.start >= start && token.end <= end)
      .map((token) => ({ ...token, start: reading.start + token.start, end: reading.start + token.end })),
  };
}

/** How much at the clause's head only links or dates it: connectives, time, in any order. */
export function headLength(text: string): number {
  let length = 0;
  for (let turn = 0; turn < 3; turn++) {
    const rest = text.slice(length);
    const head = CONNECTIVES.exec(rest) ?? LEADING_TIME.exec(rest);
    if (!head || head[0].length === rest.length) break;
    length += head[0].length;
  }
  return length;
}

/** Whether the clause is nothing but a time: 2020年初，… */
export function isTimeOnly({ text }: Clause): boolean {
  const rest = text.slice(headLength(text));
  return LEADING_TIME.exec(rest)?.[0].length === rest.length;
}

/** Verbs that only bring in a circumstance, as a preposition does. */
const COVERB =
  /^(?:围绕|针对|根据|按照|依托|通过|聚焦|面向|立足|借助|结合|基于|随着|经过|作为|凭借|伴随|沿着|为了|除了|本着)$/;
const CIRCUMSTANCE =
  /^(?:在|当(?!前|地|代|天)|随着|自|从|作为|除|为|为了|通过|经过|依托|围绕|借助|按照|根据|针对|对于|至于)/;
const CIRCUMSTANCE_END =
  /(?:同时|之际|之时|时|以后|之后|后|之前|前|以来|下|中|上|里|方面|看|来说|而言|基础上|过程中)$/;

const MEANS = /^(?:通过|依托|围绕|借助|按照|根据|针对)(?!了|审)/;

/** 甲通过…, 甲依托…: the subject says by what means, the next clause what it does. */
function isMeansOf(clause: Clause): boolean {
  const subject = subjectOf(clause);
  return (
    subject !== null &&
    MEANS.test(clause.text.slice(subject.end - clause.start)) &&
    !/等?方式$/.test(clause.text)
  );
}

/** A clause that only sets the scene of the next one (在…的同时, 围绕12大类). */
export function isCircumstance(clause: Clause): boolean {
  const text = clause.text.slice(headLength(clause.text));
  if (CIRCUMSTANCE.test(text) && CIRCUMSTANCE_END.test(text)) return true;
  if (MEANS.test(text) || isMeansOf(clause)) return true;
  return (
    !hasVerb(clause) && (CIRCUMSTANCE.test(text) || clause.tokens.some((token) => COVERB.test(token.text)))
  );
}

const NOMINAL = /^(?:n|vn|an|a|b|m|q|j|eng|s|f|l|i|zg|k|t)/;
const NAME = /^(?:nr|ns|nt|nz|nrt)$/;
const GLUE = /^(?:的|之|和|与|及|以及|、|“|”|‘|’|《|》|（|）|·|-|—|\+)$/;
const NOT_IN_SUBJECT =
  /^(?:是|有|为|在|对|把|被|让|使|由|从|自|于|经|等|所|以|不|没|没有|最|正在|通过|不是|很|都|就|就是)$/;

/** The noun phrase the clause starts with, when a predicate follows it; null when the clause has no subject of its own. */
export function subjectOf(clause: Clause): Span | null {
  if (isTimeOnly(clause)) return null;
  const from = clause.start + headLength(clause.text);
  const tokens = clause.tokens.filter((token) => token.start >= from);
  let count = 0;
  for (const token of tokens) {
    if (!belongsToNoun(token)) break;
    count++;
  }
  const next = tokens[count];
  if (next && /^u[lzg]$/.test(next.tag)) count--;
  let run = tokens.slice(0, count);
  while (endsLoosely(run)) run = run.slice(0, -1);
  if (!next || run.length === tokens.length) run = leadingName(tokens);
  const [first, last] = [run[0], run.at(-1)];
  if (!first || !last || !/^(?:n|vn|an|x|eng|j|s|l|m|q|i)/.test(last.tag)) return null;
  if (/^(?:uj|c|f)$/.test(first.tag) || !run.some(({ tag }) => /^(?:n|x|eng|vn|j|l|m)/.test(tag)))
    return null;
  return { text: textOf(run), start: first.start, end: last.end };
}

/** 平台|上, 行业|近期: place and time words and loose marks behind the noun are not the subject. */
function endsLoosely(run: readonly Token[]): boolean {
  const last = run.at(-1);
  return (
    last !== undefined && (/^[ft]$/.test(last.tag) || (GLUE.test(last.text) && !/[”》）]/.test(last.text)))
  );
}

function belongsToNoun(token: Token): boolean {
  if (NOT_IN_SUBJECT.test(token.text) || COVERB.test(token.text)) return false;
  if (/^(?:越来越|更多|最大|最多)$/.test(token.text)) return true;
  if (GLUE.test(token.text)) return true;
  return token.tag === 'x' ? /^[\u3400-\u9fffA-Za-z0-9.]+$/.test(token.text) : NOMINAL.test(token.tag);
}

/** When no verb is recognised behind it, only a name or a bare 公司 at the head is surely the subject. */
function leadingName(tokens: readonly Token[]): Token[] {
  const [first, second] = tokens;
  if (!first || !second) return [];
  const sure = NAME.test(first.tag) || first.text in BARE_NAMES;
  return sure && !GLUE.test(second.text) && !/^(?:n|uj)/.test(second.tag) ? [first] : [];
}

function textOf(tokens: readonly Token[]): string {
  return tokens.map(({ text }) => text).join('');
}

/** Whether a verb (or 是, 为, 有) stands in the clause. */
export function hasVerb(clause: Clause): boolean {
  return clause.tokens.some(
    ({ tag, text }) =>
      (tag.startsWith('v') && tag !== 'vn' && !COVERB.test(text)) ||
      /^u[lzg]$/.test(tag) ||
      /^(?:是|为|有|达|占|约|共)$/.test(text),
  );
}

/** Offset behind an adverb that only links to what came before (青岛|还|依托). */
export function skipLinking(text: string): number {
  return LINKING_ADVERB.exec(text)?.[0].length ?? 0;
}
