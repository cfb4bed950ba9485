import type { Surroundings } from '../3-names/index.js';
import { PLAN } from '../lexicon/words.js';
import { onceEach } from '../once-each.js';
import type { GateRule } from './rule.js';
import { isSentence, outside, saidIn, sourceOf, type Source } from './source.js';
import { timesIn, yearOf, type TimeWord } from './time-words.js';

const RELATIVE_YEAR = /去年|今年|前年|明年|后年|本年/;
/** Points back to a year just named, which then may stand in its place. */
const POINTS_BACK = /^(?:截至|到|至|自|从)?(?:当年|同年|次年|翌年|当月|同月)/;
const COMPARED = /[比较与同由从超]$|基于$|相比$/;
const PLANNED =
  /将(?![近军士领]|[^，]{0,8}(?:作为|视为|变成|改为|建成了))|(?<!”)(?:计划|规划)(?=[，在到于投建明今年月\d]|$)|按照?(?:计划|规划)|力争|预计|拟(?=[\u3400-\u9fff])|有望|争取|目标/;
const STATIC =
  /^(?:全?长|总长|宽|高|占地|面积|建筑面积|设计|总投资|投资|有效|容量|载重|设有|配备|由|主要|是|为|位于|总部|其中)/;
/** Time goes by between what was begun and what came of it. */
const LATER =
  /^(?:历经|历时|经过|经)[^，]{0,6}[年月天日]|^[一二两三四五六七八九十\d]+[年个]?[年月天]后|^(?:此后|随后|后来|之后)/;
const TASKS = /任务|目标|展望|打算|安排|规划|部署|下一步/;
const TASK_SAID = /[要须应]|将|力争|预期|计划|目标|规划|拟|争取|预计/;
const SOURCE =
  /初步(?:核算|统计|测算)|据[^，。；]{0,20}(?:统计|测算|估算|估计|预测|监测|抽样调查)(?=，|显示)|有(?:资料|研究|报道|数据)(?:称|显示|表明)|据(?:说|传)/;
const COMPARISON = /(?:^|[，；：])((?:[与和同跟]|相比于?|相较于?|比起)[^，；]{2,24}(?:相比|比较|之下)?)，/;

/** Time, source and comparison of the source sentence must reach the question whole. */
export const scopeRules: readonly GateRule[] = [
  {
    code: 'time-frame',
    check: (candidate) => {
      if (!isSentence(candidate) || candidate.finding.find.form === 'foreign') return null;
      const source = sourceOf(candidate.finding);
      const said = saidIn(candidate);
      // 1984年发现，2013年被列为…: each date has its own.
      if (candidate.finding.find.form === 'date') return null;
      const lost = frames(source).find((time) => !isSaid(time, said));
      return lost ? `丢了原文的时间“${lost.text}”。` : null;
    },
  },
  {
    code: 'time-carried',
    check: (candidate) => {
      if (!isSentence(candidate)) return null;
      const source = sourceOf(candidate.finding);
      const carried = carriedTime(candidate.stem, source);
      return carried ? `“${carried}”在原文里管不到这句话。` : null;
    },
  },
  {
    code: 'undated',
    check: (candidate, context) => {
      if (!isSentence(candidate) || !isChronicle(context)) return null;
      const { finding } = candidate;
      const { text, at } = sourceOf(finding);
      const { previous } = finding.scene;
      if (!previous || finding.find.form !== 'figure' || timesIn(text.slice(0, at)).length > 0) return null;
      return timesIn(previous.reading.text).length > 0 && timesIn(candidate.stem).length === 0
        ? '大事记里没有写明是哪一年的。'
        : null;
    },
  },
  {
    code: 'mixed-times',
    check: ({ stem, finding }) => {
      const relative = RELATIVE_YEAR.exec(stem)?.[0];
      if (!relative) return null;
      const dated =
        /\d{4}年(?!版|代)/.test(outside(stem)) ||
        /\d{4}年/.test(outside(finding.scene.reading.heading ?? ''));
      return dated ? `文中写有年份，题干却写“${relative}”，读者分不清是哪一年。` : null;
    },
  },
  {
    code: 'target-as-fact',
    check: (candidate, context) => {
      if (!isSentence(candidate) || candidate.finding.find.form === 'foreign') return null;
      const { finding, stem } = candidate;
      const { document } = finding.scene;
      // 按照《某某通知》，到2027年底，…: what the rules set is asked as set by them.
      if (document?.lead.startsWith('按照') && stem.startsWith(document.lead)) return null;
      const source = sourceOf(finding);
      const segment = outside(source.text.slice(source.segmentStart, source.clauseEnd));
      const heading = finding.scene.reading.heading ?? '';
      if (PLANNED.test(segment) && !PLAN.test(stem) && !PLANNED.test(stem)) return '计划、目标写成了事实。';
      if (TASKS.test(heading) && !TASK_SAID.test(stem)) return '这是任务或目标，题干写成了事实。';
      const aim = frames(source).find(
        ({ text }) => /^(?:到|至)/.test(text) && (yearOf(text) ?? 0) > latestPast(context),
      );
      return aim && !/将|目标|提出|计划|规划|力争|预计|争取|要求|承诺|明确/.test(stem)
        ? `“${aim.text}”的目标写成了事实。`
        : null;
    },
  },
  {
    code: 'source-lost',
    check: (candidate) => {
      if (!isSentence(candidate)) return null;
      const source = sourceOf(candidate.finding);
      const named = SOURCE.exec(source.text.slice(0, source.at))?.[0];
      // 据县统计局统计 may have become 据沂河县统计局统计.
      return named && !candidate.stem.includes(named.replace(/^据[省市县区镇乡]?/, ''))
        ? `丢了“${named}”。`
        : null;
    },
  },
  {
    code: 'comparison-lost',
    check: (candidate) => {
      if (!isSentence(candidate)) return null;
      const source = sourceOf(candidate.finding);
      const before = source.text.slice(source.segmentStart, source.at);
      const compared = /相比|相较|比较|比起/.test(before) ? COMPARISON.exec(before)?.[1] : undefined;
      return compared && /相比|相较|比较|比起/.test(compared) && !candidate.stem.includes(compared)
        ? `丢了比较的对象“${compared}”。`
        : null;
    },
  },
];

