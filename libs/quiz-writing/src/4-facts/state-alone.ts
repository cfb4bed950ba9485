import { LEADING_TIME, PLAN, POINTING_TIME, PRONOUN, RELATIVE_TIME } from '../lexicon/words.js';
import { headLength, type Clause, type Span } from './clauses.js';
import type { OwnDocument } from './document.js';
import { hasVerb, isCircumstance, isNounAlone, isTimeOnly, isUnfinished, subjectOf } from './subjects.js';
import { clauseParts, firstPersonToName, withoutRepeat } from './full-names.js';
import type { References } from './references.js';
import type { Scene } from './scene.js';
import { startOf, type Start, type StartRefusal } from './start-of-statement.js';
import { asTask } from './as-task.js';
import { placeAtHead } from './meant.js';
import { bodyOf, type Part, type Statement } from './statement.js';
import { isOwned, withOwner } from './owner.js';
import { withRegion } from './with-region.js';

export type StatementRefusal =
  | StartRefusal
  | 'pronoun'
  | 'too-long'
  | 'pointing-time'
  | 'condition'
  | 'no-predicate'
  | 'loose-end'
  | 'purpose';

const LONGEST = 78;
/** A statement says something besides its answer. */
const LEAST_SAID = 3;
const CONDITION = /^(?:如果|若|假如|当(?!前|地|代|天)|除|只要|无论|不管|虽然|尽管|即使|倘若)/;
/** 初创时只有工人43名: of what, an earlier sentence says. */
const IN_ITS_YOUTH =
  /^(?:初创|建[厂校院所馆]|成立|创办|创立|创建|开业|建成|投产|搬迁)(?:之初|初期|时|之时|后|以来)/;
/** 其间两次征求意见, 后经多方奔走: when, only the clause before says. */
const HANGS_ON =
  /^(?:[^，]{2,12}，)?(?:后经|后被|其间|期间|之间|此次|则(?!是)|头[一二三四五六七八九十]+[年天])/;
const TODAY = /^(?:今天|今早|今晚|刚才|刚刚|这会儿|这几天|昨晚|前几天|前不久)/;
const LATER = /^(?:[^，]{4,12}，)?[一二两三四五六七八九十\d]+[多余]?(?:年|个月|天)(?:之|以)?后/;
const LOOSE_END =
  /(?:是|为|有|包括|即|如下|(?<![\d%‰元人岁米分级度℃名家个吨])以下|在|和|与|的同时|指出|提出|表明|显示|证明|强调|透露|获悉|了解到|(?<![学传小演解众])说|说道|写道|讲道|表示|介绍|回忆|坦言|认为|告诉记者|(?<![小及按临实随同平定届准工课秒瓦])时)$/;
/** 为贯彻落实《…》: what is done for it stands elsewhere. */
const PURPOSE = /^(?:为了?|旨在|以便)(?!期|首|主|何|止|此)(?![^，]*(?:是|有|设立|成立))/;
const PREDICATE =
  /^(?:命名为|取名|用于|不得|应当?|须|必须|可以?|均|都|共|总|取得|获得|收录|达到?|用它|把|将|被|为|是|还|也|最高|最低|平均|每|年产(?![值量]))/;
const ASIDE = '据文中介绍，';

/** Builds the shortest statement around the span that still names its subject, time and speaker. */
export function stateAlone(
  scene: Scene,
  span: { start: number; end: number },
  references: References,
  isNamed: (text: string) => boolean,
): Statement | StatementRefusal {
  const first = scene.clauses.findIndex((clause) => clause.end > span.start);
  const last = lastClauseFor(scene, first, span.end);
  if (first < 0 || last === null) return 'no-predicate';
  const start = startOf(scene, first, last, isNamed, references);
  if (typeof start === 'string') return start;
  const statement = stateFrom(scene, start, last, span, references, isNamed);
  return typeof statement === 'string' && start.otherwise && !scene.speech
    ? stateFrom(scene, start.otherwise, last, span, references, isNamed)
    : statement;
}

