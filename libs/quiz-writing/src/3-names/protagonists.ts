import { ORGANISATION_ENDINGS } from '../lexicon/organisations.js';
import { cutByDictionary, tagPlainly } from '../segmenter.js';

/** A short name the article itself gives: 瑞禾种业 for 瑞禾种业科技股份有限公司. */
export interface Alias {
  readonly short: string;
  readonly full: string;
}

const GIVEN = /（(?:以下|下文|下)?(?:简称|统称|下称)(?:为|作)?：?([^（）]{2,40})）/g;

/** 以下简称“甲”或“公司”: every short name with the organisation or the title it stands behind. */
export function harvestAliases(
  article: string,
  organisations: readonly string[],
  titles: readonly string[],
): Alias[] {
  const longestFirst = organisations.toSorted((a, b) => b.length - a.length);
  return [...article.matchAll(GIVEN)].flatMap((match) => {
    const before = article.slice(Math.max(0, match.index - 64), match.index);
    const full =
      longestFirst.find((name) => before.endsWith(name)) ??
      titles.map((title) => `《${title}》`).find((title) => before.endsWith(title));
    const shorts = [...(match[1] ?? '').matchAll(/[“《]([^“”《》]{2,20})[”》]|([^“”《》、或和]{2,20})/g)].map(
      ({ 1: quoted, 2: plain = '' }) => quoted ?? plain,
    );
    return full === undefined ? [] : shorts.map((short) => ({ short, full }));
  });
}

/**
 * Whom the article is about, the surest first: who is given a short name in the opening, who stands in the title, who
 * opens the first paragraph.
 */
export function protagonistsOf(
  article: string,
  organisations: readonly string[],
  aliases: readonly Alias[],
): string[] {
  const [title = '', ...rest] = article.split('\n').filter((line) => line.trim() !== '');
  const opening = rest.find((line) => /[。！？]/.test(line)) ?? title;
  const first = opening.slice(0, opening.search(/[，。]/) + 1 || undefined);
  const named = aliases.map(({ full }) => full).filter((full) => organisations.includes(full));
  const titled = organisations.filter((name) => title.includes(name));
  const heading = organisations.filter((name) => {
    const brand = name.slice(0, 4);
    return !titled.includes(name) && title.startsWith(brand);
  });
  const opened = organisations.filter((name) => first.startsWith(name));
  return [...new Set([...named, ...titled, ...opened, ...heading])];
}

const LEAST_SAID = 4;
/** What ends so is a name as soon as it acts twice. */
const NAME_ENDING = new RegExp(
  `(?:${ORGANISATION_ENDINGS.join('|')}|水库|运河|大桥|隧道|铁路|公路|高速|机场|车站|灌区|公园|景区|遗址|古镇|服务区|[山河湖江岛港湾])$`,
);

/** 石门港大事记, 石门港 again and again at the head of a clause: what the title begins with is the article's own name. */
export function titleName(article: string): string | null {
  const [title = '', ...rest] = article.split('\n');
  const body = rest.join('\n');
  const words = tagPlainly(title);
  for (const { end } of words.filter((word) => word.end >= 3 && word.end <= 8).toReversed()) {
    const name = title.slice(0, end);
    if (!/^[\u3400-\u9fff]+$/.test(name) || cutByDictionary(name).length === 1) continue;
    const said = body.match(new RegExp(`(?:^|[，。；：、\\n日月年])${name}`, 'gm'))?.length ?? 0;
    if (said >= (NAME_ENDING.test(name) ? 2 : LEAST_SAID)) return name;
  }
  return null;
}
