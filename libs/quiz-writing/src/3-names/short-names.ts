import type { FindPlaces } from '../places.js';
import { tagPlainly } from '../segmenter.js';

const GENERIC =
  /^(?:股份|有限|责任|公司|集团|科技|技术|数字|智能|网络|信息|工业|制造|国际|控股|实业|电子|大学|学院|研究|中国|全国|生态|文化|工程|建设|中心|市|省|第一|人民)/;

/** What the text calls an organisation once its full name was given: the brand behind the place, alone or with the place. */
export function harvestShortNames(
  article: string,
  organisations: readonly string[],
  placesOf: FindPlaces,
): { short: string; full: string }[] {
  const pieces = piecesOf(article, organisations, placesOf);
  const said = organisations.flatMap((full) => saidShort(full, article, placesOf) ?? []);
  const known = new Set(said.map(({ full }) => full));
  const others = organisations.filter((full) => !known.has(full));
  return [
    ...said,
    ...others.flatMap((full) =>
      candidatesOf(full)
        .filter((short) => isBrand(short, full, article, placesOf))
        .filter((short) => standsAlone(short, full, pieces, placesOf))
        .slice(0, 1)
        .map((short) => ({ short, full })),
    ),
  ];
}

/** 某某股份有限公司（以下简称“某某”）: the text says so itself. */
function saidShort(
  full: string,
  article: string,
  placesOf: FindPlaces,
): { short: string; full: string } | null {
  const [at] = placesOf(`${full}（`);
  const note = at === undefined ? '' : article.slice(at + full.length, at + full.length + 24);
  const short = /^（(?:以下|下文|下)?(?:简称|称)(?:为)?[：:]?“?([\u3400-\u9fffA-Za-z]{2,10})”?）/.exec(
    note,
  )?.[1];
  return short ? { short, full } : null;
}

const PLACE = /[省市县区镇乡]/;

/** A place or a word of the dictionary is nobody's short name, and no brand stops in the middle of a word. */
function isBrand(short: string, full: string, article: string, placesOf: FindPlaces): boolean {
  const [token, ...more] = tagPlainly(short);
  if (more.length === 0 && token && /^(?:ns|n|v|vn|a|d)$/.test(token.tag)) return false;
  if (short.length === 2 && placesOf(short).some((at) => PLACE.test(article.charAt(at + 2)))) return false;
  if (/^(?:集团|公司|股份|有限|责任|实业|科技)/.test(full.slice(short.length - 1))) return false;
  const words = tagPlainly(full);
  const isWhole = words.some(({ end }) => end === short.length) || words.every(({ text }) => text.length > 2);
  return short.length !== 3 || isWhole;
}

/** A stretch between marks, which no name crosses, and the organisations named in it. */
interface Piece {
  readonly text: string;
  readonly start: number;
  readonly organisations: string[];
}

const LONGEST_PIECE = 500;

function piecesOf(article: string, organisations: readonly string[], placesOf: FindPlaces): Piece[] {
  const pieces = [...article.matchAll(/[^\n。！？，；：]+/g)].map(({ 0: text, index }): Piece => ({
    text,
    start: index,
    organisations: [],
  }));
  for (const name of organisations) {
    for (const start of placesOf(name)) {
      const piece = pieceAt(pieces, start);
      if (piece && piece.organisations.at(-1) !== name) piece.organisations.push(name);
    }
  }
  return pieces;
}

function pieceAt(pieces: readonly Piece[], at: number): Piece | undefined {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pieces[middle]?.start ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return pieces[low - 1];
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
    .filter((name) => name.length >= 2 && name.length < full.length - 2 && !isWordOrPlace(name, full))
    .toSorted((a, b) => b.length - a.length);
}

/** 海洋 is no short name of 中国海洋大学, nor 蓝湾市 of its government; 蓝鲸 may be that of a company. */
function isWordOrPlace(name: string, full: string): boolean {
  if (/[市县区省]$/.test(name)) return true;
  const [word, more] = tagPlainly(name);
  if (!word || more) return false;
  return word.tag === 'ns' || (!/公司$|集团$|厂$/.test(full) && /^(?:n|v|vn|a|b|d)$/.test(word.tag));
}

/** Twice at least outside the full names, once where a clause begins: 云川 in 云川市 and 研发 in a clause are no names. */
function standsAlone(short: string, full: string, pieces: readonly Piece[], placesOf: FindPlaces): boolean {
  const places = placesOf(short);
  if (!places.some((at) => opensClause(short, at, pieceAt(pieces, at)))) return false;
  let times = 0;
  for (const piece of new Set(places.map((at) => pieceAt(pieces, at)))) {
    if (!piece || piece.text.length > LONGEST_PIECE) continue;
    let rest = piece.text.replaceAll(full, '〓');
    for (const name of piece.organisations) if (name.length > 3) rest = rest.replaceAll(name, '〓');
    times += rest.split(short).length - 1;
    if (times > 1) return true;
  }
  return false;
}

function opensClause(short: string, at: number, piece: Piece | undefined): boolean {
  if (!piece) return false;
  const from = at - piece.start;
  const behind = piece.text.slice(from + short.length, from + short.length + 2);
  return (
    (from === 0 || /[、“”由在与和据]/.test(piece.text.charAt(from - 1))) &&
    !/^(?:[市县区省镇乡村]|大学|学院)/.test(behind)
  );
}
