import type { ChangedFact, ChangedQuestion, StaleMap } from './stale-map.dto.js';
import type {
  AffectedQuizRecord,
  ComparedVersionRecord,
  FactChangeRecord,
  QuestionChangeRecord,
} from './stale-map.store.js';

/** What needs a person comes first. */
const ORDER = ['changed', 'gone', 'moved', 'untouched'] as const;

export function staleMapView(
  articleId: string,
  version: ComparedVersionRecord,
  facts: readonly FactChangeRecord[],
  questions: readonly QuestionChangeRecord[],
  quizzes: readonly AffectedQuizRecord[],
): StaleMap {
  const quizzesOf = groupBy(quizzes, ({ questionId }) => questionId);
  const shown = questions.map((question) => questionView(question, quizzesOf.get(question.id) ?? []));
  const known = new Set(facts.map(({ factId }) => factId));
  const questionsOf = groupBy(shown, ({ factId }) => factId);
  const count = (state: ChangedFact['state']) => facts.filter((fact) => fact.state === state).length;
  return {
    articleId,
    version: version.number,
    comparison: comparisonOf(version),
    error: version.comparisonError,
    counts: {
      untouched: count('untouched'),
      moved: count('moved'),
      changed: count('changed'),
      gone: count('gone'),
      reopened: questions.filter(({ reopened }) => reopened).length,
    },
    items: facts
      .map((fact) => factView(fact, questionsOf.get(fact.factId) ?? []))
      .toSorted((a, b) => urgency(a) - urgency(b)),
    otherQuestions: shown.filter(({ factId }) => factId === null || !known.has(factId)),
  };
}

function comparisonOf({
  number,
  comparedAt,
  comparisonError,
}: ComparedVersionRecord): StaleMap['comparison'] {
  if (number === 1) return 'none';
  if (comparisonError) return 'failed';
  return comparedAt ? 'done' : 'waiting';
}

/** A fact whose own words are there still may have a question that quotes more. */
function urgency({ state, questions }: ChangedFact): number {
  return Math.min(
    ...[state, ...questions.map((question) => question.state)].map((each) => ORDER.indexOf(each)),
  );
}

function factView(
  { factId, sinceVersion, state, what, quotes, carriedFactId, content }: FactChangeRecord,
  questions: ChangedQuestion[],
): ChangedFact {
  const { kind, subject, statement } = content;
  return {
    factId,
    sinceVersion,
    kind,
    subject,
    statement,
    state,
    what,
    quotes: [...quotes],
    carriedFactId,
    questions,
  };
}

function questionView(
  { quotes, ...question }: QuestionChangeRecord,
  quizzes: readonly AffectedQuizRecord[],
): ChangedQuestion {
  return {
    ...question,
    quotes: [...quotes],
    quizzes: quizzes.map(({ id, title, published }) => ({ id, title, published })),
  };
}

function groupBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