function stateFrom(
  scene: Scene,
  start: Start,
  last: number,
  span: { start: number; end: number },
  references: References,
  isNamed: (text: string) => boolean,
): Statement | StatementRefusal {
  const stated = withOwner(partsFrom(scene, start, last, span, references), scene, references, isNamed);
  const parts = asTask(withRegion(stated, scene, isNamed), scene);
  const spoken = firstPersonToName(parts, scene, references);
  const body = bodyOf(spoken.parts);
  const flaw =
    body.length - (span.end - span.start) < LEAST_SAID ? 'no-predicate' : flawOf(body, start, last);
  if (flaw) return flaw;
  if (isBareSubject(scene, start, last, body, references, isNamed)) return 'no-subject';
  if (scene.listed && !isNamed(body)) return 'scope-lost';
  if (!PLAN.test(body) && isPlanned(scene, start.from)) return 'scope-lost';
  if (start.topic === null && !spoken.named && opensInPredicate(scene, start.from)) return 'no-subject';
  const { speech } = scene;
  const alsoFrom: Span[] = start.topicFrom ? [start.topicFrom] : [];
  if (speech && !speech.frame && !alsoFrom.some((other) => other.start === speech.proof.start))
    alsoFrom.push(speech.proof);
  const document = speech || spoken.named ? null : documentOf(scene, body);
  if (document) alsoFrom.push(document.title);
  return {
    lead: document
      ? document.lead
      : start.lead
        ? start.lead
        : spoken.named
          ? isRelative(body)
            ? ASIDE
            : ''
          : leadFor(scene, body, isNamed),
    parts: spoken.parts,
    subject: start.topic ?? subjectAmong(scene.clauses.slice(start.from, last + 1)) ?? body.slice(0, 12),
    time: timeOf(scene, start, last),
    plan: PLAN.test(body),
    alsoFrom,
  };
}

/** 备件要等四个月, 全班只有5人及格: nobody can tell whose. A noun that the text is about may stand alone, and one with more to it. */
function isBareSubject(
  { clauses, document, directive, region, listed }: Scene,
  { from, topic, lead }: Start,
  last: number,
  body: string,
  references: References,
  isNamed: (text: string) => boolean,
): boolean {
  if (topic !== null && UNSAID.test(topic)) return true;
  if (topic !== null || lead || document || directive || region || listed) return false;
  const opening = clauses.slice(from, last + 1).find((clause) => subjectOf(clause) !== null);
  const subject = opening ? subjectOf(opening) : null;
  const said = body.replace(LEADING_TIME, '').replace(/^，/, '');
  if (!subject && OPENS_LOOSELY.test(said)) return true;
  if (subject && (UNSAID.test(subject.text) || isOwned(subject.text)) && said.startsWith(subject.text))
    return true;
  const acting = clauses.slice(from, last + 1).find((clause) => !isTimeOnly(clause));
  const verb = acting?.tokens.find(({ start }) => start >= acting.start + headLength(acting.text));
  if (!subject && verb && verb.tag === 'v' && said.startsWith(verb.text)) return true;
  if (isNamed(body)) return false;
  if (!opening || !subject)
    return !/\d{4}年|^[“《]|^[^，]{3,}的[\u3400-\u9fff]{2}/.test(body) || VAGUE.test(body);
  if (VAGUE.test(subject.text)) return true;
  const nouns = opening.tokens.filter(
    ({ start, end, tag }) =>
      start >= subject.start && end <= subject.end && /^(?:n|v|x|l|j|s|b|a|eng)/.test(tag),
  );
  return nouns.length <= 1 && said.startsWith(subject.text) && !references.isTopic(subject.text);
}

/** 与德国一家公司合作…: who does, nobody can tell. */
const OPENS_LOOSELY = /^(?:与|和|把|从(?!\d)|向|并|被)/;
/** Even beside a name nobody knows whose they are. */
const UNSAID = /^(?:数据|产品|设备|项目|平台|系统|机器|模型|证书|结果|原因|市场|收入|产量|面积)$/;
const VAGUE =
  /^(?:家里|家中|自家|整个|全[班厂校院队所馆]|全体|大家|人们|有人|人家|其余|其他|双方|部分|总时长|转机|消息|事情|结果|情况|一[个名位家台座条项根]|[\u3400-\u9fff]{2}部分$|这|那|某)/;

