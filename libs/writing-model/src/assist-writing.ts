import { showToLearner, type Fact, type Question, type Response } from '#question';
import { addCosts, tokensOf, type Cost } from './cost.js';
import type { ModelFailure, ModelFailureCode } from './failure.js';
import type { FactProposal } from './propose-facts.js';
import type { WordingProposal } from './propose-wording.js';
import type { NumberedSentence, Proposed } from './proposed.js';
import type { WritingModel } from './writing-model.js';

/** A sentence with its offsets in the cleaned article. */
export interface PlacedSentence extends NumberedSentence {
  readonly start: number;
  readonly end: number;
}

/** What was proposed so far, as the writer of the quiz takes it. */
export interface Offer {
  readonly facts: Proposed<FactProposal>;
  readonly wordings?: Proposed<WordingProposal>;
  readonly examinations?: readonly ExaminedQuestion[];
}

/** What the model answered to a question without its key. */
export interface ExaminedQuestion {
  readonly stem: string;
  readonly options: readonly string[];
  /** Texts chosen with the article open; null when none could be chosen, left out when the call failed. */
  readonly openBook?: readonly string[] | null;
  readonly closedBook?: readonly (readonly string[] | null)[];
  /** What the answers took. */
  readonly tokens: number;
}

/** A quiz as far as assisting it needs it. */
export interface AssistedQuiz {
  readonly facts: readonly Fact[];
  readonly questions: readonly { readonly question: Question; readonly origin?: 'rule' | 'llm' }[];
}

export interface AssistanceReport {
  readonly model: string;
  readonly cost: Cost;
  readonly proposedFacts: number;
  readonly proposedWordings: number;
  readonly examinedQuestions: number;
  /** Entries of the wrong shape. */
  readonly malformed: number;
  /** What failed and how often; the quiz was written without it. */
  readonly failures: readonly (ModelFailure & { readonly times: number })[];
}

const MOST_WORDED = 60;
/** Questions that come in for dropped ones are examined once more, not for ever. */
const ROUNDS = 2;
/** The majority of three decides; the third is asked only when the first two do not agree. */
const FIRST_RUNS = [0, 1];
const LAST_RUN = 2;
/** How much of the article around the evidence is open to the examined model, on either side. */
const REACH = 1500;

/**
 * Lets a model help to write a quiz: it proposes facts, then words what was verified of them, then answers the
 * questions without the key. `write` is asked anew with all that was proposed (writeQuiz of #quiz-writing with
 * `proposals`) and alone decides what of it is taken. Never fails for the model's sake: without any reply the quiz is
 * the one that `write` makes by itself.
 */
export async function assistWriting<Quiz extends AssistedQuiz>(
  model: WritingModel,
  sentences: readonly PlacedSentence[],
  write: (offer: Offer) => Quiz | Promise<Quiz>,
): Promise<{ readonly quiz: Quiz; readonly report: AssistanceReport }> {
  const facts = await model.proposeFacts(sentences);
  const known = await write({ facts });
  const wordings = await model.proposeWording(worthWording(known.facts));
  let quiz = await write({ facts, wordings });
  const examined = new Map<string, ExaminedQuestion>();
  const failures = [...facts.failures, ...wordings.failures];
  const costs = [facts.cost, wordings.cost];
  for (let round = 0; round < ROUNDS; round++) {
    const open = quiz.questions.filter(
      ({ question }) => isExaminable(question) && !examined.has(printOf(question)),
    );
    if (open.length === 0) break;
    const results = await Promise.all(open.map((each) => examine(model, each, sentences)));
    for (const result of results) {
      examined.set(result.print, result.examined);
      failures.push(...result.failures);
      costs.push(result.cost);
    }
    quiz = await write({ facts, wordings, examinations: [...examined.values()] });
  }
  const report: AssistanceReport = {
    model: model.name,
    cost: addCosts(...costs),
    proposedFacts: facts.proposals.length,
    proposedWordings: wordings.proposals.length,
    examinedQuestions: [...examined.values()].filter(({ openBook }) => openBook !== undefined).length,
    malformed: facts.malformed + wordings.malformed,
    failures: countFailures(failures),
  };
  return { quiz, report };
}

/** Lists are asked for by the rules; of the others the weightier come first when there are many. */
function worthWording(facts: readonly Fact[]): Fact[] {
  return facts
    .filter(({ items }) => !items)
    .toSorted((a, b) => b.importance - a.importance)
    .slice(0, MOST_WORDED);
}

function isExaminable({ type }: Question): boolean {
  return type === 'single' || type === 'multi' || type === 'tf';
}

async function examine(
  model: WritingModel,
  { question, origin }: AssistedQuiz['questions'][number],
  sentences: readonly PlacedSentence[],
): Promise<{ print: string; examined: ExaminedQuestion; cost: Cost; failures: ModelFailure[] }> {
  const shown = showToLearner(question);
  const near = sentences.filter(({ start, end }) =>
    question.evidence.some((quote) => end > quote.start - REACH && start < quote.end + REACH),
  );
  const textsOf = (response: Response | null) => (response ? chosenTexts(question, response) : null);
  const withClosedBook = (run: number) => model.crossExamine({ question: shown, sentences: null, run });
  const isGuessable = origin === 'llm' && question.type !== 'tf';
  const [open, ...closed] = await Promise.all([
    model.crossExamine({ question: shown, sentences: near }),
    ...(isGuessable ? FIRST_RUNS : []).map(withClosedBook),
  ]);
  if (closed.length > 0 && !agree(closed.map(({ outcome }) => outcome.ok && textsOf(outcome.value))))
    closed.push(await withClosedBook(LAST_RUN));
  const answers = [open, ...closed];
  const answered = closed.flatMap(({ outcome }) => (outcome.ok ? [textsOf(outcome.value)] : []));
  const cost = addCosts(...answers.map((answer) => answer.cost));
  return {
    print: printOf(question),
    examined: {
      stem: question.stem,
      options: optionTexts(question),
      ...(open.outcome.ok && { openBook: textsOf(open.outcome.value) }),
      ...(answered.length > 0 && { closedBook: answered }),
      tokens: tokensOf(cost),
    },
    cost,
    failures: answers.flatMap(({ outcome }) => (outcome.ok ? [] : [outcome.failure])),
  };
}

function agree(chosen: readonly (readonly string[] | null | false)[]): boolean {
  return new Set(chosen.map((texts) => JSON.stringify(texts && texts.toSorted()))).size === 1;
}

function optionTexts(question: Question): string[] {
  if (question.type === 'tf') return ['正确', '错误'];
  return 'options' in question ? question.options.map(({ text }) => text) : [];
}

function chosenTexts(question: Question, response: Response): string[] {
  if (response.type === 'tf') return [response.value ? '正确' : '错误'];
  const ids =
    response.type === 'single' ? [response.choice] : response.type === 'multi' ? response.choices : [];
  const options = 'options' in question ? question.options : [];
  return options.filter(({ id }) => ids.includes(id)).map(({ text }) => text);
}

function printOf(question: Question): string {
  return JSON.stringify([question.stem, optionTexts(question).toSorted()]);
}

function countFailures(failures: readonly ModelFailure[]): (ModelFailure & { times: number })[] {
  const counted = new Map<ModelFailureCode, ModelFailure & { times: number }>();
  for (const failure of failures) {
    counted.set(failure.code, { ...failure, times: (counted.get(failure.code)?.times ?? 0) + 1 });
  }
  return [...counted.values()];
}
