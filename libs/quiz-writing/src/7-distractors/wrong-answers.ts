import type { Sketch } from '../candidate.js';
import type { Finding } from '../4-facts/index.js';
import { contrastsOf } from '../lexicon/contrasts/index.js';
import { otherPlacesNear } from '../lexicon/gazetteer.js';
import { shuffle, type Random } from '../random.js';
import { otherDates } from './dates.js';
import { boundsOf } from './figure-bounds.js';
import { otherFigures, otherFractions, otherRanks } from './figures.js';
import { otherItems } from './lists.js';
import { otherOrganisations, otherPeople, otherPosts } from './names.js';
import { otherQuoted } from './quoted.js';
import { swappedPhrases, type Around } from './swaps.js';
import { otherTitles } from './titles.js';
import { columnOf, type World } from './world.js';

/** Figures and posts of the very sentence are the traps one wants. */
const FREE_OF_SENTENCE = /^(?:figure|date|post|rank)$/;

/** Wrong answers of the class of the right one, the likeliest first, none of them true by the article. */
export function wrongAnswers(sketch: Sketch, world: World, random: Random): string[] {
  const { finding, stem, correct } = sketch;
  const [answer = ''] = correct;
  const options = [...new Set(ofItsClass(sketch, world, random))].filter((option) => option !== answer);
  if (FREE_OF_SENTENCE.test(finding.find.form)) return options;
  return options.filter(
    (option) =>
      isAsLong(option, answer) &&
      !finding.scene.reading.text.includes(option) &&
      !stem.includes(option) &&
      !isSaidOf(finding.fact.subject, option, world),
  );
}

/** What may stand beside the members of a list; nothing where more may belong to the list than it names. */
export function itemsBeside({ find, fact, scene }: Finding, world: World, random: Random): string[] {
  const items = (find.items ?? []).map(({ text }) => text);
  const around: Around = { article: world.article, sentence: scene.reading.text, stem: '' };
  const [first = ''] = items;
  if (items.every((item) => item.startsWith('《'))) return otherTitles(first, world.titles, around, random);
  const others = world.lists.filter((list) => !list.some((item) => items.includes(item)));
  return otherItems(items, others, scene.reading.text, random).filter(
    (item) => !isSaidOf(fact.subject, item, world),
  );
}

function ofItsClass({ finding, correct, stem }: Sketch, world: World, random: Random): string[] {
  const { find, fact, scene } = finding;
  const [answer = ''] = correct;
  const sentence = scene.reading.text;
  const at = find.start - scene.reading.start;
  const around: Around = { article: world.article, sentence, stem };
  switch (find.form) {
    case 'figure':
      if (!find.figure) return [];
      return /分之/.test(find.figure.core) && !find.figure.core.startsWith('百')
        ? otherFractions(answer, random)
        : otherFigures(find.figure, stem, world.figures, random, boundsOf(sentence, at, find.figure));
    case 'date':
      return otherDates(answer, world.dates, random, {
        plan: finding.statement.plan,
        years: world.years,
        stem,
      });
    case 'post':
      return answer === fact.subject
        ? otherPeople(answer, world.names, fact.answer, random)
        : otherPosts(answer, world.names, fact.subject, world.article, random);
    case 'person':
      return otherPeople(answer, world.names, '', random);
    case 'organisation':
      return otherOrganisations(answer, world.names, random);
    case 'place': {
      const near = otherPlacesNear(answer);
      return near.length > 0 ? shuffle(near, random) : swappedPhrases(answer, around, random);
    }
    case 'title':
      return otherTitles(answer, world.titles, around, random);
    case 'rank':
      return otherRanks(find.answer, random).filter((rank) => !sentence.includes(rank));
    case 'foreign':
      return [...shuffle(world.foreign, random), ...shuffle(contrastsOf(answer), random)];
    case 'cell':
      return shuffle([...new Set(world.cells.get(columnOf(finding)) ?? [])], random);
    case 'term':
      return fact.kind === 'definition'
        ? [...shuffle(world.defined, random), ...swappedPhrases(answer, around, random)]
        : otherQuoted(answer, at, around, random);
    case 'phrase': {
      // 滨海港 is a 港口 by its name, and no 机场.
      const kind = fact.subject.at(-1) ?? '';
      return swappedPhrases(answer, around, random).filter(
        (option) => option.includes(kind) || !answer.includes(kind),
      );
    }
    default:
      return [];
  }
}

function isAsLong(option: string, answer: string): boolean {
  const slack = Math.max(1, 0.4 * answer.length);
  return Math.abs(option.length - answer.length) <= slack + (answer.startsWith('《') ? 3 : 0);
}

/** Whether a sentence of the article has both: then it may be true of the subject as well. */
function isSaidOf(subject: string, option: string, { sentences, article }: World): boolean {
  if (subject === '' || !article.includes(option)) return false;
  return sentences.some((sentence) => sentence.includes(option) && sentence.includes(subject));
}
