import type { Names, Reading } from '../3-names/index.js';
import { CONNECTIVES, LEADING_TIME } from '../lexicon/words.js';
import { clausesOf, headLength, type Clause, type Span } from './clauses.js';
import { ownDocument, type OwnDocument } from './document.js';
import { readMeant, type Meant } from './meant.js';
import { subjectOf } from './subjects.js';
import { findSpeech, type Speech } from './speech.js';

/** A sentence with all a statement about it needs: its clauses, its speaker, its time, what it may lean on. */
export interface Scene {
  readonly reading: Reading;
  /** Without the clause that only says who speaks. */
  readonly clauses: readonly Clause[];
  readonly speech: Speech | null;
  /** The time the sentence opens with, else the one year its heading names. */
  readonly time: { readonly text: string; readonly start: number; readonly end: number } | null;
  /** The city, county or province the whole text reports on. */
  readonly region: string | null;
  /** Whether the text sets rules or tasks, so that a sentence without a subject is what it demands. */
  readonly directive: boolean;
  /** The rules, bulletin or minutes that the whole text is. */
  readonly document: OwnDocument | null;
  /** An item under 应当具备下列条件：, which says of whom it holds. */
  readonly listed: boolean;
  /** What 他 and 全县 mean here. */
  readonly meant: Meant;
  /** The sentence before, in the same paragraph. */
  readonly previous: Scene | null;
}

export function readScenes(readings: readonly Reading[], names: Names): Scene[] {
  const meanings = readMeant(readings, names);
  const speeches = findSpeech(
    readings,
    names,
    meanings.map(({ person }) => person),
  );
  const document = ownDocument(readings);
  const region = document ? null : regionOf(readings);
  const directive = readings[0]?.kind === 'heading' && DIRECTIVE.test(readings[0].text);
  let previous: Scene | null = null;
  let announced = false;
  return readings.map((reading, index) => {
    const speech = speeches[index] ?? null;
    const spoken = clausesOf(reading).filter(({ start }) => speech?.frame?.start !== start);
    const clauses = withoutSource(withoutLinks(spoken));
    const before: Scene | null = previous?.reading.paragraph === reading.paragraph ? previous : null;
    const pointed = pointedYear(clauses, before);
    if (pointed) clauses.shift();
    const headed = headingTime(reading, readings[0]);
    const reviewed = headed !== null && PAST_YEAR.test(clauses[0]?.text ?? '');
    if (reviewed) clauses.shift();
    const time = pointed ?? leadingTime(clauses) ?? statisticTime(reading, before) ?? headed;
    if (reading.kind !== 'item') announced = false;
    const listed = announced && !ANNOUNCES.test(reading.text);
    // 下列检查 of a rule are rules themselves; 下列条件 say of whom something holds.
    if (ANNOUNCES.test(reading.text))
      announced = document === null || /条件|情形|之一|材料|对象|范围|情况/.test(reading.text);
    const scene: Scene = {
      reading,
      clauses,
      speech,
      time,
      region,
      directive,
      document,
      listed,
      meant: meanings[index] ?? { person: null, place: () => null },
      previous: before,
    };
    previous = scene;
    return scene;
  });
}

/** 我叫贺立群，…: whoever speaks need not be said to be called so. */
const NAMES_HIMSELF = /^(?:大家好|我(?:叫|名叫)[\u3400-\u9fff]{2,4})$/;
/** What happened then happened: how long after what, the statement need not say. */
const AFTERWARDS =
  /^(?:[一二两三四五六七八九十\d]+[多余]?(?:年|个月|天|小时)(?:之|以)?后|不久|没过多久|不久之后)$/;

/** 此外，… and 需要说明的是，…: a clause that only links. */
function withoutLinks(clauses: readonly Clause[]): Clause[] {
  const rest = clauses.filter(
    ({ text }) =>
      CONNECTIVES.exec(text)?.[0].length !== text.length &&
      !AFTERWARDS.test(text) &&
      !NAMES_HIMSELF.test(text),
  );
  return rest.length > 0 ? rest : [...clauses];
}

/** 统计局发布的数据显示，… says where a figure is from, not what it is of. */
function withoutSource(clauses: readonly Clause[]): Clause[] {
  const [first, ...rest] = clauses;
  return first && rest.length > 0 && /(?:数据|统计|资料|报告|调查|公报|结果)(?:显示|表明)$/.test(first.text)
    ? rest
    : [...clauses];
}

