import type { Names, Reading } from '../3-names/index.js';
import { SPEECH_VERBS } from '../lexicon/people.js';
import { clausesOf, type Span } from './clauses.js';

/** Whose words a sentence holds. */
export interface Speech {
  readonly name: string;
  /** How a stem names the speaker: 据王某介绍，  王某认为， */
  readonly lead: string;
  /** The clause of this sentence that says so, or null when another sentence does. */
  readonly frame: Span | null;
  /** The sentence that says who speaks. */
  readonly proof: Span;
}

const ANSWER = /^(?:答|A|受访者|嘉宾)$/;
const GENERIC =
  '(?:多位|不少|许多|部分|多名|很多|有的?|与会|受访的?)?(?:受访的)?(?:代表、委员|代表委员|委员、代表|代表|委员|专家|学者|业内人士|业内专家|分析人士|与会者|受访者|受访人士|负责人|相关负责人)(?:们)?';
const ENDS_IN_SPEECH = new RegExp(`(?:${SPEECH_VERBS})(?:道|记者|到)?$`);
const FORWARD = /介绍|表示|指出|建议|说|透露|强调|提出|告诉|坦言|认为|谈到|提到|直言|补充|分析|呼吁|回忆/;

/** For every sentence who speaks in it: by 某某表示，… by “…”某某说。 or by an interview's label. */
export function findSpeech(
  readings: readonly Reading[],
  names: Names,
  pronouns: readonly (string | null)[],
): (Speech | null)[] {
  const people = names.people.map(({ name }) => name).toSorted((a, b) => b.length - a.length);
  const named = people.length > 0 ? `${people.map(escape).join('|')}|${GENERIC}|[他她]` : GENERIC;
  const frame = new RegExp(
    `(?:^|[\\u3400-\\u9fff、）”])(${named})(?:代表|委员|教授|院士|博士|先生|女士|主任|校长|院长)?(?:还|也|则|进一步|同时|向记者|对记者|对此|在[^，。的]{2,16}[中时上后间]|总结|评价|解释|回忆|补充|感慨|[^，。的]{1,6}[着地])?(${SPEECH_VERBS})(?:道|记者|到|，)?$`,
  );
  const narrator = narratorOf(readings, people);
  const result: (Speech | null)[] = readings.map((reading) =>
    reading.label ? labelled(reading, people, readings) : narrated(reading, narrator),
  );
  readings.forEach((reading, index) => {
    if (reading.kind !== 'prose' && reading.kind !== 'item') return;
    const clauses = clausesOf(reading);
    const at = clauses.findIndex((clause) => isFrame(clause.text, frame));
    const clause = clauses[at];
    if (!clause) {
      result[index] ??= documentSpeech(reading, clauses, readings);
      return;
    }
    const match = clause && frame.exec(clause.text);
    if (!clause || !match || (/^[他她]$/.test(match[1] ?? '') && !pronouns[index])) return;
    const name = /^[他她]$/.test(match[1] ?? '')
      ? (pronouns[index] ?? '')
      : whole(match[1] ?? '', clause.text, people);
    const speech: Speech = {
      name,
      lead: leadFor(name, match[2] ?? ''),
      frame: { text: clause.text, start: clause.start, end: clause.end },
      proof: proofOf(reading, clause.end),
    };
    result[index] = speech;
    markQuotedBefore(readings, index, at, speech, result);
    if (at < clauses.length - 1 || reading.text.endsWith('：'))
      markAfter(readings, index, match[2] ?? '', speech, result, frame);
  });
  return result;
}

/** The sentence up to the words that name the speaker; a little more when that is too short to be found again. */
function proofOf(reading: Reading, frameEnd: number): Span {
  const text = reading.text.slice(0, Math.max(frameEnd - reading.start, Math.min(12, reading.text.length)));
  return { text, start: reading.start, end: reading.start + text.length };
}

/** The cheap test first: most clauses do not end in a verb of speech. */
function isFrame(clause: string, frame: RegExp): boolean {
  return clause.length <= 60 && ENDS_IN_SPEECH.test(clause) && frame.test(clause);
}

/** The quotation that ends right before the frame belongs to its speaker. */
function markQuotedBefore(
  readings: readonly Reading[],
  index: number,
  at: number,
  speech: Speech,
  result: (Speech | null)[],
): void {
  if (at > 0) return;
  for (let before = index - 1; before >= 0; before--) {
    const reading = readings[before];
    if (!reading || reading.paragraph !== readings[index]?.paragraph || result[before]?.frame) break;
    if (before === index - 1 && !reading.text.endsWith('”')) break;
    result[before] = { ...speech, frame: null };
    if (!reading.insideQuote) break;
  }
}

