import { OPINION } from '../lexicon/words.js';
import type { Clause } from './clauses.js';
import { subjectOf } from './subjects.js';
import type { Find, Finder } from './find.js';

const LINK =
  /^(?:是|为|呈|呈现|成为|原产|又名|位于|坐落于|坐落在|总部设在|总部位于|隶属于|来自|毕业于|出生于|诞生于|原产于|属于|称为|被称为|又称|被誉为|简称|俗称|别名|学名|前身是|指|是指|即|名为|叫|名叫)$/;
const LOCATING = /位于|坐落|原产|设在|产于|出生于/;
const NAMING = /称为|又称|誉为|简称|俗称|别名|学名|名为/;

const DEFINING =
  /^(?:(?:是指|指的是|就是指|即指|指)(?=[\u3400-\u9fff])|是(?:一种|一类|能够?|用来|用于|利用|由[^，]{2,20}(?:组成|构成)|主要?用|用[^，]{2,8}[对来])[^。]*的[\u3400-\u9fff、或和]{2,12}$)/;

/** Subject, link verb and noun phrase to the clause's end: 海洋经济是开放型经济, 总部位于某市. */
export const findRelations: Finder = ({ clauses }, { isNamed, countOf }) =>
  clauses.flatMap((clause): Find[] => {
    const link = clause.tokens.findIndex(({ text }) => LINK.test(text));
    const token = clause.tokens[link];
    const defined =
      token && DEFINING.test(clause.text.slice(token.start - clause.start))
        ? definedTerm(clause, token.start - clause.start)
        : null;
    if (defined) return [defined];
    if (!token || link === 0 || OPINION.test(clause.text) || clause.tokens[link - 1]?.text.endsWith('不'))
      return [];
    if (isInBrackets(clause.text, token.start - clause.start)) return [];
    const whole = clause.text.slice(token.end - clause.start).replace(/^[“‘]|[”’]$/g, '');
    const answer = (/^(?:出生于|诞生于)$/.test(token.text) && BIRTHPLACE.exec(whole)?.[0]) || whole;
    const start = clause.start + clause.text.indexOf(answer, token.end - clause.start);
    if (answer.split('“').length !== answer.split('”').length) return [];
    if (goesOn(clauses[clauses.indexOf(clause) + 1])) return [];
    if (plainly(token.text) && answer.length > 12 && answer.includes('的')) return [];
    if (!isNounPhrase(clause, link + 1) || answer.length < 2 || answer.length > 22 || answer.includes('、'))
      return [];
    const subject = subjectOf(clause);
    if (!subject || countOf(answer) > 4) return [];
    if (/^[为呈]$/.test(token.text) && subject.end !== token.start) return [];
    const plain = /^(?:是|成为)$/.test(token.text);
    if (plain && ((!isNamed(subject.text) && !isNamed(answer)) || SAYS_LITTLE.test(answer))) return [];
    const kind = LOCATING.test(token.text) ? 'location' : NAMING.test(token.text) ? 'alias' : 'relation';
    return [
      {
        kind: /指/.test(token.text) ? 'definition' : kind,
        form: kind === 'location' ? 'place' : 'phrase',
        answer,
        start,
        end: start + answer.length,
        importance: kind !== 'relation' ? 3 : isNamed(subject.text) ? 2 : 1,
      },
    ];
  });

/** Of 浙江省宁波市镇海县一个教师家庭 the place is asked for. */
const BIRTHPLACE = /^[\u3400-\u9fff]{2,14}[省市县区镇乡村](?=一[个户家]|的|$)/;

/** A judgement or an image, not a fact: 科技是发展的关键, 金牌是塔尖. */
const SAYS_LITTLE =
  /(?:关键|基础|核心|前提|保障|灵魂|根本|重点|支撑|动力|窗口|缩影|见证|方向|选择|途径|过程|一步|问题|原因|事情|地方|优势|亮点|法宝|利器|财富|底气|标志|力量|源泉|生命线|[^产]品)$|^.{1,2}$/;

/** 是能够感受…的被测量，并转换成…的器件: the noun phrase runs on behind the comma. */
function goesOn(next: Clause | undefined): boolean {
  return (
    next !== undefined &&
    /^(?:并|且|而|或|及|以及|和)(?!不是)/.test(next.text) &&
    /的[\u3400-\u9fff]{2,8}$/.test(next.text)
  );
}

function plainly(link: string): boolean {
  return link === '是' || link === '为' || link === '成为';
}

function isInBrackets(text: string, at: number): boolean {
  return text.lastIndexOf('（', at) > text.lastIndexOf('）', at);
}

/** Of a definition the term is asked for: what it means is too long to choose or to type. */
function definedTerm(clause: Clause, link: number): Find | null {
  const term = clause.text
    .slice(0, link)
    .replace(/（[^（）]*）$/, '')
    .replace(/^(?:所谓|其中|而)/, '')
    .replace(/[“”]/g, '');
  if (!/^[\u3400-\u9fffA-Za-z0-9]{2,12}$/.test(term) || clause.text.length < 12) return null;
  const start = clause.start + clause.text.indexOf(term);
  return { kind: 'definition', form: 'term', answer: term, start, end: start + term.length, importance: 3 };
}

/** What follows must end the clause in a noun and hold no second sentence. */
function isNounPhrase(clause: Clause, from: number): boolean {
  const tokens = clause.tokens.slice(from);
  const last = tokens.at(-1);
  if (
    !last ||
    !(/^(?:n|vn|eng|an|s|j|l|i)/.test(last.tag) || /^(?:[”’）]|[\u3400-\u9fff]{2,}|短缺)$/.test(last.text))
  )
    return false;
  if (/^(?:v|a|d)$/.test(last.tag) && tokens.length > 3) return false;
  return !tokens.some(
    ({ text, tag }) => tag === 'r' || /^(?:不|没有|谁|什么|如何|怎样|因为|为了|由于)$/.test(text),
  );
}
