import { Command } from 'commander';
import { WRITABLE_TYPES, type WritableType } from '#question';
import {
  QUESTION_FILE_FORMATS,
  type QuestionFileFormat,
  writeCsv,
  writeGift,
  writeInterchange,
  writeMoodleXml,
  writeText,
  writeXlsx,
} from '#question-files';
import { MOST_FORMS, writeQuiz, type Proposals, type WrittenQuiz } from '#quiz-writing';
import { CommandFailure } from './failure.js';
import { oneOf, questionTypes, wholeNumber } from './generate/option-values.js';
import { ARTICLE_ARGUMENT, readArticle } from './generate/read-article.js';
import { showProgress } from './generate/show-progress.js';
import { tagForms } from './generate/tag-forms.js';
import { tellRepairs } from './generate/tell-repairs.js';
import { refuseToOverwrite, writeOut } from './generate/write-out.js';
import { readModelSettings, writeWithModel } from './generate/write-with-model.js';
import { tell } from './tell.js';

const MOST_QUESTIONS = 200;
const LARGEST_SEED = 2 ** 32 - 1;

interface GenerateOptions {
  readonly format?: QuestionFileFormat;
  readonly seed?: number;
  readonly count?: number;
  readonly types?: readonly WritableType[];
  readonly forms?: number;
  readonly out?: string;
  readonly model?: boolean;
  readonly verbose?: boolean;
}

/** `quiz generate`: an article in, a quiz out. Needs no database and no server. */
export function generateCommand(): Command {
  return new Command('generate')
    .usage('[选项] <文章>')
    .description('从一篇文章出题，不需要数据库和服务')
    .argument('<文章>', ARTICLE_ARGUMENT)
    .option(
      '--format <格式>',
      '输出格式：text 给人看（默认），interchange 是 JSON，xlsx 和 csv 是题目表，gift 和 moodle-xml 可导入 Moodle',
      oneOf(QUESTION_FILE_FORMATS),
    )
    .option(
      '--seed <数>',
      '随机种子（默认 1）：同一篇文章、同一个种子，得到同一份题',
      wholeNumber(0, LARGEST_SEED),
    )
    .option('--count <数>', '最多出几道题（默认按文章的篇幅和事实多少）', wholeNumber(1, MOST_QUESTIONS))
    .option('--types <题型>', `只出这些题型，用逗号分开：${WRITABLE_TYPES.join(',')}`, questionTypes)
    .option(
      '--forms <数>',
      `每个知识点最多出几道不同的题（默认 1，最多 ${MOST_FORMS}）：第一套就是原来那份题，其余供复习和再次作答时换着问`,
      wholeNumber(1, MOST_FORMS),
    )
    .option('--out <文件>', '写到这个文件，而不是标准输出')
    .option('--model', '请大模型提议事实、题干和干扰项，逐字核对后才用；不可用时照样出题')
    .option('--verbose', '把丢弃的每一条和原因都写到标准错误')
    .addHelpText(
      'after',
      `
大模型只从环境变量设置：
  MODEL_NAME      模型的名称，如 qwen-plus
  MODEL_BASE_URL  /chat/completions 之前的地址；用了预设可以不写
  MODEL_PRESET    预设：openai、qwen、deepseek、ollama
  MODEL_API_KEY   密钥；没有就不写
答复保存在 .data/model-cache，同一篇文章第二次不再花钱；删掉这个文件夹就是重新请教。`,
    )
    .action(generate);
}

async function generate(path: string, options: GenerateOptions): Promise<void> {
  const { format = 'text', seed = 1, count, types, forms = 1, out } = options;
  if (format === 'xlsx' && out === undefined && process.stdout.isTTY)
    throw new CommandFailure('xlsx 不是文字，不能显示在终端里：请用 --out 写到文件，或用 > 转存。', 2);
  refuseToOverwrite(path, out);
  const settings = options.model ? readModelSettings(process.env) : null;
  const given = await readArticle(path);
  const { text } = given;
  const progress = showProgress(process.stderr);
  const write = (proposals?: Proposals) => {
    const written = writeQuiz(text, {
      seed,
      forms,
      onProgress: progress.update,
      ...(count !== undefined && { count }),
      ...(types && { types }),
      ...(proposals && { proposals }),
    });
    progress.end();
    return written;
  };
  const quiz = settings ? await writeWithModel(text, settings, write) : write();
  tellRepairs(quiz.repairs, given);
  if (options.verbose) for (const { detail } of quiz.notes) tell(`未采用：${detail}`);
  const failed = quiz.questions.length === 0;
  if (!failed || format === 'interchange')
    await writeOut(
      await inFormat(format, forms > 1 ? { ...quiz, questions: tagForms(quiz.questions) } : quiz),
      out,
    );
  if (failed) throw new CommandFailure(quiz.notes[0]?.detail ?? '没有出成一道题。');
  tell(summaryOf(quiz, count));
}

function inFormat(format: QuestionFileFormat, quiz: WrittenQuiz): string | Promise<Uint8Array> {
  switch (format) {
    case 'text':
      return writeText(quiz);
    case 'interchange':
      return writeInterchange(quiz);
    case 'xlsx':
      return writeXlsx(quiz);
    case 'csv':
      return writeCsv(quiz);
    case 'gift':
      return writeGift(quiz);
    case 'moodle-xml':
      return writeMoodleXml(quiz);
  }
}

function summaryOf({ facts, questions, notes }: WrittenQuiz, asked: number | undefined): string {
  const dropped = notes.filter(({ stage }) => stage === 'gate').length;
  const first = questions.filter(({ form }) => form === 1).length;
  const fewer = asked !== undefined && first < asked ? `（要了 ${asked} 道，文章只够出这么多）` : '';
  const more = questions.length > first ? `，另有换着问的 ${questions.length - first} 道` : '';
  return `找到 ${facts.length} 个事实，出了 ${first} 道题${fewer}${more}，把关时淘汰了 ${dropped} 道。`;
}
