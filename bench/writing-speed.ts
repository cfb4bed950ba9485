import { fork } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { MAX_ARTICLE_LENGTH, writeQuiz } from '#quiz-writing';
import { middleOf, spreadOf, type Spread } from './spread.js';
import { textOf, type TextSort } from './writing-texts.js';

/*
 * How fast quizzes are written, against segmentation alone as the floor. Segmentation is one pass of jieba's tagging over
 * the lines of the text, with the dictionary that the pipeline uses; the pipeline is everything that `writeQuiz` does. Both
 * in one process and in turns, on the same text, and each turn on a text that was never seen before. A service writes many
 * quizzes in one process, so the turns count only when they no longer get faster; the first of all is told apart. Each
 * size has a process of its own, so that peak memory belongs to it.
 */
const SIZES = [1_000, 5_000, 20_000, 50_000, 100_000, MAX_ARTICLE_LENGTH];
const SORTS: readonly TextSort[] = ['articles', 'names'];
/** Warm when the median of so many turns is not this much faster than that of as many before. */
const WINDOW = 10;
const SETTLED = 0.95;
const LONGEST_WARMING = 10_000;

interface Measured {
  readonly text: TextSort;
  readonly characters: number;
  readonly facts: number;
  readonly questions: number;
  /** Turns until the times had settled. */
  readonly warming: number;
  /** Milliseconds. */
  readonly pipeline: Spread;
  readonly segmentation: Spread;
  /** Pipeline over segmentation, of the medians. */
  readonly ratio: number;
  /** The first turn of the process, dictionaries loaded but no code compiled yet. */
  readonly cold: { readonly pipeline: number; readonly segmentation: number };
  readonly charactersPerSecond: { readonly pipeline: number; readonly segmentation: number };
  /** MiB of the process that ran the pipeline, and of one that only segments. */
  readonly peakMemory: { readonly pipeline: number; readonly segmentation: number };
}

interface Task {
  readonly sort: TextSort;
  readonly characters: number;
  readonly rounds: number;
  readonly half: 'both' | 'segmentation';
}

function measure({ sort, characters, rounds, half }: Task) {
  const require = createRequire(import.meta.url);
  const { Jieba } = require('@node-rs/jieba') as typeof import('@node-rs/jieba');
  const { dict } = require('@node-rs/jieba/dict.js') as typeof import('@node-rs/jieba/dict.js');
  const tagger = Jieba.withDict(dict);
  let turn = 0;
  let found = { facts: 0, questions: 0 };
  const segment = (text: string) => {
    for (const line of text.split('\n')) tagger.tag(line);
  };
  const write = (text: string) => {
    const { facts, questions } = writeQuiz(text, { seed: 1 });
    found = { facts: facts.length, questions: questions.length };
  };
  const take = () => {
    const text = textOf(sort, characters, turn++);
    const segmentation = timed(() => segment(text));
    return { segmentation, pipeline: half === 'both' ? timed(() => write(text)) : 0 };
  };
  const cold = take();
  if (half === 'both') warm(() => take().pipeline);
  const warming = turn;
  const turns = Array.from({ length: rounds }, take);
  return { cold, warming, turns, ...found, peak: process.resourceUsage().maxRSS / 1024 };
}

function timed(run: () => void): number {
  const begun = performance.now();
  run();
  return performance.now() - begun;
}

/** Takes turns until they no longer get faster. */
function warm(take: () => number): void {
  const begun = performance.now();
  const window = () => middleOf(Array.from({ length: WINDOW }, take));
  let before = window();
  for (
    let now = window();
    now < SETTLED * before && performance.now() - begun < LONGEST_WARMING;
    now = window()
  )
    before = now;
}

type Raw = ReturnType<typeof measure>;

function inOwnProcess(task: Task): Promise<Raw> {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(import.meta.url), ['--child', JSON.stringify(task)]);
    child.once('message', (raw) => resolve(raw as Raw));
    child.once('error', reject);
    child.once('exit', (code) => code !== 0 && reject(new Error(`the measuring process ended with ${code}`)));
  });
}

async function measureSize(sort: TextSort, characters: number, rounds: number): Promise<Measured> {
  const both = await inOwnProcess({ sort, characters, rounds, half: 'both' });
  const alone = await inOwnProcess({ sort, characters, rounds, half: 'segmentation' });
  const pipeline = both.turns.map((turn) => turn.pipeline);
  const segmentation = both.turns.map((turn) => turn.segmentation);
  const [whole, floor] = [middleOf(pipeline), middleOf(segmentation)];
  return {
    text: sort,
    characters,
    facts: both.facts,
    questions: both.questions,
    warming: both.warming,
    pipeline: spreadOf(pipeline),
    segmentation: spreadOf(segmentation),
    ratio: round1(whole / floor),
    cold: { pipeline: round1(both.cold.pipeline), segmentation: round1(both.cold.segmentation) },
    charactersPerSecond: {
      pipeline: Math.round((characters / whole) * 1000),
      segmentation: Math.round((characters / floor) * 1000),
    },
    peakMemory: { pipeline: Math.round(both.peak), segmentation: Math.round(alone.peak) },
  };
}

const COLUMNS =
  '文本 字数 事实 题 整条流水线ms（最小–最大） 只分词ms（最小–最大） 倍数 冷启动ms（只分词） 字/秒 内存峰值MiB（只分词）';

function print(rows: readonly Measured[]): void {
  console.log(COLUMNS.replaceAll(' ', '\t'));
  for (const row of rows) {
    const times = ({ median, least, most }: Spread) => `${median} (${least}–${most})`;
    console.log(
      [
        row.text === 'articles' ? '文章' : '人名机构名',
        row.characters,
        row.facts,
        row.questions,
        times(row.pipeline),
        times(row.segmentation),
        row.ratio,
        `${row.cold.pipeline} (${row.cold.segmentation})`,
        row.charactersPerSecond.pipeline,
        `${row.peakMemory.pipeline} (${row.peakMemory.segmentation})`,
      ].join('\t'),
    );
  }
}

function round1(value: number): number {
  return Math.round(value * 10) / 10;
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { json: { type: 'boolean' }, rounds: { type: 'string' } } });
  const rounds = Number(values.rounds ?? 15);
  const rows: Measured[] = [];
  for (const sort of SORTS) {
    for (const size of SIZES) {
      rows.push(await measureSize(sort, size, rounds));
      process.stderr.write(`${sort} ${size} 字已测\n`);
    }
  }
  if (values.json) console.log(JSON.stringify({ rounds, node: process.version, sizes: rows }, null, 2));
  else print(rows);
}

if (process.argv[2] === '--child') {
  process.send?.(measure(JSON.parse(process.argv[3] ?? '') as Task));
} else {
  await main();
}
