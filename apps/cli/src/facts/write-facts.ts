import type { OffsetMap } from '#article-files';
import type { Evidence, Fact, Hedge } from '#question';
import { FACT_KIND_NAMES } from '#question-files';
import type { Note, Repair } from '#quiz-writing';

/** The facts of an article with what was dropped on the way to them. */
export interface FactSheet {
  /** The cleaned article, in which all offsets count. */
  readonly article: string;
  /** What was given, and the way there from `article`; places of repairs count in it. */
  readonly source: string;
  readonly origins: OffsetMap;
  readonly facts: readonly Fact[];
  readonly notes: readonly Note[];
  readonly repairs: readonly Repair[];
}

const STARS: Readonly<Record<Fact['importance'], string>> = { 3: '★★★', 2: '★★', 1: '★' };
const HEDGES: Readonly<Record<Hedge, string>> = { below: '接近而不到', approx: '约数', above: '不止此数' };

export function writeFactsJson({ article, source, origins, facts, notes, repairs }: FactSheet): string {
  return `${JSON.stringify({ article, source, origins, facts, notes, repairs }, null, 2)}\n`;
}

/** For an instructor: facts under the sentence they stand in, in reading order, then what was not used and why. */
export function writeFactsText({ article, facts, notes }: FactSheet): string {
  const placeOf = ({ evidence }: Fact) => evidence[0]?.start ?? 0;
  const places = [...new Set(facts.map(placeOf))].sort((a, b) => a - b);
  const groups = places.map((place) =>
    groupOf(
      facts.filter((fact) => placeOf(fact) === place),
      article,
    ),
  );
  const head = `共 ${facts.length} 个事实。★★★ 必须掌握，★★ 应当了解，★ 细节；方括号里是原句在整理后的正文里的位置。\n`;
  const dropped = notes.map(
    ({ detail, quote }) => `- ${detail}${quote ? `\n  原文：${oneLine(quote)}` : ''}\n`,
  );
  const tail = dropped.length > 0 ? [`没有用的（${dropped.length} 处）\n${dropped.join('')}`] : [];
  return [head, ...groups, ...tail].join('\n');
}

function groupOf(facts: readonly Fact[], article: string): string {
  const [proof] = facts[0]?.evidence ?? [];
  const head = proof ? `第 ${paragraphAt(article, proof.start)} 段　${quoted(proof)}\n` : '';
  return head + facts.map(entryOf).join('');
}

function entryOf({ id, kind, statement, evidence, importance, ...fact }: Fact): string {
  const beside = [
    fact.acceptedForms.length > 0 ? `也可写作：${fact.acceptedForms.join('、')}` : '',
    fact.ordered ? '有先后' : '',
    fact.open ? '原文以“等”结尾，可能不止这些' : '',
  ].filter(Boolean);
  const items = fact.items?.join('、') ?? '';
  const about = [
    `主体：${fact.subject}`,
    fact.time ? `时间：${fact.time}` : '',
    fact.speaker ? `说话人：${fact.speaker}` : '',
    fact.hedge ? `语气：${HEDGES[fact.hedge]}` : '',
  ].filter(Boolean);
  const lines = [
    `${id} ${STARS[importance]}【${FACT_KIND_NAMES[kind]}】${oneLine(statement)}`,
    `   答案：${oneLine(fact.answer)}${beside.length > 0 ? `（${beside.join('；')}）` : ''}`,
    ...(items && items !== fact.answer ? [`   各项：${items}`] : []),
    `   ${about.join('　')}`,
    ...evidence.slice(1).map((also) => `   另据：${quoted(also)}`),
  ];
  return lines.map((line) => `  ${line}\n`).join('');
}

function quoted({ quote, start, end }: Evidence): string {
  return `“${oneLine(quote)}” [${start}–${end}]`;
}

/** Counts paragraphs that hold text, from 1. */
function paragraphAt(article: string, offset: number): number {
  return article
    .slice(0, offset + 1)
    .split('\n')
    .filter((line) => line.trim() !== '').length;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
