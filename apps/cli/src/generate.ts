import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import { isQuestionType, QUESTION_TYPES, type QuestionType } from '#question';
import { writeInterchange, writeText } from '#question-files';
import { refuseArticle, writeQuiz, type WrittenQuiz } from '#quiz-writing';
import { CommandFailure } from './failure.js';
import { readArticle } from './generate/read-article.js';
import { showProgress } from './generate/show-progress.js';
import { writeOut } from './generate/write-out.js';
import { tell } from './tell.js';

const FORMATS = ['text', 'interchange'] as const;
const MOST_QUESTIONS = 200;
const LARGEST_SEED = 2 ** 32 - 1;

interface GenerateOptions {
  readonly format: (typeof FORMATS)[number];
  readonly seed: number;
  readonly count?: number;
  readonly types?: readonly QuestionType[];
  readonly out?: string;
}

/** `quiz generate`: an article in, a quiz out. Needs no database and no server. */
export function generateCommand(): Command {
  return new Command('generate')
    .description('从一篇文章出题，不需要数据库和服务')
    .addArgument(new Argument('<文章>', '文章的文本文件；- 表示从标准输入读'))
    .addOption(
      new Option('--format <格式>', '输出格式：text 给人看，interchange 是 JSON')
        .choices(FORMATS)
        .default('text'),
    )
    .option('--seed <数>', '随机种子：同一篇文章、同一个种子，得到同一份题', wholeNumber(0, LARGEST_SEED), 1)
    .option('--count <数>', '最多出几道题（默认按文章的篇幅和事实多少）', wholeNumber(1, MOST_QUESTIONS))
    .option('--types <题型>', `只出这些题型，用逗号分开：${QUESTION_TYPES.join(',')}`, questionTypes)
    .option('--out <文件>', '写到这个文件，而不是标准输出')
    .action(generate);
}

async function generate(path: string, { format, out, ...options }: GenerateOptions): Promise<void> {
  const text = await readArticle(path);
  const refusal = refuseArticle(text);
  if (refusal) throw new CommandFailure(refusal.detail);
  const progress = showProgress(process.stderr);
  const quiz = writeQuiz(text, { ...options, onProgress: progress.update });
  progress.end();
  const failed = quiz.questions.length === 0;
  if (format === 'interchange') await writeOut(writeInterchange(quiz), out);
  else if (!failed) await writeOut(writeText(quiz), out);
  if (failed) throw new CommandFailure(quiz.notes[0]?.detail ?? '没有出成一道题。');
  tell(summaryOf(quiz, options.count));
}

function summaryOf({ facts, questions, notes }: WrittenQuiz, asked: number | undefined): string {
  const dropped = notes.filter(({ stage }) => stage === 'gate').length;
  const fewer =
    asked !== undefined && questions.length < asked ? `（要了 ${asked} 道，文章只够出这么多）` : '';
  return `找到 ${facts.length} 个事实，出了 ${questions.length} 道题${fewer}，把关时淘汰了 ${dropped} 道。`;
}

function wholeNumber(least: number, most: number): (value: string) => number {
  return (value) => {
    const number = /^\d{1,10}$/.test(value) ? Number(value) : NaN;
    if (number >= least && number <= most) return number;
    throw new InvalidArgumentError(`应是 ${least} 到 ${most} 之间的整数。`);
  };
}

function questionTypes(value: string): QuestionType[] {
  const names = value.split(/[,，]/).map((name) => name.trim());
  const unknown = names.find((name) => !isQuestionType(name));
  if (unknown !== undefined)
    throw new InvalidArgumentError(`没有“${unknown}”这种题型，可用：${QUESTION_TYPES.join(',')}。`);
  return [...new Set(names.filter(isQuestionType))];
}
