import { fork } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { MAX_ARTICLE_LENGTH, writeQuiz } from '#quiz-writing';
import { middleOf, spreadOf, type Spread } from './spread.js';

/*
 * How fast quizzes are written, against segmentation alone as the floor: both in one run and in turns, each size in a
 * process of its own so that peak memory belongs to it. Segmentation is jieba's tagging of the same lines, dictionary
 * already loaded; the pipeline is everything that `writeQuiz` does.
 */
const SIZES = [1_000, 5_000, 20_000, 50_000, 100_000, MAX_ARTICLE_LENGTH];
const SAMPLES = fileURLToPath(new URL('../../libs/quiz-writing/samples/', import.meta.url));

interface Measured {
  readonly characters: number;
  readonly facts: number;
  readonly questions: number;
  /** Milliseconds. */
  readonly pipeline: Spread;
  readonly segmentation: Spread;
  /** Pipeline over segmentation, of the medians. */
  readonly ratio: number;
  readonly charactersPerSecond: { readonly pipeline: number; readonly segmentation: number };
  /** MiB of the process that ran the pipeline, and of one that only segments. */
  readonly peakMemory: { readonly pipeline: number; readonly segmentation: number };
}

type Half = 'both' | 'segmentation';

/** Sample articles one after another, names and figures changed each time round so that nothing repeats. */
function articleOf(length: number): string {
  const files = readdirSync(SAMPLES).filter((name) => /\.(txt|md)$/.test(name));
  const all = files
    .sort()
    .map((name) => readFileSync(SAMPLES + name, 'utf8'))
    .join('\n\n');
  const rounds: string[] = [];
  for (let round = 0, written = 0; written < length; round += 1) {
    const next = all
      .replace(/(?<![\d.])\d{1,3}(?![\d.年月日])/g, (figure) => String(Number(figure) + round * 7))
      .replace(/[市县]/g, (unit) => `${'东南西北中'.charAt(round % 5)}${unit}`);
    rounds.push(next);
    written += next.length;
  }
  return rounds.join('\n\n').slice(0, length);
}

function measure(characters: number, rounds: number, half: Half) {
  const require = createRequire(import.meta.url);
  const { Jieba } = require('@node-rs/jieba') as typeof import('@node-rs/jieba');
  const { dict } = require('@node-rs/jieba/dict.js') as typeof import('@node-rs/jieba/dict.js');
  const tagger = Jieba.withDict(dict);
  const text = articleOf(characters);
  const lines = text.split('\n');
  const segment = () => lines.reduce((words, line) => words + tagger.tag(line).length, 0);
  const write = () => writeQuiz(text, { seed: 1 });
  const [pipeline, segmentation]: [number[], number[]] = [[], []];
  const timed = (times: number[], run: () => unknown) => {
    const begun = performance.now();
    run();
    times.push(performance.now() - begun);
  };
  // Once each unmeasured: loading the dictionary and compiling belong to the process, not to the article.
  segment();
  const written = half === 'both' ? write() : null;
  for (let round = 0; round < rounds; round += 1) {
    timed(segmentation, segment);
    if (half === 'both') timed(pipeline, write);
  }
  return {
    pipeline,
    segmentation,
    facts: written?.facts.length ?? 0,
    questions: written?.questions.length ?? 0,
    peak: process.resourceUsage().maxRSS / 1024,
  };
}

type Raw = ReturnType<typeof measure>;

function inOwnProcess(characters: number, rounds: number, half: Half): Promise<Raw> {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(import.meta.url), ['--child', String(characters), String(rounds), half]);
    child.once('message', (raw) => resolve(raw as Raw));
    child.once('error', reject);
    child.once('exit', (code) => code !== 0 && reject(new Error(`the measuring process ended with ${code}`)));
  });
}

async function measureSize(characters: number, rounds: number): Promise<Measured> {
  const both = await inOwnProcess(characters, rounds, 'both');
  const alone = await inOwnProcess(characters, rounds, 'segmentation');
  const [whole, floor] = [middleOf(both.pipeline), middleOf(both.segmentation)];
  return {
    characters,
    facts: both.facts,
    questions: both.questions,
    pipeline: spreadOf(both.pipeline),
    segmentation: spreadOf(both.segmentation),
    ratio: round1(whole / floor),
    charactersPerSecond: {
      pipeline: Math.round((characters / whole) * 1000),
      segmentation: Math.round((characters / floor) * 1000),
    },
    peakMemory: { pipeline: Math.round(both.peak), segmentation: Math.round(alone.peak) },
  };
}

function print(rows: readonly Measured[]): void {
  console.log(
    '字数\t事实\t题\t整条流水线 ms（最小–最大）\t只分词 ms（最小–最大）\t倍数\t字/秒\t内存峰值 MiB（只分词）',
  );
  for (const row of rows) {
    const times = ({ median, least, most }: Spread) => `${median} (${least}–${most})`;
    console.log(
      [
        row.characters,
        row.facts,
        row.questions,
        times(row.pipeline),
        times(row.segmentation),
        row.ratio,
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
  const rounds = Number(values.rounds ?? 5);
  const rows: Measured[] = [];
  for (const size of SIZES) {
    rows.push(await measureSize(size, rounds));
    process.stderr.write(`${size} 字已测\n`);
  }
  if (values.json) console.log(JSON.stringify({ rounds, node: process.version, sizes: rows }, null, 2));
  else print(rows);
}

if (process.argv[2] === '--child') {
  const [characters, rounds, half] = process.argv.slice(3);
  process.send?.(measure(Number(characters), Number(rounds), half === 'both' ? 'both' : 'segmentation'));
} else {
  await main();
}
