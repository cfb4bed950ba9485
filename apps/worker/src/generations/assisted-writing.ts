import type { GenerationAssistance, GenerationNote } from '#database';
import { numberSentences, type WritingProgress, type WrittenQuiz } from '#quiz-writing';
import {
  assistWriting,
  type AssistanceReport,
  createWritingModel,
  type ModelSettings,
  type WritingModel,
} from '#writing-model';
import { ThreadFailure } from '../run-thread.js';
import { writeInThread, type WritingOrder } from './write-in-thread.js';

/** Shown while an answer of the model is waited for; the pipeline's own stages come between. */
export type AssistedProgress = Omit<WritingProgress, 'stage'> & { readonly stage: string };

export interface AssistedWriting {
  readonly quiz: WrittenQuiz;
  readonly assistance: GenerationAssistance | null;
  readonly notes: readonly GenerationNote[];
}

/** All that is asked of the model for one article has to be answered by then; what is not there is done without. */
const LONGEST_ASSISTANCE_MS = 5 * 60_000;

/** Writes with the help of a model. Whatever becomes of the model, the rules' own quiz stands. */
export async function writeAssisted(
  settings: ModelSettings,
  order: WritingOrder,
  signal: AbortSignal,
  onProgress: (progress: AssistedProgress) => void,
): Promise<AssistedWriting> {
  const write = (proposals?: WritingOrder['proposals']) =>
    writeInThread(proposals ? { ...order, proposals } : order, signal, onProgress);
  const made = createWritingModel(settings, {
    fetch: globalThis.fetch,
    now: Date.now,
    random: Math.random,
    signal: AbortSignal.any([signal, AbortSignal.timeout(LONGEST_ASSISTANCE_MS)]),
  });
  if (!made.ok) return { quiz: await write(), assistance: null, notes: [noteOf(made.failure)] };
  const { sentences } = numberSentences(order.text);
  if (sentences.length === 0) return { quiz: await write(), assistance: null, notes: [] };
  try {
    const { quiz, report } = await assistWriting(telling(made.model, onProgress), sentences, write);
    // The model's calls end as cancelled, and so quietly, when the worker stops.
    signal.throwIfAborted();
    return { quiz, assistance: assistanceOf(report), notes: notesOf(report, quiz) };
  } catch (error) {
    if (!(error instanceof ThreadFailure)) throw error;
    const detail = '采用大模型的提议时出错，这次只按规则出题。';
    return {
      quiz: await write(),
      assistance: null,
      notes: [{ stage: 'model', code: 'model-given-up', detail }],
    };
  }
}

/** The same model, whose open questions count as steps of a stage. */
function telling(model: WritingModel, tell: (progress: AssistedProgress) => void): WritingModel {
  let [done, total] = [0, 0];
  const step = async <T>(ask: Promise<T>): Promise<T> => {
    total += 1;
    tell({ stage: 'model', done, total, facts: 0, kept: 0, dropped: 0 });
    const answer = await ask;
    done += 1;
    tell({ stage: 'model', done, total, facts: 0, kept: 0, dropped: 0 });
    return answer;
  };
  return {
    name: model.name,
    proposeFacts: (sentences) => step(model.proposeFacts(sentences)),
    proposeWording: (facts) => step(model.proposeWording(facts)),
    crossExamine: (examination) => step(model.crossExamine(examination)),
  };
}

function assistanceOf({ model, cost, failures, ...counts }: AssistanceReport): GenerationAssistance {
  const { proposedFacts, proposedWordings, examinedQuestions } = counts;
  return {
    model,
    calls: cost.calls,
    promptTokens: cost.promptTokens,
    completionTokens: cost.completionTokens,
    proposedFacts,
    proposedWordings,
    examinedQuestions,
    failures: failures.map(({ code, detail, times }) => ({ code, detail, times })),
  };
}

function notesOf(report: AssistanceReport, { questions }: WrittenQuiz): GenerationNote[] {
  const { model, cost, proposedFacts, proposedWordings, examinedQuestions, malformed } = report;
  const kept = questions.filter(({ origin }) => origin === 'llm').length;
  const tokens = cost.promptTokens + cost.completionTokens;
  const detail =
    `大模型 ${model} 提出 ${proposedFacts} 条事实、${proposedWordings} 个问法，试答 ${examinedQuestions} 道题；` +
    `最后采用 ${kept} 道题。共调用 ${cost.calls} 次，用了 ${tokens} 个词元。`;
  const notes: GenerationNote[] = [{ stage: 'model', code: 'model-report', detail }];
  if (malformed > 0) {
    const dropped = `大模型的答复里有 ${malformed} 项结构不对，已丢弃。`;
    notes.push({ stage: 'model', code: 'model-malformed', detail: dropped });
  }
  return [...notes, ...report.failures.map(noteOf)];
}

function noteOf({ code, detail, times }: { code: string; detail: string; times?: number }): GenerationNote {
  const often = times === undefined || times === 1 ? '' : `（${times} 次）`;
  return { stage: 'model', code: `model-${code}`, detail: `${detail}${often}` };
}
