import { ORGANISATION_ENDINGS } from '../lexicon/organisations.js';
import type { FindPlaces } from '../places.js';
import { cutByDictionary, type Token } from '../segmenter.js';

const ENDING = new RegExp(`(?:${ORGANISATION_ENDINGS.join('|')})$`);
/** What a brand stands before: 和泽|药业, 和利时|公司. */
const OPENS_HOUSE =
  /^[\u3400-\u9fff]{0,6}?(?:公司|集团|药业|实业|科技|股份|工厂|[^工]厂|银行|医院|学院|大学|酒店|超市|商场|研究院)/;
/** 股份有限公司, 上市公司: sorts of houses, no house. */
const SORT_ONLY =
  /^(?:股份|有限|责任|国有|独资|控股|集团|上市|民营|合资|合作|合伙|外资|中外|跨国|子|分|总|制)+(?:公司|集团|企业|合作社)$/;
const PART = /^(?:n|ns|nr|nt|nz|nrt|nrfg|vn|eng|j|b|a|s|f|an|l|q|m|zg)$/;
const LONGEST = 24;

/** Whether it ends as organisations do. */
export function isOrganisation(name: string): boolean {
  return ENDING.test(name);
}

/** Names that end in 公司, 大学, 联盟 …: the run of nouns before the ending, at least one word of it. */
export function harvestOrganisations(tokens: readonly Token[]): string[] {
  const names: string[] = [];
  tokens.forEach((token, index) => {
    // 保护|站: the dictionary cuts what ends the name in two.
    const joined = token.text.length === 1 ? (tokens[index - 1]?.text ?? '') + token.text : token.text;
    if (!ENDING.test(joined) || !/^(?:n|nt|l|x|nz|j|v|vn|q)/.test(token.tag)) return;
    if (ENDING.test(tokens[index + 1]?.text ?? '')) return;
    let first = joined === token.text ? index : index - 1;
    while (first > 0 && isPart(tokens[first - 1]) && token.end - (tokens[first - 1]?.start ?? 0) <= LONGEST)
      first--;
    first = startAtPlace(tokens, first, index);
    // 第一|机械工业部…: its number is part of the name.
    if (/^第[一二三四五六七八九十]$/.test(tokens[first - 1]?.text ?? '')) first--;
    const name = withoutPreposition(
      tokens
        .slice(first, index + 1)
        .map(({ text }) => text)
        .join(''),
    );
    if (isName(name, tokens.slice(first, index + 1))) names.push(name);
  });
  return names;
}

/** 由某某集团 guessed to be one word; 管理局改组为某某集团 names the second only. */
function withoutPreposition(name: string): string {
  const renamed = name.replace(
    /^(?:对话|专访|走进|走近|探访|揭秘|我看)(?=[\u3400-\u9fff]{4})|^.*(?:改组|改制|改建|改|更名|合并|升格|升级|重组|组建|转制)[为成](?=[\u3400-\u9fff]{4})/,
    '',
  );
  const apposed = renamed.replace(/^.*(?:企业|龙头|巨头|旗下|单位)(?=[\u3400-\u9fff]{4})/, '');
  return apposed
    .replace(/^(?:记者|笔者)[从在]?/, '')
    .replace(/^[由和与在对从被为向及经以到](?=[\u3400-\u9fff]{3})/, '');
}

/**
 * 远航|港口集团有限公司: where the same two characters stand before the name wherever its beginning stands, and open a
 * clause with it, they are its brand, which the dictionary took for a word of its own.
 */
export function withBrands(
  names: ReadonlySet<string>,
  article: string,
  placesOf: FindPlaces,
  heads: readonly string[] = [],
): string[] {
  const brands = new Map<string, string>();
  return Array.from(names, (found) => {
    const name = withHead(found, heads, article);
    if (name !== found) return name;
    const head = name.slice(0, 4);
    const brand = brands.get(head) ?? brandBefore(head, article, placesOf);
    brands.set(head, brand);
    return brand + name;
  });
}

/** 岭|安县某公司 where the place is 岭安县, 和|泽药材厂 where the brand is 和泽: a name never begins inside a longer one. */
function withHead(name: string, heads: readonly string[], article: string): string {
  for (const head of heads) {
    for (let from = 1; from < head.length; from++) {
      const whole = head.slice(0, from) + name;
      if (name.startsWith(head.slice(from)) && article.includes(whole)) return whole;
    }
    if (/^[和同与]/.test(head) && article.includes(head + name)) return head + name;
  }
  return name;
}

const CONJUNCTION_HEAD = /(?:^|[，。；：、“（）\n])([和同与])([\u3400-\u9fff]{2})/g;
const TOGETHER = /^[^，。；]*(?:合作|联合|一起|一道|共同|携手|签|相比|不同|相同|一样|达成|联手)/;