/** The time that holds for the answer: the last one before it between the semicolons that is no base of a comparison. */
function frames({ text, at, to, segmentStart }: Source): TimeWord[] {
  const within = timesIn(text).filter(
    (time) =>
      time.start >= segmentStart &&
      time.end <= at &&
      !COMPARED.test(text.slice(Math.max(0, time.start - 2), time.start)) &&
      !/^[^，；]{0,12}相比|^[^，；]{1,8}的[《“\u3400-\u9fff]/.test(text.slice(time.end)),
  );
  const last = within.at(-1);
  if (!last || to <= last.end) return [];
  const between = text.slice(last.end, at);
  const comma = between.search(/[，：]/);
  if (comma < 0) return [last];
  const head = text.slice(segmentStart, last.start);
  const clause = between.slice(Math.max(between.lastIndexOf('，'), between.lastIndexOf('：')) + 1);
  // 成立于2001年，主要从事…; 2022年4月交付使用，长86米: the year is that clause's own.
  const isOwn = /[于在]$/.test(head) || (comma > 0 && STATIC.test(clause + text.slice(at, to)));
  return isOwn ? [] : [last];
}

function isSaid({ text }: TimeWord, said: string): boolean {
  if (said.includes(text)) return true;
  if (POINTS_BACK.test(text)) return /\d{4}年|哪一?年|____/.test(said);
  const plain = text.replace(/^(?:截至|截止到?|自|从)|(?:起|以来)$/g, '');
  return !/^[到至]/.test(text) && plain !== text && said.includes(plain);
}

/** The time a stem opens with, when a semicolon and another time part it from the answer. */
function carriedTime(stem: string, source: Source): string | null {
  const [first] = timesIn(stem);
  const body = stem.slice(first?.end ?? 0);
  if (!first || !/^(?:的)?[，\u3400-\u9fff]/.test(body)) return null;
  const at = source.text.indexOf(first.text);
  if (at < 0 || at > source.at) return null;
  const passed = source.text.slice(at, source.at).split('，').slice(1, -1);
  // 2014年设立学院，累计培训9200人: since then, not in that year.
  const own =
    source.text
      .slice(0, source.clauseEnd)
      .split(/[，；]/)
      .at(-1) ?? '';
  const isSum =
    /^(?:目前|至今)?(?:已?累计|至今|已有|先后)/.test(own) && !/^(?:自|从|截至|到)/.test(first.text);
  const opener =
    source.text
      .slice(at)
      .split('，')
      .find((clause) => clause.length > first.text.length) ?? '';
  if (isSum && own !== opener && !stem.includes(opener.slice(-4))) return first.text;
  if (passed.some((clause) => LATER.test(clause) && !stem.includes(clause))) return first.text;
  if (at >= source.segmentStart) return null;
  const hasOwn = timesIn(source.text).some(
    ({ start, end }) => start > at && start >= source.segmentStart - 1 && end <= source.clauseEnd,
  );
  return hasOwn ? first.text : null;
}

/** Most paragraphs open with a year. */
const isChronicle = onceEach(({ article }: Surroundings): boolean => {
  const paragraphs = article.split('\n').filter((line) => line.includes('。'));
  const dated = paragraphs.filter((line) => /^(?:截至|到)?\d{4}年/.test(line));
  return dated.length >= 4 && dated.length * 2 >= paragraphs.length;
});

/** The latest year the article tells of as past or present. */
const latestPast = onceEach(({ article }: Surroundings): number => {
  const years = timesIn(article)
    .filter(({ text, end, start }) => {
      const before = article.slice(Math.max(0, start - 8), start);
      return (
        !/^[到至]/.test(text) &&
        !/预计|计划|力争|争取|拟|在$|—|至$|将/.test(before + article.slice(end, end + 6))
      );
    })
    .map(({ text }) => yearOf(text) ?? 0)
    .filter((year) => year < 2100);
  return years.reduce((latest, year) => Math.max(latest, year), 0);
});
