import { tagPlainly } from '../segmenter.js';

const GENERIC =
  /^(?:股份|有限|责任|公司|集团|科技|技术|数字|智能|网络|信息|工业|制造|国际|控股|实业|电子|大学|学院|研究|中国|全国|生态|文化|工程|建设|中心|市|省|第一|人民)/;

/** What the text calls an organisation once its full name was given: the brand behind the place, alone or with the place. */
export function harvestShortNames(
  article: string,
  organisations: readonly string[],
): { short: string; full: string }[] {
  return organisations.flatMap((full) => {
    const others = organisations.filter((name) => name !== full && name.length > 3);
    return candidatesOf(full)
      .filter((short) => standsAlone(article, short, [full, ...others]))
      .slice(0, 1)
      .map((short) => ({ short, full }));
  });
}

function candidatesOf(full: string): string[] {
  const words = tagPlainly(full);
  const place = words[0]?.tag === 'ns' ? words[0].text : '';
  const rest = full.slice(place.length);
  const brands = [3, 2, 4].map((length) => rest.slice(0, length)).filter((brand) => !GENERIC.test(brand));
  return [
    ...brands.map((brand) => place + brand).filter((name) => place !== '' && name.length >= 4),
    ...brands,
  ]
    .filter((name) => name.length >= 2 && name.length < full.length - 2)
    .toSorted((a, b) => b.length - a.length);
}

/** Twice at least outside the full names, or once as the head of a clause. */
function standsAlone(article: string, short: string, fulls: readonly string[]): boolean {
  let rest = article;
  for (const full of fulls) rest = rest.replaceAll(full, '〓');
  return rest.split(short).length > 2;
}
