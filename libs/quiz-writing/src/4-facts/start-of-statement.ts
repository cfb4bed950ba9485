import { POST_PATTERN } from '../lexicon/people.js';
import { headLength, type Span } from './clauses.js';
import { hasVerb, isCircumstance, isMoment, isTimeOnly, isUnfinished, subjectOf } from './subjects.js';
import type { References } from './references.js';
import {
  A_MEASURE,
  fullName,
  MADE,
  openingName,
  startsWithSpeaker,
  subjectBefore,
} from './subject-before.js';
import { topicOf, type Scene } from './scene.js';

/** Where a statement begins and what has to be put in front of it. */
export interface Start {
  /** Index of the first clause that is kept. */
  readonly from: number;
  /** A subject to put in front, or null. */
  readonly topic: string | null;
  readonly topicFrom: Span | null;
  /** How the statement is to be introduced, when not by its speaker. */
  readonly lead?: string;
  /** A shorter start, for when this one drags in what cannot stand alone. */
  readonly otherwise?: Start;
}

export type StartRefusal = 'no-subject' | 'span-lost' | 'scope-lost';

const COMFORTABLE = 60;
/** 某局局长 without the person's name is half a subject. */
const ENDS_IN_POST = new RegExp(`(?:${POST_PATTERN})$`);
const EXAMPLE = /^(?:其中|比如|例如|譬如|如(?!何|果|今)|像|包括|包含|分别|也就是|即(?![使将便]))/;
/** What follows is said of the subject just named, whatever figures stood between: …收入312.7亿元，增长5.4%. */
const TREND =
  /^(?:比(?![如例赛方重较利])|较(?![为好多大强])|(?:同比|比上年|较上年|比去年|年均|环比)?(?:实际|净)?(?:增长|下降|增加|减少|提高|提升|占(?![地比])|达|同比|降低|上升|缩短))/;
/** 最实惠的是…: the subject is a quality. */
const SUPERLATIVE = /^最[\u3400-\u9fff]{1,6}的[\u3400-\u9fff]{0,4}是/;
/** 第2名至第3名奖励1万元: of what, an earlier part says. */
const PLACED = /^第[一二三四五六七八九十\d]+[名位等条项款档]/;
/** 每人奖励4000元: who they are, the clause before says. */
const EACH = /^每[人名家户台件项辆套]/;
/** Verbs a report uses without a subject: 新增企业14家, 改造老旧小区118个. */
const REPORTED =
  /^(?:全年|共|累计|先后|继续|再|年内)?(?:新增|新建|新改建|改造|改建|建成|完成|新开|培育|引进|安排|发放|实施|整治|修缮|投放|开通|改扩建|建设|筹建|创建|兑现|办理|发布|出台|推出|设立|开展|举办|启动|推进|净增)/;

/**
 * Goes back to the clause that names the subject; keeps what lies between when it is short, else only the subject. A
 * semicolon parts two independent statements, nothing is fetched across it.
 */
export function startOf(
  scene: Scene,
  first: number,
  last: number,
  isNamed: (text: string) => boolean,
  references: References,
): Start | StartRefusal {
  const start = startAtSubject(scene, first, last, isNamed, references);
  return typeof start === 'string' ? start : withCase(scene, start, last);
}

/** 每班作业前，司机应…; 插座损坏的，应当…: the case in which something holds stays before it. */
function withCase(scene: Scene, start: Start, last: number): Start {
  const before = scene.clauses[start.from - 1];
  const width = (scene.clauses[last]?.end ?? 0) - (before?.start ?? 0);
  const isCase =
    before?.mark === '，' &&
    !EXAMPLE.test(before.text) &&
    (isUnfinished(before) || isMoment(before) || /[时前后]$/.test(before.text));
  return isCase && start.topic === null && width <= COMFORTABLE && !isTimeOnly(before)
    ? { ...start, from: start.from - 1 }
    : start;
}

