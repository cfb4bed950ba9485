import type { Surroundings } from '../3-names/index.js';
import type { Clause } from '../4-facts/clauses.js';
import { isCircumstance, isMoment, isTimeOnly, subjectOf } from '../4-facts/subjects.js';
import { BARE_NAMES } from '../lexicon/organisations.js';
import type { Candidate } from '../candidate.js';
import { openingOf } from './opening.js';
import type { GateRule } from './rule.js';
import { isSentence, saidIn, sourceOf } from './source.js';

const MEASURED_NOUN = /(?:率|额|量|值|比重|比例|收入|面积|水平|能力|系数|指数|价格|成本)$/;
/** What no organisation, place or person does: 成为国际标准, 比计划多出13座, 受益. */
const NOT_DONE =
  /^(?:正式|最终|后来|已|初步|首次|于?\d{4}年|____|在?哪一年)*(?:成为[^，。？]{0,14}(?:标准|规范|草案|样机|方向|品种)|比[^，。？]{1,16}(?:低|高|多出?|少|长|短|快|慢|增|减)[约近了]?(?:____|[\d多几一二两三四五六七八九十])|受益|建成[？。，]|竣工|通车|投运|问世|写[了下]?一[份篇]|复审|有效期)/;
/** 学校升格为某学院: what it is called today, put before it, was not yet its name. */
const NEW_NAME =
  /^(?:于?\d{4}年|____年?|[在于]?哪一年|[在于]?什么时候|正式|经批准)*(?:更名|改名|改称|升格|改组|升级|改建|更改校名)[为成]/;
/** What no measured quantity does. */
const NOT_MEASURED = /^(?:完成(?!____|多少|[\d近约超])|建成|实施|推出|成立|举办|启动|开展)/;
/** What belongs to the subject and takes no part of its own. */
const ATTRIBUTE =
  /^(?:注册地|注册资本|总部|前身|原名|全称|法定代表人|总投资|投资|全长|总长|占地|面积|建筑面积|占地面积|设计|年产|年营业|首任|现任)/;
/** 某激光器|2023年全球市场规模: a second subject behind the first. */
const GLUED = /^[^，]{3,}\d{4}年(?:全球|全国|全省|全市|我国|国内|世界)/;
const TREND = /^(?:同比|比上年|较上年|环比|年均)?(?:实际)?(?:增长|下降|增加|减少|提高|上升|增幅|降幅)/;
const POINTER = new RegExp(`[该这]家?(${Object.keys(BARE_NAMES).join('|')})`);
const COUNTS = /^(?:已|累计|共|一?共|总共)*(?:有|共有)[\d近约超____多少]/;

/** Who a bare 公司 is, and whether what is said of a subject is said of it in the article. */
export const antecedentRules: readonly GateRule[] = [
  {
    code: 'wrong-antecedent',
    check: (candidate, context) => {
      const { names } = context;
      const { reading, document } = candidate.finding.scene;
      const own = reading.text;
      // 据《某某公司会议纪要》，…: the house in the title of the document is named by nobody but its title.
      const text = saidIn({ ...candidate, correct: [] }).replaceAll(document?.lead ?? '〓', '');
      const other = pointedElsewhere(candidate, context);
      if (other !== null) return `“该${other}”说的是另一家。`;
      const put = names.organisations.find(
        (name) =>
          text.includes(name) &&
          !own.includes(name) &&
          !isPartOf(name, own, context) &&
          !isStandIn(name, own, candidate, context),
      );
      if (put !== undefined) return `“${put}”不一定是原文所指的那一家。`;
      const title = [...candidate.stem.replaceAll(document?.lead ?? '〓', '').matchAll(/《[^《》]{6,}》/g)]
        .map(([found]) => found)
        .find((found) => !own.includes(found) && !titleMayStand(found, candidate, context));
      return title === undefined ? null : `${title}不一定是原文所指的那一份。`;
    },
  },
  {
    code: 'subject-elsewhere',
    check: (candidate, context) => {
      if (!isSentence(candidate) || candidate.finding.find.statement) return null;
      const { subject, clause } = openingOf(candidate.stem, context);
      if (subject === null || subject.length < 2 || /____|（ |^(?:哪|谁|多少|几|什么)/.test(subject))
        return null;
      const rest = clause.slice(clause.indexOf(subject) + subject.length);
      if (MEASURED_NOUN.test(subject) ? NOT_MEASURED.test(rest) : NOT_DONE.test(rest))
        return `“${subject}”不会“${rest.slice(0, 8)}”。`;
      if (NEW_NAME.test(rest) && !sourceOf(candidate.finding).text.includes(subject))
        return `改名以前还不叫“${subject}”。`;
      if (GLUED.test(clause)) return `“${subject}”后面另有主语。`;
      if (losesWhatGrew(candidate, subject)) return '没有写明增长的是什么。';
      return fetchedOver(candidate, subject, context);
    },
  },
];