function subjectAmong(clauses: readonly Clause[]): string | null {
  for (const clause of clauses) {
    const subject = subjectOf(clause);
    if (subject) return subject.text;
  }
  return null;
}

/** 计划9月开工，明年8月投入使用: the second is planned as well. */
function isPlanned({ clauses }: Scene, from: number): boolean {
  const before = clauses[from - 1];
  return before?.mark === '，' && /^(?:计划|预计|拟|力争|争取)/.test(before.text);
}

/** 命名为…, 不得用于…, 亩产达到…: who or what, the clauses left out say. */
function opensInPredicate({ clauses }: Scene, from: number): boolean {
  const text = clauses[from]?.text ?? '';
  return from > 0 && PREDICATE.test(text.slice(headLength(text)));
}

/** Rules and bulletins are quoted as such, unless the statement names the document itself. */
function documentOf({ document }: Scene, body: string): OwnDocument | null {
  return document && !body.includes(document.name) ? document : null;
}

/** The clause that holds the span's end, or a later one when that one only sets the scene. */
function lastClauseFor({ clauses, reading }: Scene, first: number, spanEnd: number): number | null {
  const held = clauses.findIndex((clause) => clause.end >= spanEnd);
  if (held < 0) return null;
  const finished = (last: number) => {
    const clause = clauses[last];
    return (
      clause !== undefined &&
      !isCircumstance(clause) &&
      !isTimeOnly(clause) &&
      !isUnfinished(clause) &&
      !isNounAlone(clause) &&
      clauses.slice(first, last + 1).some(hasVerb)
    );
  };
  for (let last = held; last < clauses.length; last++) {
    if (finished(last)) return last;
    if (clauses[last]?.mark === '；') break;
  }
  const own = clauses[held];
  const bare = own && !isCircumstance(own) && !isTimeOnly(own) && !isUnfinished(own);
  return bare && own.text.length >= 8 && (reading.kind !== 'item' || hasVerb(own)) ? held : null;
}

/** How certain it is, against what it is measured, that it is only planned: it holds for all that follows. */
const QUALIFIER =
  /^(?:初步核算|初步统计|据(?![了传]|介绍|悉)[^，]{1,16}(?:统计|测算|估算|核算|监测|数据|预计)|(?:与|同|和|跟)[^，]{2,20}相比|按照?(?:计划|规划|设计)|根据(?:计划|规划)|按[^，]{2,10}(?:计算|口径|价格)|有资料[称说]|据说)$/;

function qualifiersBefore({ clauses }: Scene, from: number): readonly Clause[] {
  const segment = clauses.slice(0, from).findLastIndex(({ mark }) => mark === '；') + 1;
  return clauses.slice(segment, from).filter(({ text }) => QUALIFIER.test(text));
}

/** 据县统计局统计: of which county. */
function qualifierParts({ text, start }: Clause, scene: Scene): Part[] {
  const place = text.startsWith('据') ? placeAtHead(text.slice(1), scene.meant) : null;
  if (place === null) return [{ text, start }];
  return [
    { text: '据', start },
    { text: place.name, start: null },
    { text: text.slice(1 + place.length), start: start + 1 + place.length },
  ];
}

function partsFrom(
  scene: Scene,
  start: Start,
  last: number,
  span: { start: number; end: number },
  references: References,
): Part[] {
  const parts: Part[] = [];
  const clauses = scene.clauses.slice(start.from, last + 1);
  const { time } = scene;
  const dated = clauses.some(
    (clause) => time !== null && clause.start <= time.start && clause.end >= time.end,
  );
  const when = dated ? null : timeOf(scene, start, last);
  if (when !== null && !clauses.some(({ text }) => text.startsWith(when)))
    parts.push({ text: when, start: null }, { text: '，', start: null });
  for (const clause of qualifiersBefore(scene, start.from))
    parts.push(...qualifierParts(clause, scene), { text: '，', start: null });
  if (start.topic) parts.push({ text: start.topic, start: null });
  clauses.forEach((clause, index) => {
    const isFirst = index === 0;
    if (!isFirst) parts.push({ text: clauses[index - 1]?.mark ?? '，', start: null });
    const place = { isFirst, afterTopic: start.topic !== null || !isFirst };
    const isQualifier = QUALIFIER.test(clause.text) && clause.text.startsWith('据');
    parts.push(
      ...(isQualifier ? qualifierParts(clause, scene) : clauseParts(clause, place, span, scene, references)),
    );
  });
  // 东屿镇|镇上计划…: what was fetched stands there already.
  const once = parts.filter(({ text, start: at }, index) => at !== null || text !== parts[index - 1]?.text);
  return withoutRepeat(once, start.topic);
}