function startAtSubject(
  scene: Scene,
  first: number,
  last: number,
  isNamed: (text: string) => boolean,
  references: References,
): Start | StartRefusal {
  const own = scene.clauses[first];
  if (!own) return 'span-lost';
  const alone: Start = { from: first, topic: null, topicFrom: null };
  if (EXAMPLE.test(own.text)) {
    if (first === 0) return /^其中[^，]{2,12}的/.test(own.text) ? alone : 'scope-lost';
    const whole = startOf(scene, first - 1, last, isNamed, references);
    return typeof whole === 'string' || whole.from < first ? whole : 'scope-lost';
  }
  if (first > 0 && PLACED.test(own.text)) return 'scope-lost';
  if (first > 0 && (EACH.test(own.text) || (MADE.test(own.text) && !/[由把将]/.test(own.text)))) {
    const whole = startOf(scene, first - 1, last, isNamed, references);
    return typeof whole === 'string' || whole.from < first ? whole : 'scope-lost';
  }
  if (startsWithSpeaker(scene, first) || isTimeOnly(own) || openingName(own, scene, references) !== null)
    return alone;
  const before = scene.clauses[first - 1];
  if (before && isMoment(before) && before.text !== scene.time?.text) {
    const rest = startOf(
      { ...scene, clauses: scene.clauses.filter((clause) => clause !== before) },
      first - 1,
      last - 1,
      isNamed,
      references,
    );
    if (typeof rest !== 'string' && rest.topic === null)
      return { ...alone, from: Math.min(rest.from, first - 1) };
  }
  if (SUPERLATIVE.test(own.text))
    return before && isMoment(before) ? { ...alone, from: first - 1 } : 'no-subject';
  // 同比 and 占…的比重 look like nouns, but a trend never has a subject of its own.
  const within = isCircumstance(own) ? subjectWithin(scene, first, last) : null;
  const subject = TREND.test(own.text) ? null : (subjectOf(own) ?? within);
  if (subject && isNamed(fullName(subject.text, own.start, scene, references))) return alone;
  if (subject && before && before.mark !== '；' && isCircumstance(before) && isNamed(before.text)) {
    return { ...alone, from: first - 1 };
  }
  const maker = subject && /^(?:提出|研制|开发|设计|编写|撰写|创作|发明|主持|建造|生产)的/.test(subject.text);
  const found = subjectBefore(scene, first, subject !== null, TREND.test(own.text), isNamed, references);
  if (maker)
    return found?.topic && isNamed(found.topic)
      ? { ...alone, topic: found.topic.replace(/^\d{1,3}岁的/, '') }
      : 'no-subject';
  if (found) {
    const width = (scene.clauses[last]?.end ?? 0) - (scene.clauses[found.at]?.start ?? 0);
    const agent = found.topic !== null && isNamed(found.topic) ? found.topic : null;
    if (agent !== null && actsAlone(scene, found.at, first)) return { ...alone, topic: agent };
    if (width <= COMFORTABLE && !(TREND.test(own.text) && isOfSubject(scene, found.at)))
      return { ...alone, from: found.at };
    if (
      TREND.test(own.text) &&
      found.at < first - 1 &&
      before &&
      !subjectOf(before) &&
      /\d/.test(before.text)
    )
      return { ...alone, from: first - 1, topic: found.topic };
    const skipped = scene.clauses
      .slice(found.at, first)
      .map(({ text }) => text)
      .join('，');
    if (!subject && (FOUNDS.test(skipped) || CAN.test(own.text))) return 'no-subject';
    if (found.topic === null) return subject ? alone : 'no-subject';
    const counted = subject !== null && COUNTED_SUBJECT.test(subject.text);
    const topic = subject && !counted ? ownerOf(found.topic, isNamed) : counted ? null : found.topic;
    return topic === null ? alone : { from: first, topic, topicFrom: null };
  }
  const owner = subject ? namedOwner(scene, first, references) : null;
  if (owner !== null) return { from: first, topic: owner, topicFrom: null };
  const whole = segmentStart(scene, first);
  if (
    subject &&
    whole < first &&
    (scene.clauses[last]?.end ?? 0) - (scene.clauses[whole]?.start ?? 0) <= COMFORTABLE
  ) {
    return TREND.test(own.text) ? alone : { ...alone, from: whole, otherwise: alone };
  }
  if (subject) return alone;
  if (scene.speech && /^(?:要|应|需|必须|希望|建议|本次|此次)/.test(own.text)) return alone;
  const opening = scene.clauses[0];
  if (first > 0 && opening && hasVerb(opening) && /^(?:以|与|由|对|把|将)/.test(opening.text))
    return { ...alone, from: 0 };
  const reported = firstReported(scene, first);
  if (scene.region !== null && reported !== null) {
    const tasks = /任务|目标|安排|打算|部署|举措|计划/.test(scene.reading.heading ?? '');
    return { ...alone, from: reported, topic: scene.region, ...(tasks ? { lead: '文中提出，' } : {}) };
  }
  if (scene.document !== null && reported !== null && !scene.directive)
    return { ...alone, from: fits(scene, whole, last) ? whole : reported };
  const actor = references.onlyActor();
  if (actor !== null && opensEntry(scene, first)) return { ...alone, topic: actor };
  const handed = inherited(scene, first, isNamed, references);
  if (typeof handed !== 'string' || !scene.directive || !demands(scene, first)) return handed;
  // 开展配送，覆盖14个乡镇: what is demanded begins behind the last semicolon.
  const width = (scene.clauses[last]?.end ?? 0) - (scene.clauses[whole]?.start ?? 0);
  const past = /回顾|总结|过去|成绩/.test(`${scene.reading.heading ?? ''}${scene.time?.text ?? ''}`);
  return width <= COMFORTABLE
    ? { ...alone, from: whole, lead: past ? '据文中介绍，' : '文中提出，' }
    : 'no-subject';
}