/** The name stands shortened or in its alias in the sentence. */
function isPartOf(name: string, own: string, { names }: Surroundings): boolean {
  return (
    names.organisations.some((other) => other !== name && other.includes(name) && own.includes(other)) ||
    names.shortNames.some(({ short, full }) => full === name && own.includes(short)) ||
    names.aliases.some(({ short, full }) => full === name && !(short in BARE_NAMES) && own.includes(short))
  );
}

/** Whether a name that was put into the sentence stands there for a bare 公司, or for the subject of the sentence before. */
function isStandIn(
  name: string,
  own: string,
  { finding }: Candidate,
  { names, article }: Surroundings,
): boolean {
  const { scene } = finding;
  const before = scene.previous?.reading.text ?? '';
  const { speech } = scene;
  if (speech && /我/.test(own)) return true;
  const bare = Object.keys(BARE_NAMES).find((word) => own.includes(word) && BARE_NAMES[word]?.test(name));
  const ending = bare === undefined ? null : BARE_NAMES[bare];
  if (!bare || !ending) {
    const tail = [4, 3, 2].map((length) => name.slice(-length)).find((word) => own.includes(word));
    const alike = names.organisations.filter((other) => tail !== undefined && other.endsWith(tail));
    return (tail !== undefined && alike.length === 1) || opensWith(before, name, names);
  }
  const pointed = own.slice(0, sourceOf(finding).at).search(new RegExp(`[该这]家?${bare}`));
  if (pointed >= 0) return isLastNamed(name, before + own.slice(0, pointed), bare, names);
  const hero = names.protagonists.find((other) => ending.test(other));
  if (hero !== undefined) return hero === name;
  return !rival(name, ending, article.length) || opensWith(before, name, names);

  function rival(of: string, sort: RegExp, until: number): boolean {
    return names.organisations.some(
      (other) =>
        other !== of &&
        sort.test(other) &&
        !other.includes(of) &&
        !of.includes(other) &&
        article.slice(0, until).includes(other),
    );
  }
}

/** 甲银行设立乙公司；该公司…: what is said of 该公司 is not said of 甲银行. */
function pointedElsewhere(candidate: Candidate, context: Surroundings): string | null {
  const { scene } = candidate.finding;
  const { text, at, segmentStart } = sourceOf(candidate.finding);
  const pointer = POINTER.exec(text.slice(segmentStart, at));
  const word = pointer?.[1];
  const { subject } = openingOf(candidate.stem, context);
  if (!pointer || !word || subject === null) return null;
  const { names } = context;
  const said = names.organisations.find(
    (name) => BARE_NAMES[word]?.test(name) && formsOf(name, names).some((form) => subject.startsWith(form)),
  );
  const before = (scene.previous?.reading.text ?? '') + text.slice(0, segmentStart + pointer.index);
  return said === undefined || isLastNamed(said, before, word, names) ? null : word;
}

function formsOf(name: string, { shortNames, aliases }: Surroundings['names']): string[] {
  const shorts = [...shortNames, ...aliases].filter(
    ({ short, full }) => full === name && !(short in BARE_NAMES),
  );
  return [name, ...shorts.map(({ short }) => short)];
}

/** Whether the last words before that end as this organisation does are its name, in full or short. */
function isLastNamed(name: string, text: string, bare: string, names: Surroundings['names']): boolean {
  const end = text.lastIndexOf(bare) + bare.length;
  const forms = formsOf(name, names);
  return end >= bare.length && forms.some((form) => text.slice(0, end).endsWith(form));
}

function opensWith(sentence: string, name: string, { shortNames, aliases }: Surroundings['names']): boolean {
  const forms = [
    name,
    ...shortNames.filter(({ full }) => full === name).map(({ short }) => short),
    ...aliases.filter(({ full }) => full === name).map(({ short }) => short),
    ...Object.keys(BARE_NAMES).filter((word) => BARE_NAMES[word]?.test(name)),
  ];
  return forms.some((form) => new RegExp(`(?:^|，)(?:目前)?${escape(form)}`).test(sentence));
}

/** 《某某办法》 may stand for 本办法 or for its alias 《办法》, never for another title. */
function titleMayStand(title: string, { finding }: Candidate, { names }: Surroundings): boolean {
  const { scene, statement } = finding;
  if (statement.lead.includes(title)) return true;
  const source = sourceOf(finding);
  const clause = scene.reading.text.slice(source.segmentStart, source.clauseEnd);
  const foreign = clause.match(/《[^《》]{6,}》/g) ?? [];
  const alias = names.aliases.find(({ full }) => full === title)?.short;
  const plain = clause.replace(/《[^《》]{6,}》/g, '');
  const word = title.replace(/(?:（[^（）]*）)?》$/, '').slice(-2);
  return (
    foreign.length === 0 &&
    (plain.includes(`本${word}`) ||
      plain.includes(`该${word}`) ||
      (alias !== undefined && scene.reading.text.includes(alias)) ||
      plain.startsWith(word))
  );
}

