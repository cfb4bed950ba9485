import type { Finding } from '../4-facts/index.js';
import type { Surroundings } from '../3-names/index.js';
import { bare } from '../8-gate/rule.js';
import { seededRandom, seedFor, shuffle } from '../random.js';
import { onlyFigure } from './locate.js';
import { isInLanguageOf, isInstruction } from './suspicion.js';

const WANTED = 3;
const FEWEST = 2;
const EVERY_OR_NONE = /以上|上述|都是|都对|都不|均|其他选项|不确定|无法判断/;

/** What a wrong option is held against. */
export interface KnownTruth {
  readonly findings: readonly Finding[];
  readonly article: string;
  /** The article's sentences without blanks and marks. */
  readonly sentences: readonly string[];
}

export function knownTruth(findings: readonly Finding[], { article }: Surroundings): KnownTruth {
  return { findings, article, sentences: article.split(/[。！？\n]/).map(bare) };
}

/**
 * Of proposed wrong options the three that are most like the answer in length; null when fewer than two are of its sort
 * and not true by the article. Which come first among equals is the seed's to say, not the proposer's.
 */
export function pickDistractors(
  finding: Finding,
  proposed: readonly string[],
  { findings, article, sentences }: KnownTruth,
  seed: number,
): string[] | null {
  const { fact } = finding;
  const fit = proposed.filter(
    (option) =>
      isLike(option, fact.answer) &&
      !EVERY_OR_NONE.test(option) &&
      !isInstruction(option) &&
      isInLanguageOf(article, option) &&
      !mayBeTrue(option, finding, findings, sentences),
  );
  const distinct = fit.filter(
    (option, index) => fit.findIndex((other) => bare(other) === bare(option)) === index,
  );
  const distance = (option: string) => Math.abs(option.length - fact.answer.length);
  const picked = shuffle(distinct.toSorted(), seededRandom(seedFor(seed, `wording${fact.id}`)))
    .sort((a, b) => distance(a) - distance(b))
    .slice(0, WANTED);
  return picked.length < FEWEST ? null : picked;
}

/** Same class, unit, hedge and about the same length. */
function isLike(option: string, answer: string): boolean {
  const [a, b] = [bare(option), bare(answer)];
  if (a === '' || a.includes(b) || b.includes(a)) return false;
  if (/^《.*》$/.test(option) !== /^《.*》$/.test(answer)) return false;
  const [one, other] = [onlyFigure(option), onlyFigure(answer)];
  if (one || other) {
    return (
      one?.unit === other?.unit &&
      one?.before === other?.before &&
      one?.after === other?.after &&
      one?.value !== other?.value
    );
  }
  return option.length <= 2 * answer.length + 2 && answer.length <= 2 * option.length + 2;
}

/** Said of the subject somewhere, or the answer to another fact about it. */
function mayBeTrue(
  option: string,
  { fact }: Finding,
  findings: readonly Finding[],
  sentences: readonly string[],
): boolean {
  const words = bare(option);
  const subject = bare(fact.subject);
  if ([...fact.acceptedForms, ...(fact.items ?? [])].some((form) => bare(form) === words)) return true;
  const others = findings.filter((other) => bare(other.fact.subject) === subject);
  if (others.some((other) => bare(other.fact.answer).includes(words))) return true;
  return sentences.some((sentence) => sentence.includes(words) && sentence.includes(subject));
}