/** Words in an open quotation go on being the speaker's; after 介绍, 建议 … so does the rest of the paragraph. */
function markAfter(
  readings: readonly Reading[],
  index: number,
  verb: string,
  speech: Speech,
  result: (Speech | null)[],
  frame: RegExp,
): void {
  // What was set in quotation marks ends with them: the next sentence is the writer's again.
  const quotes = /[：，]“[^”]{8,}”|是“[^”]+”。$/.test(readings[index]?.text ?? '');
  for (let after = index + 1; after < readings.length; after++) {
    const reading = readings[after];
    if (!reading || reading.paragraph !== readings[index]?.paragraph) break;
    const runsOn = FORWARD.test(verb) && !quotes;
    if (!reading.insideQuote && (!runsOn || reading.text.startsWith('“'))) break;
    if (clausesOf(reading).some((clause) => isFrame(clause.text, frame))) break;
    result[after] = { ...speech, frame: null };
  }
}

/** 答： is whoever the interview's title or opening names. */
function labelled(reading: Reading, people: readonly string[], readings: readonly Reading[]): Speech {
  const label = reading.label ?? '';
  const opening = readings
    .slice(0, 3)
    .map(({ text }) => text)
    .join('\n');
  const name = ANSWER.test(label)
    ? (people.find((person) => opening.includes(person)) ?? '受访者')
    : (people.find((person) => person.includes(label) || label.includes(person)) ?? label);
  const proof = { text: reading.text, start: reading.start, end: reading.end };
  return { name, lead: leadFor(name, '介绍'), frame: null, proof };
}

function leadFor(name: string, verb: string): string {
  if (/看来/.test(verb)) return `在${name}看来，`;
  if (/介绍|告诉|透露|说|称|回忆/.test(verb)) return `据${name}介绍，`;
  return `${name}${verb}，`;
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

const BY_DOCUMENT = /^(《[^《》]{2,40}》)(?:还|也|同时|进一步)?(提出|明确|规定|要求|指出|强调)$/;

/** 《方案》提出，到2027年…: what a document lays down it lays down, under its full title. */
function documentSpeech(
  reading: Reading,
  clauses: readonly { text: string; start: number; end: number }[],
  readings: readonly Reading[],
): Speech | null {
  const [clause] = clauses;
  const match = clause && BY_DOCUMENT.exec(clause.text);
  if (!clause || !match || clauses.length < 2) return null;
  const name = fullTitle(match[1] ?? '', readings);
  return {
    name,
    lead: `${name}${match[2] ?? ''}，`,
    frame: { text: clause.text, start: clause.start, end: clause.end },
    proof: proofOf(reading, clause.end),
  };
}

/** 《某某行动方案》（以下简称《方案》）: the one for the other. */
function fullTitle(title: string, readings: readonly Reading[]): string {
  for (const { text } of readings) {
    const at = text.search(new RegExp(`（(?:以下)?简称${escape(title)}）`));
    const full = at < 0 ? null : /《[^《》]{3,60}》$/.exec(text.slice(0, at))?.[0];
    if (full) return full;
  }
  return title;
}

/** 我叫贺立群，…: whoever tells a whole text of himself. */
function narratorOf(
  readings: readonly Reading[],
  people: readonly string[],
): { name: string; proof: Span } | null {
  const told = readings.filter(({ kind, text }) => kind === 'prose' && text.includes('我')).length;
  if (told < 4) return null;
  for (const { text, start, end } of readings.slice(0, 6)) {
    const name = people.find((person) => new RegExp(`我(?:叫|名叫|的名字叫)${escape(person)}`).test(text));
    if (name) return { name, proof: { text, start, end } };
  }
  return null;
}

function narrated({ kind }: Reading, narrator: { name: string; proof: Span } | null): Speech | null {
  return narrator && (kind === 'prose' || kind === 'item')
    ? { name: narrator.name, lead: `据${narrator.name}介绍，`, frame: null, proof: narrator.proof }
    : null;
}

/** 一家轴承企业的负责人 says more than 负责人. */
function whole(name: string, clause: string, people: readonly string[]): string {
  if (people.includes(name)) return name;
  const before = clause.slice(0, clause.indexOf(name));
  return /^(?:一[家位名个]|多[家位名]|几[家位名]|不少|某|当地)?[\u3400-\u9fffA-Za-z]{2,14}(?:的|相关)?$/.test(
    before,
  ) && !/[说称在对向从到了着是]/.test(before)
    ? before + name
    : name;
}
