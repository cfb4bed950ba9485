import { BARE_NAMES } from '../lexicon/organisations.js';
import { LEADING_TIME } from '../lexicon/words.js';
import { findFigures } from '../numbers.js';
import { onceEach } from '../once-each.js';
import type { Token } from '../segmenter.js';
import { headLength, type Clause, type Span } from './clauses.js';

const NOMINAL = /^(?:n|vn|an|a|b|m|q|j|eng|s|f|l|i|zg|k|t)/;
const NAME = /^(?:nr|ns|nt|nz|nrt)$/;
const GLUE = /^(?:的|之|和|与|及|以及|、|“|”|‘|’|《|》|（|）|·|-|—|\+| )$/;
const NOT_IN_SUBJECT =
  /^(?:是|有|为|在|对|把|被|让|使|由|从|自|于|经|等|所|以|不|没|没有|最|正在|通过|不是|很|都|就|就是|只|仅|共|约|达|占|高|长|宽|深|重)$/;
/** Verbs that only bring in a circumstance, as a preposition does. */
const COVERB =
  /^(?:围绕|针对|根据|按照|依托|通过|聚焦|面向|立足|借助|结合|基于|随着|经过|作为|凭借|伴随|沿着|为了|除了|本着)$/;
const CIRCUMSTANCE =
  /^(?:在|受(?![益邀聘访理])|当(?!前|地|代|天)|随着|自|从|作为|除|为|为了|通过|经过|依托|围绕|借助|按照|根据|针对|对于|至于|面对)/;
const CIRCUMSTANCE_END =
  /(?:同时|之际|之时|时|以后|之后|后|之前|前|以来|下|中|上|里|方面|看|来说|而言|基础上|过程中|影响|启发|鼓舞|冲击)$/;
const MOMENT =
  /(?:最初|起初|当初|早年|高峰时|鼎盛时|那天|那年|那时|那一年|那一天|当天|当日|当晚|首年|时期|年间|之初|初期|期间|前夕|前后|之际|之时|时|后|以来|以后|之后|来说|来看|而言)$/;
const SETTING = /^(?:根据|按照|依据|按)|^在.*\d{4}年.*[上中]$/;
const LONGEST_MOMENT = 18;
const MEANS = /^(?:通过|依托|围绕|借助|按照|根据|针对)(?!了|审)/;

/** Tagged as nouns, but at the head of a clause they are its verb: 新建码头12座. */
const DONE =
  /^(?:新建|新增|改建|扩建|改扩建|改造|建成|完成|新开|培养|投入|聚集|举办|引进|服务|造就|培育|分析)$/;

/** Tagged as nouns, but before a verb they say how or when. */
const ADVERBIAL =
  /^(?:重点|主要|共同|联合|全年|年内|全部|整体|现场|当场|一次|首次|每年|每天|早晚|平均|累计|直接|集中)$/;

/** The noun phrase the clause starts with, when a predicate follows it; null when the clause has no subject of its own. */
export const subjectOf = onceEach((clause: Clause): Span | null => {
  if (isTimeOnly(clause)) return null;
  const from = clause.start + headLength(clause.text);
  const tokens = clause.tokens.filter((token) => token.start >= from);
  const figure = nominalFigure(clause);
  const closing = { '“': '”', '《': '》' }[tokens[0]?.text ?? ''];
  const quoted = closing === undefined ? -1 : tokens.findIndex(({ text }) => text === closing);
  const end = tokens.findIndex(
    (token, at) =>
      at > quoted && (token.start === figure || !belongsToNoun(token)) && !isInnerVerb(tokens, at),
  );
  let run = end < 0 ? [] : tokens.slice(0, headOfRelative(tokens, end));
  // 塑造出|了: a word before an aspect mark is the verb, whatever the dictionary says.
  if (/^u[lzg]$/.test(tokens[end]?.tag ?? '')) run = run.slice(0, -1);
  // 某某公司|投资|1.3亿元: behind an organisation's name and before a figure a verbal noun is the verb.
  if (isDeed(run, tokens[end])) run = run.slice(0, -1);
  // “云雀”|最大|起飞重量: what a quoted name is measured by is no part of it.
  while (run[0]?.text === '“' && /^[abd]$/.test(run.at(-1)?.tag ?? '')) run = run.slice(0, -1);
  const tail = tokens[run.length];
  if (run.length > 0 && tail && /^[率量额值]$/.test(tail.text)) run = [...run, { ...tail, tag: 'n' }];
  run = behindMoment(run);
  while (endsLoosely(run) || (run.length > 1 && ADVERBIAL.test(run.at(-1)?.text ?? '')))
    run = run.slice(0, -1);
  run = closeBrackets(run);
  if (/^(?:计划|预计)$/.test(run[0]?.text ?? '') && /^[mt]/.test(tokens[1]?.tag ?? '')) run = [];
  if (run.every(({ text }) => ADVERBIAL.test(text)) || DONE.test(run[0]?.text ?? '')) run = [];
  if (run.length === 0) run = end <= 0 ? modifiedNoun(tokens) : [];
  if (end < 0) run = beforeQuality(tokens) ?? leadingName(tokens);
  const [first, last] = [run[0], run.at(-1)];
  if (!first || !last || !/^(?:n|vn|an|x|eng|j|s|l|i)/.test(last.tag)) return null;
  if (/^(?:uj|c|f)$/.test(first.tag) || !run.some(({ tag }) => /^(?:n|x|eng|vn|j|l|s)/.test(tag)))
    return null;
  return { text: textOf(run).replace(/（[^（）]*）/g, ''), start: first.start, end: last.end };
});