/** The subject was fetched over clauses of its sentence that have another one. */
function fetchedOver({ stem, finding }: Candidate, subject: string, { names }: Surroundings): string | null {
  const { clauses, reading } = finding.scene;
  const source = sourceOf(finding);
  const at = reading.start + source.at;
  const last = clauses.findIndex(({ end }) => end >= at);
  const own = clauses[last];
  if (!own) return null;
  const owner = subject.split('的')[0] ?? '';
  const isOwned = owner !== subject && names.organisations.includes(owner) && !holds(own.text, owner, names);
  if (!isOwned && stemHolds(stem, own, subject)) return null;
  const first = clauses.findLastIndex((clause, index) => index <= last && holds(clause.text, subject, names));
  const between = clauses.slice(first + 1, isOwned ? last : last + 1);
  const foreign = between.find((clause) => {
    if (isTimeOnly(clause) || isCircumstance(clause) || isMoment(clause)) return false;
    const other = subjectOf(clause);
    if (other !== null && ATTRIBUTE.test(other.text)) return false;
    const skipped = !stem.includes(clause.text.slice(0, 8));
    return skipped && (COUNTS.test(clause.text) || (other !== null && !holds(other.text, subject, names)));
  });
  if (foreign) return `原文中间说的是“${foreign.text.slice(0, 10)}…”，后面的话不是说“${subject}”的。`;
  const opening = clauses[first];
  return opening && first < last && !stem.includes(opening.text.slice(-6)) && modifies(opening, subject)
    ? `“${subject}”在原文里只是定语。`
    : null;
}

/** 直接结算21.7万人次，同比增长46%: it is the 人次 that grew, the clause before must stay. */
function losesWhatGrew({ stem, finding }: Candidate, subject: string): boolean {
  const { clauses, reading } = finding.scene;
  const at = reading.start + sourceOf(finding).at;
  const last = clauses.findIndex(({ end }) => end >= at);
  const [own, before] = [clauses[last], clauses[last - 1]];
  return (
    own !== undefined &&
    before?.mark === '，' &&
    TREND.test(own.text) &&
    /\d/.test(before.text) &&
    !MEASURED_NOUN.test(subject) &&
    !stem.includes(before.text.slice(-4)) &&
    !MEASURED_NOUN.test(subjectOf(before)?.text ?? '')
  );
}

/** The stem keeps the clause's own subject, whatever stands before it. */
function stemHolds(stem: string, clause: Clause, subject: string): boolean {
  const own = subjectOf(clause);
  return own !== null && stem.includes(own.text) && !subject.startsWith(own.text);
}

function holds(text: string, whole: string, { shortNames, aliases }: Surroundings['names']): boolean {
  const subject = whole.split('的')[0] ?? whole;
  if (text.includes(subject) || subject.startsWith(text)) return true;
  const bare = Object.keys(BARE_NAMES).some((word) => BARE_NAMES[word]?.test(subject) && text.includes(word));
  const tail = subject.slice(-3);
  // 全镇 and 镇上 stand for 东屿镇.
  const level = /[省市县区镇乡村]$/.exec(subject)?.[0];
  if (level && new RegExp(`[全我本]${level}|${level}[里上内]`).test(text)) return true;
  return (
    bare ||
    (tail.length === 3 && text.includes(tail)) ||
    [...shortNames, ...aliases].some(
      ({ short, full }) => (full === subject || short === subject) && text.includes(short),
    )
  );
}

/** 研究所|牵头|起草|的|草案|提交: a verb and 的 between the name and the noun that the verb behind belongs to. */
function modifies({ tokens, text }: Clause, subject: string): boolean {
  const from = tokens.findIndex((token) => subject.endsWith(token.text) && text.indexOf(token.text) < 8);
  const rest = tokens.slice(from + 1);
  const of = rest.findIndex(({ text: word }) => word === '的');
  if (from < 0 || of < 1 || of > 6) return false;
  if (!rest[0]?.tag.startsWith('v') || rest.slice(0, of).some(({ tag }) => /^u[lzg]$/.test(tag)))
    return false;
  const noun = rest.slice(of + 1).findIndex(({ tag }) => !/^(?:n|vn|b|a|j|l|x|eng|m|q)/.test(tag));
  return noun > 0 && (rest[of + 1 + noun]?.tag.startsWith('v') ?? false);
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
