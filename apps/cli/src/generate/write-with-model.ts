import path from 'node:path';
import { numberSentences, type Proposals, type WrittenQuiz } from '#quiz-writing';
import {
  assistWriting,
  createWritingModel,
  PRESET_NAMES,
  type AssistanceReport,
  type ModelSettings,
  type PresetName,
} from '#writing-model';
import { CommandFailure } from '../failure.js';
import { readSurroundings } from '../surroundings.js';
import { tell } from '../tell.js';
import { modelCache } from './model-cache.js';

const MOST_REFUSALS_TOLD = 12;
const INTERRUPTED = '已中断，没有写出任何东西。';

/** The endpoint and its key come from the environment alone: arguments stand in the process list for all to read. */
export function readModelSettings(env: NodeJS.ProcessEnv): ModelSettings {
  const preset = env.MODEL_PRESET || undefined;
  if (preset !== undefined && !isPreset(preset))
    throw new CommandFailure(`环境变量 MODEL_PRESET 应是 ${PRESET_NAMES.join('、')} 之一。`);
  if (!env.MODEL_NAME)
    throw new CommandFailure(
      '--model 需要环境变量 MODEL_NAME（模型的名称），以及 MODEL_BASE_URL 或 MODEL_PRESET。',
    );
  return {
    model: env.MODEL_NAME,
    ...(preset && { preset }),
    ...(env.MODEL_BASE_URL && { baseUrl: env.MODEL_BASE_URL }),
    ...(env.MODEL_API_KEY && { apiKey: env.MODEL_API_KEY }),
  };
}

/** Writes the quiz with a model's help. Without any usable reply it is the rules' own; Ctrl-C ends it without a quiz. */
export async function writeWithModel(
  text: string,
  settings: ModelSettings,
  write: (proposals: Proposals) => WrittenQuiz,
): Promise<WrittenQuiz> {
  const interrupt = new AbortController();
  const made = createWritingModel(settings, {
    fetch: globalThis.fetch,
    now: Date.now,
    random: Math.random,
    signal: interrupt.signal,
    cache: modelCache(path.join(readSurroundings(process.env).dataDir, 'model-cache')),
  });
  if (!made.ok) throw new CommandFailure(`大模型的设置不对（环境变量 MODEL_…）：${made.failure.detail}`);
  const onInterrupt = () => interrupt.abort(new CommandFailure(INTERRUPTED));
  process.once('SIGINT', onInterrupt);
  try {
    tell(`大模型 ${made.model.name}：正在读文章…`);
    const { quiz, report } = await assistWriting(made.model, numberSentences(text).sentences, (proposals) => {
      interrupt.signal.throwIfAborted();
      tellStep(proposals);
      return write(proposals);
    });
    interrupt.signal.throwIfAborted();
    tellReport(report, quiz);
    return quiz;
  } finally {
    process.off('SIGINT', onInterrupt);
  }
}

function isPreset(name: string): name is PresetName {
  return (PRESET_NAMES as readonly string[]).includes(name);
}

function tellStep({ facts, wordings, examinations }: Proposals): void {
  if (examinations) tell(`大模型：不看答案试做了 ${examinations.length} 道题，核对中`);
  else if (wordings) tell(`大模型：拟了 ${wordings.proposals.length} 个题干，核对中`);
  else tell(`大模型：提议了 ${facts?.proposals.length ?? 0} 条事实，逐字核对中`);
}

function tellReport(report: AssistanceReport, { questions, notes }: WrittenQuiz): void {
  const { model, cost, failures, malformed } = report;
  const refused = notes.filter(({ code }) => /^(?:proposal-|cross-examined$|guessable$)/.test(code));
  const taken = questions.filter(({ origin }) => origin === 'llm').length;
  for (const { detail } of refused.slice(0, MOST_REFUSALS_TOLD)) tell(`大模型：${detail}`);
  if (refused.length > MOST_REFUSALS_TOLD)
    tell(`大模型：另有 ${refused.length - MOST_REFUSALS_TOLD} 条，加 --verbose 全部列出。`);
  if (malformed > 0) tell(`大模型：${malformed} 条提议格式不对，没有看。`);
  for (const { detail, times } of failures) tell(`大模型：${detail}${times > 1 ? `（${times} 次）` : ''}`);
  const cached = cost.cacheHits > 0 ? `，另有 ${cost.cacheHits} 次用了缓存` : '';
  tell(
    `大模型 ${model}：调用 ${cost.calls} 次${cached}，词元 ${cost.promptTokens} + ${cost.completionTokens}；` +
      (taken > 0 ? `${questions.length} 道题里有 ${taken} 道用了它的提议。` : '这份题全由规则写成。'),
  );
}