/** 毕业后|分配到…: what comes after something is not done by it. */
function behindMoment(run: readonly Token[]): Token[] {
  const at = run.findLastIndex(({ text }) => /^(?:后|以后|之后|之前|前)$/.test(text));
  if (at < 1 || at === run.length - 1) return [...run];
  const rest = run.slice(at + 1);
  return rest.some(({ tag }) => /^(?:n|x|eng|j|l|s)/.test(tag)) ? rest : [];
}

/** What a figure is given of: 采样|频率, 展览|面积. */
const MEASURED =
  /^(?:面积|频率|数量|精度|电压|电流|温度|能力|速度|周期|成本|价格|时间|比例|总额|金额|范围|原理|效率|误差|强度|压力|功率)$/;
const CHANGES =
  /^(?:提高|提升|降低|减少|增加|扩大|缩短|延长|节约|节省|压缩|控制|保持|确保|保证|超过|达到|设定|确定|选择|调整|测量|检测|记录|新增|完成|实现|累计|缩小|加快|改变|消除)$/;
/** What is named by what it does: 数据|采集|系统. */
const DOER =
  /^(?:系统|电路|装置|设备|平台|技术|工艺|方法|过程|规程|制度|模型|算法|软件|大赛|比赛|竞赛|活动|会议|工程|项目|中心|基地|体系|机制|机构|服务|课程|标准)$/;
const SAYS_OF =
  /^(?:由|是|指|共|评|吸引|累计|自|从|对|以|一般|通常|主要|应当?|可以?|必须|须|能够?|包括|分为|具有|采用|用于|于|在|已|将|的|为|达|约|不得)$/;

/** A verb that is a part of the name of a thing or of a measure. */
function isInnerVerb(tokens: readonly Token[], at: number): boolean {
  const [before, verb, noun, next] = [tokens[at - 1], tokens[at], tokens[at + 1], tokens[at + 2]];
  if (!verb || !noun || !verb.tag.startsWith('v') || verb.text.length !== 2 || CHANGES.test(verb.text))
    return false;
  const closed = next === undefined || SAYS_OF.test(next.text) || /^[mdp]/.test(next.tag);
  if (MEASURED.test(noun.text)) return closed && next !== undefined;
  return (
    DOER.test(noun.text) &&
    next !== undefined &&
    SAYS_OF.test(next.text) &&
    (before?.tag.startsWith('n') ?? false)
  );
}

function isDeed(run: readonly Token[], next: Token | undefined): boolean {
  const [last, owner] = [run.at(-1), run.at(-2)];
  return (
    /^(?:投资|出资|捐赠|捐款|投入|培训|服务|资助|补贴|奖励|贷款|承担|研究|设计|管理)$/.test(
      last?.text ?? '',
    ) &&
    /^(?:nt|nz|nr)$/.test(owner?.tag ?? '') &&
    (next === undefined || next.tag.startsWith('m') || /^[\d近约超]/.test(next.text))
  );
}

/** Whether the clause is nothing but a time: 2020年初，… */
export function isTimeOnly({ text }: Clause): boolean {
  const rest = text.slice(headLength(text));
  return LEADING_TIME.exec(rest)?.[0].length === rest.length;
}

/** A clause that only sets the scene of the next one (在…的同时, 围绕5大类). */
export function isCircumstance(clause: Clause): boolean {
  const text = clause.text.slice(headLength(clause.text));
  if (CIRCUMSTANCE.test(text) && CIRCUMSTANCE_END.test(text)) return true;
  if (MEANS.test(text) || isMeansOf(clause)) return true;
  return (
    !hasVerb(clause) && (CIRCUMSTANCE.test(text) || clause.tokens.some((token) => COVERB.test(token.text)))
  );
}