/** 已有80名学生获奖: there are students, whose they are nobody says. */
const EXISTS = /^(?:[^，]{0,8}年，?)?(?:已|共|累计|现)?有[近约超]?\d/;

/** 1978年3月，恢复招收本科生: in a chronicle of one house an entry without a subject is its own. */
function opensEntry(scene: Scene, first: number): boolean {
  return (
    scene.previous === null &&
    scene.speech === null &&
    /\d{4}年/.test(scene.time?.text ?? '') &&
    acts(scene, first) &&
    scene.clauses.slice(0, first).every((clause) => isTimeOnly(clause))
  );
}

function fits({ clauses }: Scene, from: number, last: number): boolean {
  return (clauses[last]?.end ?? 0) - (clauses[from]?.start ?? 0) <= COMFORTABLE;
}

/** 每年遴选…, 对入选企业奖励…: a task or rule that needs no subject. */
function demands(scene: Scene, first: number): boolean {
  const text = scene.clauses[first]?.text ?? '';
  if (TREND.test(text)) return false;
  return acts(scene, first) || /^(?:每年|到20\d\d年|对|依托|支持|鼓励|力争|确保|加快|自\d{4}年)/.test(text);
}

/** What somebody did besides, whatever else the sentence tells of him: …出版专著6部，发表论文140余篇. */
const BESIDES =
  /^(?:拥有|获得|获(?![取悉])|荣获|入选|主持|参与|发表|出版|培养|引进|开设|开办|培育|承担|制定|开发|研制|取得|推出|发布|接待|达成|收到|评出|申请|吸纳|输送|培训)/;
const BINDS = /^(?:并|从而|进而|以便|用于|共同|同时)/;
/** Who does it, what is planned or founded before: all that must stay with it. */
const SHIFTS =
  /将|要|应|须|拟|计划|力争|争取|预计|目标|如果|若|成立|设立|组建|创办|建立|组织|邀请|支持|鼓励|推动|帮助|使|让|由/;

function actsAlone({ clauses }: Scene, from: number, first: number): boolean {
  const own = clauses[first]?.text ?? '';
  const said = own.slice(headLength(own)).replace(/^(?:先后|累计|共|还|也|又|已|曾)+/, '');
  if (BINDS.test(own) || !BESIDES.test(said)) return false;
  return clauses.slice(from, first).every(({ text, mark }) => mark === '，' && !SHIFTS.test(text));
}

/** 集团营业收入938亿元；研发投入42亿元: across a semicolon only a plain name is carried, never 生产总值. */
function namedOwner(scene: Scene, first: number, references: References): string | null {
  const opening = scene.clauses.slice(0, first).find((clause) => subjectOf(clause) !== null);
  const subject = opening ? subjectOf(opening) : null;
  const token = opening?.tokens.find(({ start, end }) => start === subject?.start && end === subject.end);
  if (!opening || !subject || !token || token.end !== subject.end) return null;
  const name = fullName(subject.text, opening.start, scene, references);
  return name !== subject.text || /^(?:nt|nz)$/.test(token.tag) ? name : null;
}

