import type { Evidence } from '#question';
import type { Reading } from '../3-names/index.js';
import type { Item } from '../4-facts/find.js';
import { foldText, type FoldedText } from '../folded-text.js';
import { BARE_NAMES } from '../lexicon/organisations.js';
import { PRONOUN } from '../lexicon/words.js';
import { holds, locate, locateAnswer, locateIn, type Span } from './locate.js';
import type { ProposedFact } from './proposals.js';
import { isInLanguageOf, isInstruction } from './suspicion.js';

/** A proposal whose every word was found in the article; all offsets are ours. */
export interface VerifiedFact {
  readonly proposal: ProposedFact;
  readonly reading: Reading;
  readonly quote: Evidence;
  /** Where the subject stands when that is not the quote. */
  readonly subjectProof: Evidence | null;
  readonly answer: string;
  readonly span: Span;
  readonly items: readonly Item[];
  readonly open: boolean;
}

export const REFUSALS = {
  'sentence-unknown': '没有这样编号的句子',
  'not-prose': '出自标题、图注、表格或问句',
  'quote-missing': '引文不是文章的原话',
  'quote-length': '引文太短或太长',
  'answer-missing': '答案不在引文里',
  'figure-cut': '数字不完整，丢了单位或“近”“约”“多”等分寸',
  'word-cut': '答案切断了一个词',
  'subject-missing': '主语不在引文或前两句里',
  'subject-vague': '主语是代词或简称',
  'subject-is-answer': '主语就是答案',
  'time-missing': '时间不是文章里写的',
  'speaker-missing': '说话人不是文章里写的',
  'list-incomplete': '列出的各项与原文不符',
  language: '不是文章的语言',
  instruction: '像是写给模型的指令',
} as const;

export type Refusal = keyof typeof REFUSALS;

const SHORTEST_QUOTE = 6;
const LONGEST_QUOTE = 220;

/** A sentence with its folded form, made once for all proposals. */
export interface Place {
  readonly reading: Reading;
  readonly folded: FoldedText;
}

export function placesOf(readings: readonly Reading[]): Place[] {
  return readings.map((reading) => ({ reading, folded: foldText(reading.text) }));
}

/** Checks a proposed fact against the article. What does not hold is refused, never mended. */
export function verifyFact(
  proposal: ProposedFact,
  places: readonly Place[],
  article: string,
): VerifiedFact | Refusal {
  const found = findPlace(proposal, places);
  if (typeof found === 'string') return found;
  const { reading, span: quoted, index } = found;
  const quote = evidenceAt(article, reading.start + quoted.start, reading.start + quoted.end);
  if (quote.quote.length < SHORTEST_QUOTE || quote.quote.length > LONGEST_QUOTE) return 'quote-length';
  if ((reading.kind !== 'prose' && reading.kind !== 'item') || /[？?]”?$/.test(reading.text))
    return 'not-prose';
  if (isInstruction(reading.text) || isInstruction(proposal.subject)) return 'instruction';
  if (!isInLanguageOf(article, proposal.subject + proposal.answer)) return 'language';

  const inSentence = locateAnswer(reading.text, quoted, proposal.answer);
  if (inSentence === 'missing') return 'answer-missing';
  if (inSentence === 'figure-cut') return 'figure-cut';
  if (cutsWord(reading, inSentence)) return 'word-cut';
  const span = { start: reading.start + inSentence.start, end: reading.start + inSentence.end };
  const answer = article.slice(span.start, span.end);

  const nearby = places
    .slice(Math.max(0, index - 2), index + 1)
    .map((place) => place.reading)
    .toReversed();
  const subject = proposal.subject;
  if (subject in BARE_NAMES || PRONOUN.test(subject)) return 'subject-vague';
  if (holds(answer, subject)) return 'subject-is-answer';
  const named = nearby.find(({ text }) => holds(text, subject));
  if (!named) return 'subject-missing';
  const subjectProof = holds(quote.quote, subject) ? null : evidenceAt(article, named.start, named.end);
  if (proposal.time !== undefined && !saidIn(nearby, proposal.time)) return 'time-missing';
  if (proposal.speaker !== undefined && !saidIn(nearby, proposal.speaker)) return 'speaker-missing';

  const listed = readItems(proposal.items ?? [], answer, span.start);
  const after = article.charAt(span.end);
  const goesOn = /[、和及与]/.test(after) || article.charAt(span.start - 1) === '、';
  if (!listed || (listed.length > 0 && goesOn)) return 'list-incomplete';
  return { proposal, reading, quote, subjectProof, answer, span, items: listed, open: after === '等' };
}

/** The sentence it names, or any other that holds the quote: the number may be wrong, the words may not. */
function findPlace(
  { sentence, quote }: ProposedFact,
  places: readonly Place[],
): { reading: Reading; span: Span; index: number } | Refusal {
  const number = /^S(\d{1,6})$/.exec(sentence)?.[1];
  if (number === undefined) return 'sentence-unknown';
  const named = places.findIndex(({ reading }) => reading.index === Number(number) - 1);
  const words = foldText(quote).text;
  for (const index of [named, ...places.keys()]) {
    const place = places[index];
    const span = place && locateIn(place.folded, words);
    if (span) return { reading: place.reading, span, index };
  }
  return 'quote-missing';
}

/** Both edges have to be edges of words; figures have been looked after already. */
function cutsWord({ tokens, text }: Reading, { start, end }: Span): boolean {
  return tokens.some(
    (token) =>
      (token.start < start && token.end > start && !/\d/.test(text.charAt(start))) ||
      (token.start < end && token.end > end && !/\d/.test(text.slice(token.start, token.end))),
  );
}

function saidIn(readings: readonly Reading[], words: string): boolean {
  return readings.some(({ text }) => holds(text, words));
}

/** The items one after another, with nothing but 、 and 和 between them; null when something else is left. */
function readItems(items: readonly string[], answer: string, start: number): Item[] | null {
  const found: Item[] = [];
  let rest = 0;
  for (const item of items) {
    const span = locate(answer.slice(rest), item);
    if (!span || !/^[、，,和及以与“”‘’《》\s]*$/.test(answer.slice(rest, rest + span.start))) return null;
    const from = rest + span.start;
    const to = rest + span.end;
    found.push({ text: answer.slice(from, to), start: start + from, end: start + to });
    rest = to;
  }
  const complete = items.length === 0 || /^[”’》\s等]*$/.test(answer.slice(rest));
  return complete && items.length !== 1 ? found : null;
}

function evidenceAt(article: string, start: number, end: number): Evidence {
  return { quote: article.slice(start, end), start, end };
}