/**
 * 获得前三名的选手，… 三次违反的，… 应当在竞赛结束后十五日内，…: the clause names somebody, a case or a term; what is
 * said of it comes behind the comma.
 */
export function isUnfinished(clause: Clause): boolean {
  if (clause.mark !== '，') return false;
  const text = clause.text.slice(headLength(clause.text));
  if (/[\u3400-\u9fff]{2}的$/.test(text) && !/是[^，]*的$/.test(text)) return true;
  if (isTerm(clause) || (text.length > 4 && IN_CASE.test(text))) return true;
  const opener = clause.tokens.find(({ start }) => start >= clause.start + headLength(clause.text));
  return (
    opener !== undefined &&
    opener.tag.startsWith('v') &&
    !/[了着过是]/.test(text) &&
    /^[^的]{4,30}的[\u3400-\u9fff]{2,6}$/.test(text) &&
    /(?:者|人|人员|选手|企业|单位|学生|学员|职工|教师|部门|机构|项目|产品|设备|情况|情形|用户|个人)$/.test(
      text,
    )
  );
}

/** 在…内, 自…起 at the clause's end, unless something is or lies there. */
function isTerm(clause: Clause): boolean {
  const match =
    /(?:在|自|从|于)[^，在自从于]{2,24}(?:日|天|月|年|小时|期限|结束|完成|之日|学期|期间)[\u3400-\u9fff]{0,2}(?:内|后|前|起|时)$/.exec(
      clause.text,
    );
  if (!match) return false;
  const at = clause.start + match.index;
  const before = clause.tokens.findLast(({ end }) => end <= at);
  return (
    !before ||
    !before.tag.startsWith('v') ||
    /^(?:应当?|须|需|要|必须|可以?|能够?|均?应|将)$/.test(before.text)
  );
}

/** 甲带来的20兆瓦机组，叶轮直径达260米: all that the clause says is what the next one is about. */
export function isNounAlone({ tokens, mark }: Clause): boolean {
  const of = tokens.findLastIndex(({ text }) => text === '的');
  return (
    mark === '，' &&
    of > 1 &&
    of < tokens.length - 1 &&
    tokens[of - 1]?.tag === 'v' &&
    tokens
      .slice(0, of - 1)
      .every(({ tag, text }) => /^(?:n|ns|nt|nz|nr|x|b|d|t|m|eng)$/.test(tag) || text === '由') &&
    tokens.slice(of + 1).every((token) => belongsToNoun(token))
  );
}

/** 磨损量超过原尺寸的5%时: only a case. */
const IN_CASE = /(?<![小及按临实随同平定届准工课秒瓦])时$/;

/** 开业那天, 协定生效首年: when the next clause holds; without it that clause would say more than the text. */
export function isMoment(clause: Clause): boolean {
  const text = clause.text.slice(headLength(clause.text));
  return (
    clause.mark === '，' &&
    ((text.length <= LONGEST_MOMENT && (MOMENT.test(text) || SETTING.test(clause.text))) ||
      /^对.{2,24}$/.test(text))
  );
}

/** Whether the clause says something: a verb, 是, or a figure behind a noun (注册资本36亿元). */
export function hasVerb(clause: Clause): boolean {
  return (
    nominalFigure(clause) !== null ||
    /\d[多余]?岁$/.test(clause.text) ||
    clause.tokens.some(
      ({ tag, text }) =>
        (tag.startsWith('v') && tag !== 'vn' && !COVERB.test(text)) ||
        /^u[lzg]$/.test(tag) ||
        /^(?:是|为|有|只有|仅有|达|占|约|共)$/.test(text),
    )
  );
}

/** 常住人口448.6万人: no verb stands between the noun and the figure that ends the clause. */
export function saysByFigureAlone(clause: Clause, figureStart: number): boolean {
  return (
    nominalFigure(clause) === figureStart &&
    !/[达高低至到了过近超]$/.test(clause.text.slice(0, figureStart - clause.start)) &&
    !clause.tokens.some(
      ({ tag, text, end }, at) =>
        end <= figureStart &&
        !isInnerVerb(clause.tokens, at) &&
        ((tag.startsWith('v') && !COVERB.test(text)) ||
          /^(?:u[lzg]|p|d)$/.test(tag) ||
          DONE.test(text) ||
          /^(?:是|为|有|只有|仅有|达|占|约|共|超|每|由|每年|设|含|获)$/.test(text)),
    )
  );
}

/** 总投资85亿元: a noun and its figure, no more. */
export function isMeasure(clause: Clause): boolean {
  const figure = nominalFigure(clause);
  return (
    figure !== null &&
    !clause.tokens.some(
      ({ tag, end }) =>
        end <= figure && ((tag.startsWith('v') && tag !== 'vn') || /^(?:u[lzg]|p)$/.test(tag)),
    )
  );
}

