import { QUESTION_TYPES, type QuestionType } from '#question';

export interface Choosable {
  readonly factId: string;
  readonly question: { readonly type: QuestionType; readonly key?: unknown };
}

/**
 * Chooses a mix for a quiz: the types take turns, true and false statements do, each fact is asked about once, and
 * within a type the choices are spread over the article. Keeps reading order. Fewer than `count` when there are not enough facts.
 */
export function chooseQuestions<T extends Choosable>(questions: readonly T[], count: number): T[] {
  const queues = QUESTION_TYPES.map((type) => {
    const ofType = questions.filter(({ question }) => question.type === type);
    const isTrue = ({ question }: T) => question.key === true;
    if (type !== 'tf') return spread(ofType);
    return alternate(spread(ofType.filter((item) => !isTrue(item))), spread(ofType.filter(isTrue)));
  });
  const [chosen, asked] = [new Set<T>(), new Set<string>()];
  while (chosen.size < count && queues.some((queue) => queue.length > 0)) {
    for (const queue of queues) {
      const next = takeUnasked(queue, asked);
      if (!next || chosen.size === count) continue;
      chosen.add(next);
      asked.add(next.factId);
    }
  }
  return questions.filter((question) => chosen.has(question));
}

function takeUnasked<T extends Choosable>(queue: T[], asked: ReadonlySet<string>): T | null {
  for (let next = queue.shift(); next; next = queue.shift()) {
    if (!asked.has(next.factId)) return next;
  }
  return null;
}

function alternate<T>(first: readonly T[], second: readonly T[]): T[] {
  const longest = Math.max(first.length, second.length);
  return Array.from({ length: longest }, (_, index) => [first[index], second[index]])
    .flat()
    .filter((item) => item !== undefined);
}

/** First the middle, then the middles of the halves, and so on: however few are taken, they do not crowd. */
function spread<T>(items: readonly T[]): T[] {
  const spans = [items];
  const order: T[] = [];
  for (let span = spans.shift(); span; span = spans.shift()) {
    const middle = Math.floor(span.length / 2);
    const item = span[middle];
    if (item === undefined) continue;
    order.push(item);
    spans.push(span.slice(0, middle), span.slice(middle + 1));
  }
  return order;
}
