import type { Find, Finder } from './find.js';

const QUOTED = /[“‘]([\u3400-\u9fffA-Za-z0-9+.]{2,12})[”’]/g;
const NAMING =
  /(?:称为|称作|称之为|誉为|名为|叫做|叫作|简称|又称|俗称|作为|概括为|定位为|命名为)[^，。]{0,12}$/;

/** Words the article itself sets in quotation marks, when they are rare enough to be worth asking for. */
export const findTerms: Finder = ({ reading }, { countOf }) =>
  [...reading.text.matchAll(QUOTED)].flatMap((match): Find[] => {
    const term = match[1] ?? '';
    const start = reading.start + match.index + 1;
    if (/不是[^。]*而是|怎么|为什么|如何看/.test(reading.text)) return [];
    if (countOf(term) > 3 || /^[的一]|[，。？！]|十[一二三四五]五/.test(term)) return [];
    const naming = NAMING.test(reading.text.slice(0, match.index));
    return [
      {
        kind: naming ? 'alias' : 'relation',
        form: 'term',
        answer: term,
        start,
        end: start + term.length,
        importance: naming
          ? 3
          : isProper(term, reading.text.slice(start - reading.start + term.length)) || countOf(term) > 1
            ? 2
            : 1,
      },
    ];
  });

/** The name of a thing, and no catchword: “灯塔计划”, “耕海一号”, “澜云”平台. */
function isProper(term: string, behind: string): boolean {
  return (
    /[A-Za-z\d]|(?:号|制|法|计划|行动|工程|平台|系统|模式|机制|奖|金|节|会|展|园|区|城|站|网|云|码|卡|券|学堂|课堂|学院|工作室|条例|战略|倡议|系列|奖章|称号|企业|实验室|基地|中心|联盟|大学|学校|公司|厂|船|车|机|站|馆|院)$/.test(
      term,
    ) ||
    /^”[\u3400-\u9fff]{0,4}(?:平台|系统|计划|工程|项目|行动|品牌|商标|模式|奖|称号|机器人|卫星|大模型|模型|探测器|钻井|机组|活动|课程|工作室|企业|展区|专项|基金|制度|机制)/.test(
      behind,
    )
  );
}