/** 甲通过…, 甲依托…: the subject says by what means, the next clause what it does. */
function isMeansOf(clause: Clause): boolean {
  const subject = subjectOf(clause);
  return (
    subject !== null &&
    MEANS.test(clause.text.slice(subject.end - clause.start)) &&
    !/等?方式$/.test(clause.text)
  );
}

/** Where the figure starts that ends a clause and has a noun right before it. */
const nominalFigure = onceEach((clause: Clause): number | null => {
  const figure = findFigures(clause.text).at(-1);
  if (!figure || figure.end < clause.text.length || figure.start < 2) return null;
  const at = clause.start + figure.start;
  const before = clause.tokens.findLast((token) => token.end <= at);
  return before && /^(?:n|vn|j|l|x)/.test(before.tag) && before.end === at ? at : null;
});

/** 研究所|牵头起草的|规范草案|提交…: what was made, not who made it, is the subject. */
function headOfRelative(tokens: readonly Token[], end: number): number {
  let of = end;
  while (of < end + 4 && /^(?:v|vn|d|p)$/.test(tokens[of]?.tag ?? '')) of++;
  if (of === end || tokens[of]?.text !== '的' || !tokens[of - 1]?.tag.startsWith('v')) return end;
  let to = of + 1;
  while (to < tokens.length && belongsToNoun(tokens[to])) to++;
  return to > of + 1 && /^(?:v|d)$/.test(tokens[to]?.tag ?? '') ? to : end;
}

/** 2019年推出的|系统, 由甲牵头成立的|学院: a noun behind its own little sentence. */
function modifiedNoun(tokens: readonly Token[]): Token[] {
  const first = /^[dt]/.test(tokens[0]?.tag ?? '') ? tokens[1] : tokens[0];
  if (
    !first ||
    !/^(?:v|p)/.test(first.tag) ||
    /^(?:在|随着|自|从|为|为了|通过|对|当|把|将)$/.test(first.text)
  )
    return [];
  const of = tokens.findIndex(({ text }) => text === '的');
  if (of < 1 || of > 12) return [];
  // 由某公司的某人发明 has no noun behind its own little sentence, 由某公司推出的系统 has.
  if (first.text === '由' && !tokens[of - 1]?.tag.startsWith('v')) return [];
  let end = of + 1;
  while (end < tokens.length && belongsToNoun(tokens[end])) end++;
  return end > of + 1 && end < tokens.length ? tokens.slice(0, end) : [];
}

/** 平台|上, 行业|近期: place and time words and loose marks behind the noun are not the subject. */
function endsLoosely(run: readonly Token[]): boolean {
  const last = run.at(-1);
  return (
    last !== undefined && (/^[ftmq]$/.test(last.tag) || (GLUE.test(last.text) && !/[”》）]/.test(last.text)))
  );
}

function closeBrackets(run: readonly Token[]): Token[] {
  const open = run.findLastIndex(({ text }) => text === '（');
  return open >= 0 && !run.slice(open).some(({ text }) => text === '）') ? run.slice(0, open) : [...run];
}

function belongsToNoun(token: Token | undefined): boolean {
  if (!token || NOT_IN_SUBJECT.test(token.text) || COVERB.test(token.text)) return false;
  if (/^(?:越来越|更多|最大|最多|我国|各地|各国)$/.test(token.text) || GLUE.test(token.text)) return true;
  return token.tag === 'x' ? /^[\u3400-\u9fffA-Za-z0-9.]+$/.test(token.text) : NOMINAL.test(token.tag);
}

/** 权重|最高, 速度|较慢: a quality at the clause's end is its predicate. */
function beforeQuality(tokens: readonly Token[]): Token[] | null {
  const last = tokens.at(-1);
  if (!last || tokens.length < 2 || !(/^(?:最|较|更|很|极)/.test(last.text) || last.tag === 'a')) return null;
  const run = tokens.slice(0, -1);
  while (/^(?:最|较|更|很|极|非常|十分|较为|相对|都|均|也)$/.test(run.at(-1)?.text ?? '')) run.pop();
  return run.length > 0 && run.every(belongsToNoun) ? run : null;
}

/** When no verb is recognised behind it, only a name or a bare 公司 at the head is surely the subject. */
function leadingName(tokens: readonly Token[]): Token[] {
  const [first, second] = tokens;
  if (!first || !second) return [];
  const sure = NAME.test(first.tag) || first.text in BARE_NAMES;
  return sure && !GLUE.test(second.text) && !/^(?:n|uj)/.test(second.tag) ? [first] : [];
}

function textOf(tokens: readonly Token[]): string {
  return tokens.map(({ text }) => text).join('');
}