/** 成立了工作室，…共完成87项; 建设项目，…可生产6万吨: what was founded or built does it, not who founded it. */
const FOUNDS = /成立|创办|组建|设立|建立|筹建|合办|开办|开设|推出|开发了|研发了/;
const CAN = /^(?:可|能|年(?=[产处发供加])|每年可|投产后|建成后|达产后)/;

/** 15个成员国签署协定: a counted subject is nobody's. */
const COUNTED_SUBJECT = /^[\d一二两三四五六七八九十]/;

/** Of 5G的峰值速率 the owner, 5G, may stand before another of its figures; a name stays as it is. */
function ownerOf(topic: string, isNamed: (text: string) => boolean): string | null {
  const owner = /^“[^“”]{2,12}”/.exec(topic)?.[0] ?? topic.split('的')[0] ?? '';
  return isNamed(owner) && owner.length <= 16 && !A_MEASURE.test(owner) ? owner : null;
}

/** The first clause after the last semicolon that is more than a time. */
function segmentStart({ clauses }: Scene, first: number): number {
  let at = first;
  while (at > 0 && clauses[at - 1]?.mark !== '；') at--;
  const clause = clauses[at];
  return clause && at < first && (isTimeOnly(clause) || (clause.text.length <= 3 && !isMoment(clause)))
    ? at + 1
    : at;
}

/** 改造老旧小区118个，惠及居民近4万户: the first of the clauses that a report begins without a subject. */
function firstReported({ clauses }: Scene, first: number): number | null {
  for (let at = first; at >= 0; at--) {
    const clause = clauses[at];
    if (!clause || (at < first && clause.mark === '；')) return null;
    if (REPORTED.test(clause.text.slice(headLength(clause.text)))) return at;
    if (subjectOf(clause)) return null;
  }
  return null;
}

/** 生产总值完成4286亿元，增长6%: the growth is the subject's; 集团实现营业收入938亿元，增长8%: it is the object's. */
function isOfSubject({ clauses }: Scene, at: number): boolean {
  const clause = clauses[at];
  const subject = clause ? subjectOf(clause) : null;
  if (!clause || !subject) return false;
  const figure = clause.tokens.find((token) => token.tag === 'm' && token.start >= subject.end);
  const between = clause.tokens.filter(
    (token) => token.start >= subject.end && token.end <= (figure?.start ?? subject.end),
  );
  return !between.some(({ tag }) => /^(?:n|vn|l|j)/.test(tag));
}

function subjectWithin(scene: Scene, first: number, last: number): Span | null {
  for (const clause of scene.clauses.slice(first, last + 1)) {
    const subject = subjectOf(clause);
    if (subject) return subject;
  }
  return null;
}

/** The subject of the sentence before, when it is a name and the same person speaks. */
function inherited(
  scene: Scene,
  first: number,
  isNamed: (text: string) => boolean,
  references: References,
): Start | StartRefusal {
  if (scene.clauses.slice(0, first).some(({ text }) => /^(?:我们?|他们|她们|它们|大家|双方|对方)/.test(text)))
    return 'no-subject';
  const before = scene.previous;
  const topic =
    before &&
    acts(scene, first) &&
    !EXISTS.test(scene.clauses[first]?.text ?? '') &&
    before.speech?.name === scene.speech?.name
      ? topicOf(before)
      : null;
  if (!before || !topic || scene.clauses[first - 1]?.mark === '；') return 'no-subject';
  const name = fullName(topic.text, topic.start, before, references);
  if (!isNamed(name) || name.length > 20 || ENDS_IN_POST.test(name)) return 'no-subject';
  const { text, start, end } = before.reading;
  return { from: first, topic: name, topicFrom: { text, start, end } };
}

/** Tagged as nouns, but what a person does. */
const LIFE = /^(?:毕业|退休|入党|参军|入伍|任教|获奖|退役|转业|留校|进修|留学|调任|任职|晋升|入学)$/;

/** 还建成…, 率先发布…: a clause that opens with what somebody does, not with 最大的 or a circumstance. */
function acts({ clauses }: Scene, first: number): boolean {
  const clause = clauses[first];
  const from = clause ? clause.start + headLength(clause.text) : 0;
  const opener = clause?.tokens.find((token) => token.start >= from);
  return (
    opener !== undefined &&
    (/^[vdp]/.test(opener.tag) || LIFE.test(opener.text)) &&
    !/^(?:最|更|很|非常|十分|对于?|在|据)$/.test(opener.text)
  );
}
