import { cutByDictionary, tagPlainly, type Token } from '../segmenter.js';

/** Tagged as places, but naming none. */
export const NO_PLACE =
  /^(?:城市|城镇|城乡|乡村|农村|国家|世界|全球|全国|全省|全市|本地|当地|沿海|内地|大都市|深度|长度|高度|长达|高达|到达|普及|扎根|关联|国际|海外|国内|国外|市区|郊区|城区|县城|社区|园区|海域|水域|两岸|东部|西部|南部|北部|中部|[\u3400-\u9fff]{2,}[度率性])$/;

const LEVELS = '省市县镇乡旗';
const BEFORE = `(?<=^|[，。；：、“”（）《》—\\s]|[在从到由与和据赴省市县]|来自|位于|地处|隶属|记者|通讯员)`;
const WRITTEN = new RegExp(`${BEFORE}([\\u3400-\\u9fff]{2,3})([${LEVELS}])(?![${LEVELS}])`, 'gm');
/** 望城区 behind 梧江市. */
const DISTRICT = /(?<=[\u3400-\u9fff]{2}市)([\u3400-\u9fff]{2,3})(区)/g;
const NO_NAME =
  /[全各本该每这那我他它的了着过是和与及或为被把将在从到由于对向以其有无不也都还已更最某外邻近周等地个两几多贫]|^(?:城|超|都|上|股|门|夜|集|古|小|乡|重|大|中)$|^[一二三四五六七八九十]/;

/** 云岭|县, 石门|港: a place and the word that says what it is are one name; 临|清河县 is another county than 清河县. */
export function harvestPlaces(sentences: readonly (readonly Token[])[], article: string): string[] {
  const places = new Set<string>();
  const prefixed = new Map<string, number>();
  const alone = new Set<string>();
  for (const tokens of sentences) {
    tokens.forEach((token, at) => {
      if (token.tag !== 'ns') return;
      const [before, next] = [tokens[at - 1], tokens[at + 1]];
      if (token.text.length >= 2 && next && /^[市县区省镇乡村港湾岛]$/.test(next.text))
        places.add(token.text + next.text);
      if (token.text.length < 3 || !/[市县区镇乡村]$/.test(token.text)) return;
      if (before && /^[\u3400-\u9fff]$/.test(before.text) && !/^(?:[pcfru]|u.|x$|d$)/.test(before.tag)) {
        const name = before.text + token.text;
        prefixed.set(name, (prefixed.get(name) ?? 0) + 1);
      } else alone.add(token.text);
    });
  }
  for (const [name, times] of prefixed) if (times >= 2 && !alone.has(name.slice(1))) places.add(name);
  for (const name of hamlets(sentences)) places.add(name);
  for (const [name, { first, times }] of writtenPlaces(article)) {
    const stem = name.slice(0, -1);
    const isInside = first > 0 && /[省市县]/.test(article.charAt(first - 1));
    const isRuled = new RegExp(`${name}(?:人民政府|政府|委员会|[\\u3400-\\u9fff]{2,3}[县区镇乡])`).test(
      article.slice(first, first + 16),
    );
    const isKnown = tagPlainly(stem)[0]?.tag === 'ns';
    const isWord = cutByDictionary(stem).length === 1 || cutByDictionary(name).length === 1;
    if (isKnown || isRuled || (!isWord && (first === 0 || isInside || times > 1))) places.add(name);
  }
  return [...places].filter(
    (place) => !NO_PLACE.test(place) && !/^会.{2,}市$/.test(place) && !/[小古重][镇城]$/.test(place),
  );
}

/** 霍家沟, 石头坪: what the dictionary has not and ends as villages do, said twice. */
function hamlets(sentences: readonly (readonly Token[])[]): string[] {
  const times = new Map<string, number>();
  for (const tokens of sentences)
    for (const { text, tag } of tokens)
      if (/^(?:x|ns|nr|nz)$/.test(tag) && /^[\u3400-\u9fff]{2,3}[村屯庄沟坪堡寨坝岭塘洼湾岛]$/.test(text))
        times.set(text, (times.get(text) ?? 0) + 1);
  return [...times].filter(([, count]) => count > 1).map(([name]) => name);
}

/** 沂河县, 柳树屯镇 as the text writes them at the beginning of a phrase, with where each stands first. */
function writtenPlaces(article: string): Map<string, { first: number; times: number }> {
  const found = new Map<string, { first: number; times: number }>();
  for (const pattern of [WRITTEN, DISTRICT]) {
    for (const match of article.matchAll(pattern)) {
      const [name, stem = ''] = match;
      // 省会江宁市: the capital is no part of the name.
      if (NO_NAME.test(stem) || (stem.startsWith('会') && article.charAt(match.index - 1) === '省')) continue;
      const known = found.get(name) ?? { first: match.index, times: 0 };
      found.set(name, { ...known, times: known.times + 1 });
    }
  }
  return found;
}

/** The one place of this level (省, 市, 县, 镇) that the text names; null when it names none or several. */
export function onlyPlaceOf(level: string, places: readonly string[]): string | null {
  const [first, ...others] = [...new Set(places.filter((place) => place.endsWith(level)))];
  return first !== undefined && others.length === 0 ? first : null;
}