/**
 * 和泽 in 和泽药业公司: what never stands without 和 before it and opens a clause with it is a brand, no second half of
 * a pair.
 */
export function harvestBrandsWithAnd(article: string, placesOf: FindPlaces): string[] {
  const brands = new Set<string>();
  for (const { 0: whole, 1: head = '', 2: next = '', index } of article.matchAll(CONJUNCTION_HEAD)) {
    const at = index + whole.length - next.length;
    if ((cutByDictionary(article.slice(at - 1, at + 5))[0]?.length ?? 1) > 1) continue;
    if (TOGETHER.test(article.slice(at))) continue;
    for (const rest of [next.slice(0, 1), next]) {
      const isWord = rest.length > 1 && cutByDictionary(rest).length === 1;
      const always = placesOf(rest).every((place) => article.charAt(place - 1) === head);
      if (isWord || !always || !OPENS_HOUSE.test(article.slice(at + rest.length, at + 14))) continue;
      brands.add(head + rest);
      break;
    }
  }
  return [...brands];
}

/** No company is called by its trade alone: 北麓|水务有限公司. */
const TRADE =
  /^(?:水务|物流|科技|农业|旅游|文旅|能源|建设|投资|置业|食品|药业|实业|环保|电子|机械|化工|汽车|传媒|教育|检测|租赁|生态|电力|钢铁|纺织|服装|家具|玻璃)(?:股份|有限|集团|公司|科技|发展)/;

/** The brand, or nothing. */
function brandBefore(head: string, article: string, placesOf: FindPlaces): string {
  const places = placesOf(head);
  const before = new Set(places.map((at) => article.slice(Math.max(0, at - 2), at)));
  const [brand = ''] = before;
  const isLost = TRADE.test(head);
  const isBrand =
    before.size === 1 &&
    (places.length >= 2 || isLost) &&
    /^[\u3400-\u9fff]{2}$/.test(brand) &&
    !/[的和与及由在对从为向]/.test(brand);
  return isBrand && (isLost || new RegExp(`(?:^|[，。；：、“\\n])${brand}${head}`).test(article))
    ? brand
    : '';
}

const SURE_ENDING = /(?:有限公司|大学|研究院|研究所|委员会|联盟|协会|学会|联合会|基金会|实验室|联合国)$/;

/** A place, a person or a brand opens it; without one only an ending that nothing but an organisation has will do. */
function isName(name: string, tokens: readonly Token[]): boolean {
  const [first, last] = [tokens[0], tokens.at(-1)];
  if (
    name.length < (last?.text.length ?? 0) + 2 ||
    name.length < 4 ||
    SORT_ONLY.test(name) ||
    /\d|^第(?![一二三四五六七八九十](?:机械|汽车|人民|拖拉机|医科|重型|师范|工业|建筑|中学|医院))|[一两几多某这那各][家所个座]|级重点|^(?:高水平|一流|综合性|应用型|民办|公办|孔子学院|省级|市级|国家级|重点)|(?:加工|车削|铣削)中心$/.test(
      name,
    )
  )
    return false;
  // 省第三人民医院, 县农业农村局: one's own province or county needs no name.
  if (/^[省市县区镇][\u3400-\u9fff]{4,}$/.test(name)) return true;
  // 清源|绿能|公司: what the dictionary has not is a brand.
  if (first?.tag.startsWith('n') && tokens.slice(0, 3).some(({ tag }) => tag === 'x' || tag === 'zg'))
    return true;
  return (
    /^(?:ns|nr|nt|nz|nrt|x|eng)/.test(first?.tag ?? '') ||
    name.startsWith('第') ||
    (SURE_ENDING.test(name) && name.length >= 6)
  );
}

function isPart(token: Token | undefined): boolean {
  if (!token || /^(?:一些|一批|多家|全国|各|每|该|本|首|两|三|是|等|及|和|与|会|要|再|才)/.test(token.text))
    return false;
  if (token.tag === 'x') return /^[\u3400-\u9fffA-Za-z]+$/.test(token.text);
  return (
    PART.test(token.tag) ||
    (token.tag === 'v' &&
      /^(?:管理|设计|制造|创意|投资|服务|发展|控股|检测|合作|开发|研究|联合|建设|交通|运输)$/.test(
        token.text,
      ))
  );
}

/** Of 推动青岛某公司 only the part from the place on is a name. */
function startAtPlace(tokens: readonly Token[], first: number, last: number): number {
  for (let at = first; at < last; at++) {
    const token = tokens[at];
    if (!token) break;
    if (token.tag === 'ns' || token.tag === 'nr' || token.tag === 'nz') return at;
    if (/^(?:a|m|q|f|v|d)$/.test(token.tag) && at === first) first++;
  }
  return first;
}
