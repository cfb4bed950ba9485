import { DOCUMENT_KINDS, PERIODICALS } from '../lexicon/named-things.js';
import { shuffle, type Random } from '../random.js';
import { swappedPhrases, type Around } from './swaps.js';

const DOCUMENT =
  /(?:办法|条例|规定|细则|意见|方案|规划|计划|通知|标准|指南|纲要|公约|章程|规范|规程|守则|措施)(?:（[^（）]*）)?》$/;
const PERIODICAL = /(?:杂志|学报|日报|晚报|周刊|期刊|通讯|时报)》$/;

/** Titles of the answer's sort: the article's own and the course's, then the same matter under another kind of document. */
export function otherTitles(
  answer: string,
  titles: readonly string[],
  around: Around,
  random: Random,
): string[] {
  const own = titles.filter(
    (title) =>
      title !== answer &&
      sortOf(title) === sortOf(answer) &&
      isAsLong(title, answer) &&
      !around.sentence.includes(title) &&
      !overlaps(title, answer),
  );
  const shelf = PERIODICALS.find((all) => all.includes(answer)) ?? [];
  const made = [...otherKinds(answer), ...shelf, ...swappedTitles(answer, around, random)].filter(
    (title) => title !== answer && !around.article.includes(title),
  );
  return [...new Set([...shuffle(own, random).slice(0, 2), ...made])];
}

function sortOf(title: string): string {
  if (/(?<!办)法》$/.test(title)) return 'law';
  if (DOCUMENT.test(title)) return 'document';
  return PERIODICAL.test(title) ? 'periodical' : 'work';
}

/** 《某市公积金管理办法》 → 《某市公积金管理条例》. */
function otherKinds(answer: string): string[] {
  const [, body = '', tail = ''] = /^《(.*?)((?:（[^（）]*）)?》)$/.exec(answer) ?? [];
  for (const kinds of DOCUMENT_KINDS) {
    const [kind = '', ...others] = kinds;
    if (body.length <= kind.length + 1 || !body.endsWith(kind)) continue;
    const matter = body.slice(0, -kind.length);
    return others.map(
      (other) => `《${matter}${matter.endsWith('管理') ? other.replace(/^管理/, '') : other}${tail}`,
    );
  }
  return [];
}

function swappedTitles(answer: string, around: Around, random: Random): string[] {
  const body = answer.slice(1, -1);
  return swappedPhrases(body, around, random).map((other) => `《${other}》`);
}

function isAsLong(title: string, answer: string): boolean {
  return title.length <= 1.5 * answer.length + 2 && answer.length <= 1.5 * title.length + 2;
}

function overlaps(a: string, b: string): boolean {
  const [one, other] = [a.slice(1, -1), b.slice(1, -1)];
  return one.includes(other) || other.includes(one);
}
