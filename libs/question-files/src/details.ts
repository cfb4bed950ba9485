import { flaw, type FieldFlaw } from './field.js';
import { narrow, tidy } from './plain-text.js';
import type { QuestionRow } from './question-file.js';

/** What a file says about a question beside its words. */
export type Details = Pick<
  QuestionRow,
  'externalId' | 'difficulty' | 'tags' | 'points' | 'courseTitle' | 'source'
>;

export type GivenDetails = Partial<
  Record<'difficulty' | 'course' | 'title' | 'url' | 'quotes' | 'points' | 'externalId', string>
> & {
  /** One text with signs between them, or a list where the file has one. */
  readonly tags?: string | readonly string[];
};

export const NO_DETAILS: Details = {
  externalId: null,
  difficulty: null,
  tags: [],
  points: null,
  courseTitle: null,
  source: { title: null, url: null, quotes: [] },
};

const MOST_POINTS = 1_000;
const LONGEST_NUMBER = 40;
/** As much as the bank files beside a question. */
const LONGEST_ID = 100;
const LONGEST_TAG = 50;
const MOST_TAGS = 20;

export function readDetails(given: GivenDetails): { details: Details; flaws: FieldFlaw[] } {
  const flaws: FieldFlaw[] = [];
  const difficulty = levelOf(given.difficulty ?? '');
  if (difficulty === undefined)
    flaws.push(
      flaw('difficulty-unreadable', 'difficulty', '难度写 1 到 5 的整数，或易、较易、中、较难、难。'),
    );
  const points = pointsOf(given.points ?? '');
  if (points === undefined)
    flaws.push(
      flaw('points-unreadable', 'points', `分值写大于 0、不超过 ${MOST_POINTS} 的数，最多两位小数。`),
    );
  const url = textOr(given.url);
  if (url !== null && !/^https?:\/\/[^\s<>"]+$/i.test(url))
    flaws.push(
      flaw('link-unreadable', 'url', '原文链接要以 http:// 或 https:// 开头，不含空格；没有就留空。'),
    );
  const externalId = textOr(given.externalId);
  if (externalId !== null && externalId.length > LONGEST_ID)
    flaws.push(flaw('text-too-long', 'externalId', `外部编号最多 ${LONGEST_ID} 个字符。`, externalId));
  const tags = tagsOf(given.tags ?? []);
  const long = tags.find((tag) => tag.length > LONGEST_TAG);
  if (long !== undefined)
    flaws.push(flaw('text-too-long', 'tags', `一个标签最多 ${LONGEST_TAG} 个字，几个标签用“；”隔开。`, long));
  else if (tags.length > MOST_TAGS) flaws.push(flaw('text-too-long', 'tags', `最多 ${MOST_TAGS} 个标签。`));
  const details: Details = {
    externalId,
    difficulty: difficulty ?? null,
    tags,
    points: points ?? null,
    courseTitle: textOr(given.course),
    source: { title: textOr(given.title), url, quotes: linesOf(given.quotes ?? '') },
  };
  return { details, flaws };
}

/** Whether a tag stays one when a sheet has it among others. */
export function isPlainTag(tag: string): boolean {
  return !BETWEEN_TAGS.test(tag);
}

function textOr(text: string | undefined): string | null {
  const tidied = tidy(text ?? '');
  return tidied === '' ? null : tidied;
}

function linesOf(text: string): string[] {
  return tidy(text)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

const BETWEEN_TAGS = /[;；,，、|｜\n]/;

function tagsOf(written: string | readonly string[]): string[] {
  const tags = (typeof written === 'string' ? written.split(BETWEEN_TAGS) : written).map(tidy);
  return [...new Set(tags)].filter((tag) => tag !== '');
}

const LEVELS: Readonly<Record<string, number>> = {
  易: 1,
  容易: 1,
  简单: 1,
  很易: 1,
  较易: 2,
  较容易: 2,
  中: 3,
  中等: 3,
  一般: 3,
  适中: 3,
  普通: 3,
  较难: 4,
  难: 5,
  困难: 5,
  很难: 5,
};

/** Undefined when it is unreadable. */
export function levelOf(text: string): number | null | undefined {
  if (text.length > LONGEST_NUMBER) return undefined;
  const plain = narrow(tidy(text)).replace(/[\s级星]+$/, '');
  if (plain === '') return null;
  if (/^[★☆]{1,5}$/.test(plain)) return plain.replaceAll('☆', '').length || undefined;
  if (/^[1-5](?:\.0+)?$/.test(plain)) return Number(plain);
  return Object.hasOwn(LEVELS, plain) ? LEVELS[plain] : undefined;
}

function pointsOf(text: string): number | null | undefined {
  if (text.length > LONGEST_NUMBER) return undefined;
  const plain = narrow(tidy(text)).replace(/\s*分$/, '');
  if (plain === '') return null;
  if (!/^\d{1,4}(?:\.\d{1,2}0*)?$/.test(plain)) return undefined;
  const points = Number(plain);
  return points > 0 && points <= MOST_POINTS ? points : undefined;
}

/** 0 easy … 1 hard as the level 1 … 5 that files carry, and back as its middle. */
export function levelOfDifficulty(difficulty: number): number {
  return Math.min(5, 1 + Math.floor(difficulty * 5));
}

export function difficultyOfLevel(level: number): number {
  return (level - 0.5) / 5;
}