/**
 * The time the sentence opens with, or the one that a later clause before the statement brings: …；到2027年，全省…. What
 * a thing measures holds in any year, and a clause may have a year of its own.
 */
function timeOf({ clauses, time }: Scene, start: Start, last: number): string | null {
  const own = clauses[start.from];
  if (!own) return null;
  if (start.from > 0 && DIMENSION.test(own.text)) return null;
  if (start.from > 0 && OWN_YEAR.test(own.text)) return trimmed(own.text);
  const near = clauses
    .slice(0, start.from)
    .findLast((clause) => isTimeOnly(clause) && BRINGS_TIME.test(clause.text));
  if (near && near.start !== time?.start) return trimmed(near.text);
  const said = clauses
    .slice(start.from, last + 1)
    .map(({ text }) => text)
    .join('，');
  if (time !== null && !said.includes(time.text) && /(?<![较比与由从])\d{4}年/.test(said)) return null;
  const before = clauses.slice(time === null ? 0 : 1, start.from);
  const later = before.findLast((clause) => BRINGS_TIME.test(clause.text) && !clause.text.endsWith('后'));
  if (later && (time !== null || isTimeOnly(later) || OWN_YEAR.test(later.text))) return trimmed(later.text);
  return time?.text ?? null;
}

const OWN_YEAR = /^(?:到|截至)?\d{4}年/;
const BRINGS_TIME = /^(?:[到自截至]{1,2})?(?:\d{4}年|今年|去年|明年)/;

function trimmed(text: string): string | null {
  return LEADING_TIME.exec(text)?.[0].replace(/，$/, '') ?? null;
}

const DIMENSION =
  /(?:(?<![增延生成])长|宽|(?<![提升新])高|厚|(?<![比])重|直径|水深|时速|容量|排水量|载重量|航程|续航力)[达约为近]?\d/;

/** 2023年，…已于去年9月到位: counted from two different days. */
const TWO_CLOCKS = /\d{4}年[^]*(?:今年|去年|前年|明年|后年)/;

function flawOf(body: string, start: Start, last: number): StatementRefusal | null {
  if (body.length > LONGEST) return 'too-long';
  if (TWO_CLOCKS.test(body)) return 'pointing-time';
  if (POINTING_TIME.test(/\d{4}年/.test(body) ? body.replace('当时', '') : body)) return 'pointing-time';
  if (CONDITION.test(body) && start.from === last) return 'condition';
  if (IN_ITS_YOUTH.test(body) || HANGS_ON.test(body)) return 'no-subject';
  if (LATER.test(body) || TODAY.test(body)) return 'pointing-time';
  if (LOOSE_END.test(body)) return 'loose-end';
  if (PURPOSE.test(body) && start.from === last) return 'purpose';
  return PRONOUN.test(body.replace(/[“「‘《][^”」’》]*[”」’》]/g, '〓')) ? 'pronoun' : null;
}

function isRelative(body: string): boolean {
  return RELATIVE_TIME.test(body) && !/\d{4}年/.test(body);
}

/** Who says it; or 据文中介绍 where nothing in the statement says what it is about, or when 今年 was. */
function leadFor({ speech }: Scene, body: string, isNamed: (text: string) => boolean): string {
  const relative = isRelative(body);
  if (speech) return relative ? `据${speech.name}介绍，` : speech.lead;
  if (relative && body.startsWith('据')) return '文中提到，';
  return !isNamed(body) || relative || /^全[市省县区校厂]/.test(body) ? ASIDE : '';
}
