import { Command } from 'commander';
import { composeOrigins } from '#article-files';
import { writeQuiz, type WritingStage } from '#quiz-writing';
import { CommandFailure } from '../failure.js';
import { oneOf } from '../generate/option-values.js';
import { ARTICLE_ARGUMENT, readArticle } from '../generate/read-article.js';
import { showProgress } from '../generate/show-progress.js';
import { inSource, tellRepairs } from '../generate/tell-repairs.js';
import { refuseToOverwrite, writeOut } from '../generate/write-out.js';
import { tell } from '../tell.js';
import { writeFactsJson, writeFactsText, type FactSheet } from './write-facts.js';

const FORMATS = ['text', 'json'] as const;
/** What comes after them is about questions. */
const STAGES: readonly WritingStage[] = ['clean-text', 'sentences', 'names', 'facts', 'choose'];

interface FactsOptions {
  readonly format?: (typeof FORMATS)[number];
  readonly out?: string;
}

/** `quiz facts`: what an article states, each fact with the words that prove it. */
export function factsCommand(): Command {
  return new Command('facts')
    .usage('[选项] <文章>')
    .description('列出一篇文章里可以核对的事实，不需要数据库和服务')
    .argument('<文章>', ARTICLE_ARGUMENT)
    .option('--format <格式>', '输出格式：text 给人看（默认），json 给程序', oneOf(FORMATS))
    .option('--out <文件>', '写到这个文件，而不是标准输出')
    .action(listFacts);
}

async function listFacts(path: string, { format = 'text', out }: FactsOptions): Promise<void> {
  refuseToOverwrite(path, out);
  const given = await readArticle(path);
  const progress = showProgress(process.stderr);
  // Facts do not depend on the seed.
  const { article, origins, facts, notes, repairs } = writeQuiz(given.text, {
    seed: 1,
    onProgress: (step) => STAGES.includes(step.stage) && progress.update(step),
  });
  progress.end();
  tellRepairs(repairs, given);
  const about = notes.filter(
    ({ stage, code }) => STAGES.includes(stage) && (code !== 'no-facts' || facts.length === 0),
  );
  const sheet: FactSheet = {
    article,
    source: given.source,
    origins: composeOrigins(origins, given.origins),
    facts,
    notes: about,
    repairs: repairs.map((repair) => inSource(repair, given)),
  };
  if (format === 'json') await writeOut(writeFactsJson(sheet), out);
  else if (facts.length > 0) await writeOut(writeFactsText(sheet), out);
  if (facts.length === 0) throw new CommandFailure(about[0]?.detail ?? '文章里没有找到事实。');
  tell(`找到 ${facts.length} 个事实，另有 ${about.length} 处没有用。`);
}