/** In a paragraph of statistics the period of the sentence before goes on. */
function statisticTime({ text }: Reading, before: Scene | null): Scene['time'] {
  const time = before?.time;
  if (!time || !/年$|季度|上半年|个月/.test(time.text) || /\d{4}年|月|季度/.test(text)) return null;
  return /(?:增长|下降|增加值|总额|产量|占比|比重)[^，。]{0,16}\d/.test(text)
    ? { text: time.text, start: -1, end: -1 }
    : null;
}

/** 同年，… in a paragraph that has just named a year is that year. */
function pointedYear(clauses: readonly Clause[], before: Scene | null): Scene['time'] {
  const [first] = clauses;
  if (!first || clauses.length < 2 || !/^(?:同年|是年|当年|这一年|该年)$/.test(first.text)) return null;
  const year = /\d{4}年/.exec(before?.time?.text ?? '')?.[0];
  return year ? { text: year, start: -1, end: -1 } : null;
}

const ANNOUNCES = /(?:下列|以下|如下)[^。；]{0,16}[：:]$/;
const DIRECTIVE =
  /(?:意见|办法|方案|规划|通知|规定|条例|细则|纲要|指南|计划|工作报告|手册|标准)(?:（[^（）]*）)?$/;

function leadingTime(clauses: readonly Clause[]): Span | null {
  const first = clauses[0];
  if (!first) return null;
  const head =
    first.text.slice(0, headLength(first.text)) || (LEADING_TIME.test(first.text) ? first.text : '');
  for (let at = 0; at < head.length; at++) {
    const found = LEADING_TIME.exec(head.slice(at))?.[0].replace(/[，,]$/, '');
    if (
      found &&
      /^[在于]/.test(found) &&
      !/^[，,]|^$/.test(head.slice(at + found.length) || first.text.slice(head.length))
    )
      return null;
    if (found && isModifier(first, first.start + at + found.length)) return null;
    if (found) return { text: found, start: first.start + at, end: first.start + at + found.length };
  }
  return null;
}

/** 2015年|印发的《暂行办法》: the year belongs to the document, not to what is said of it. */
function isModifier(clause: Clause, from: number): boolean {
  const opener = clause.tokens.find(({ start }) => start >= from);
  return (
    opener?.start === from &&
    opener.tag.startsWith('v') &&
    /^[\u3400-\u9fff]{1,8}的[《“\u3400-\u9fff]/.test(clause.text.slice(from - clause.start))
  );
}

/** 二、2023年工作回顾 dates what stands under it, unless the sentence names a year itself; 与2022年版相比 does not. */
/** Under 2023年工作回顾 it is that year. */
const PAST_YEAR = /^(?:过去的?一年|一年来|这一年)(?:里|中)?$/;

function headingTime({ heading, text }: Reading, title: Reading | undefined): Scene['time'] {
  const recap = title?.kind === 'heading' ? recapYear(title.text) : null;
  if (
    recap &&
    !/打算|计划|任务|安排|目标|展望|下一步/.test(heading ?? '') &&
    !/\d{4}年/.test(`${text}${heading === title?.text ? '' : heading}`)
  )
    return /\d/.test(text) && !/今年|去年|明年|目前/.test(text) ? { text: recap, start: -1, end: -1 } : null;
  if (title?.kind === 'heading' && heading === title.text) return null;
  if (/《|[与比较自](?=\d{4}年)|\d{4}年(?:[）]|版|以来|之前|之后)/.test(heading ?? '')) return null;
  const years = heading?.match(/\d{4}年/g) ?? [];
  const [year] = years;
  return year && years.length === 1 && !/\d{4}年/.test(text) ? { text: year, start: -1, end: -1 } : null;
}

/** 青禾县2023年…工作总结 dates all that it sums up. */
function recapYear(title: string): string | null {
  const years = title.match(/\d{4}年/g) ?? [];
  return years.length === 1 && /(?:总结|回顾)$/.test(title) ? (years[0] ?? null) : null;
}

/** 望海市2023年政府工作报告 → 望海市: the place a title begins with. */
function regionOf(readings: readonly Reading[]): string | null {
  const title = readings[0]?.kind === 'heading' ? readings[0].text : '';
  return /^([\u3400-\u9fff]{2,5}?[市省县区])(?=[\u3400-\u9fff\d])(?![与和及、])/.exec(title)?.[1] ?? null;
}

/** The first subject of a sentence: what following clauses without a subject speak of. */
export function topicOf(scene: Scene): Span | null {
  for (const clause of scene.clauses) {
    const subject = subjectOf(clause);
    if (subject) return subject;
  }
  return null;
}
