import { standsIn, type Question } from '#question';
import { sameAnswer } from '#scoring';
import type { ListedFact } from './listed-facts.js';

export interface Judged {
  /** The listed facts that the question asks for, with the share of each. */
  readonly asks: readonly { readonly fact: ListedFact; readonly share: number }[];
  /** What is wrong with it, measured against the list and not against the gate that let it pass. */
  readonly faults: readonly string[];
}

/** Holds a question against the article and its list of facts. Texts are compared without blanks and quotation marks. */
export function judgeQuestion(question: Question, article: string, facts: readonly ListedFact[]): Judged {
  const faults: string[] = [];
  if (!standsIn(article, question.evidence)) faults.push('ungrounded');
  const quote = fold(question.evidence.map((piece) => piece.quote).join('\n'));
  const keys = keysOf(question);
  const near = facts.filter(({ evidence }) => overlaps(quote, fold(evidence)));
  const asks = near
    .map((fact) => ({ fact, share: shareOf(question, keys, fact) }))
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.share - a.share || likeness(question, b.fact) - likeness(question, a.fact));
  const main = asks[0]?.fact;
  if (question.type !== 'tf' && !keys.every((forms) => forms.some((form) => supports(quote, form)))) {
    faults.push('key-not-in-quote');
  }
  if (main) faults.push(...held(question, main));
  const many =
    question.type === 'order' || question.type === 'match' || question.type === 'multi' || keys.length > 1;
  return { asks: many ? asks : asks.slice(0, 1), faults };
}

/** The accepted forms of each thing that the key holds. */
function keysOf(question: Question): string[][] {
  switch (question.type) {
    case 'single':
      return [question.options.filter(({ id }) => id === question.key).map(({ text }) => text)];
    case 'multi':
      return question.options.filter(({ id }) => question.key.includes(id)).map(({ text }) => [text]);
    case 'order':
      return question.options.map(({ text }) => [text]);
    case 'match':
      return question.rights.map(({ text }) => [text]);
    case 'fill':
      return question.key.map((forms) => [...forms]);
    case 'tf':
    case 'short':
      return [];
  }
}

function shareOf(question: Question, keys: readonly string[][], fact: ListedFact): number {
  if (question.type === 'tf') {
    const said = fold(question.stem + (question.correction ?? ''));
    const held = [...fact.acceptedAnswers, ...(fact.items ?? [])].some((form) => said.includes(fold(form)));
    return held && likeness(question, fact) >= 0.4 ? 0.7 : 0;
  }
  if (fact.items && (question.type === 'multi' || question.type === 'order' || question.type === 'match')) {
    const got = fact.items.filter((item) =>
      keys.some((forms) => forms.some((form) => same(form, item))),
    ).length;
    return got / fact.items.length >= 0.6 ? 1 : 0;
  }
  const hit = keys.some((forms) =>
    forms.some((form) => fact.acceptedAnswers.some((answer) => same(form, answer))),
  );
  if (hit) return 1;
  return fact.items?.some((item) => keys.some((forms) => forms.some((form) => same(form, item)))) ? 0.5 : 0;
}

/** What a question owes to the fact it asks for: hedge, speaker, time, and options that are not true as well. */
function held(question: Question, fact: ListedFact): string[] {
  const faults: string[] = [];
  const shown =
    question.stem + ('options' in question ? question.options.map(({ text }) => text).join('') : '');
  const HEDGES = /近|接近|不足|不到|约|左右|多|余|超|逾|突破|以上|以下|以内|至少|最多|不低于|不少于/;
  const isFigure = question.type === 'single' || question.type === 'fill';
  if (fact.modality && isFigure && !HEDGES.test(shown + JSON.stringify(question.key)))
    faults.push('hedge-lost');
  if (fact.attributedTo?.length && !fact.attributedTo.some((who) => fold(shown).includes(fold(who)))) {
    faults.push('speaker-lost');
  }
  const years = fact.time?.filter((time) => /\d{4}年/.test(time)) ?? [];
  if (
    years.length > 0 &&
    !years.some((time) => fold(shown + JSON.stringify(question.key)).includes(fold(time)))
  ) {
    faults.push('time-lost');
  }
  if (question.type === 'single' || question.type === 'multi') {
    const wrong = question.options.filter(({ id }) =>
      question.type === 'single' ? id !== question.key : !question.key.includes(id),
    );
    const right = question.options.filter((option) => !wrong.includes(option));
    const trueToo = [
      ...(right.some(({ text }) => fact.acceptedAnswers.some((form) => same(form, text)))
        ? fact.acceptedAnswers
        : []),
      ...(fact.items ?? []),
    ];
    if (wrong.some(({ text }) => trueToo.some((form) => same(form, text)))) faults.push('distractor-true');
  }
  return faults;
}

function same(a: string, b: string): boolean {
  return fold(a) === fold(b) || sameAnswer(a, b).same;
}

function supports(quote: string, form: string): boolean {
  return quote.includes(fold(form)) || form.split(/[、和及]/).every((part) => quote.includes(fold(part)));
}

function overlaps(quote: string, evidence: string): boolean {
  return (
    quote.includes(evidence) ||
    evidence.includes(quote) ||
    commonRun(quote, evidence) >= Math.min(12, evidence.length)
  );
}

function commonRun(a: string, b: string): number {
  let longest = 0;
  for (let start = 0; start + longest < b.length; start += 1) {
    while (start + longest < b.length && a.includes(b.slice(start, start + longest + 1))) longest += 1;
  }
  return longest;
}

/** Share of the subject's letter pairs that stand in the stem. */
function likeness(question: Question, fact: ListedFact): number {
  const stem = fold(question.stem);
  const subject = fold(fact.subject);
  const pairs = Array.from({ length: Math.max(0, subject.length - 1) }, (_, at) => subject.slice(at, at + 2));
  return pairs.length === 0 ? 0 : pairs.filter((pair) => stem.includes(pair)).length / pairs.length;
}

function fold(text: string): string {
  return text.normalize('NFKC').replace(/[\s“”‘’"'「」『』]/g, '');
}
