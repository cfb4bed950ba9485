import type { Evidence } from '#question';
import { difficultyOfLevel, type FiledQuestion, type QuestionSet } from '#question-files';
import type { ExportedQuestion } from './question-exports.store.js';

const BETWEEN = '\n\n';

/** Questions of the bank as a file tells them, numbered from `first`. */
export function questionSet(
  questions: readonly ExportedQuestion[],
  { courseTitle, first }: { courseTitle: string; first: number },
): QuestionSet {
  return {
    article: '',
    questions: questions.map((each, index) => filed(each, `Q${first + index}`, courseTitle)),
  };
}

/**
 * The set with its articles, one after the other in the one that it can have: the evidence counts there. What does not
 * stand in its text is only quoted.
 */
export function withArticles(
  set: QuestionSet,
  questions: readonly ExportedQuestion[],
  texts: ReadonlyMap<string, string>,
): QuestionSet {
  const starts = new Map<string, number>();
  let article = '';
  for (const [id, text] of texts) {
    if (article !== '') article += BETWEEN;
    starts.set(id, article.length);
    article += text;
  }
  const placed = set.questions.map((each, index) => {
    const versionId = questions[index]?.articleVersionId ?? '';
    const { evidence } = each.question;
    const stands = evidence.every(
      ({ quote, start, end }) => texts.get(versionId)?.slice(start, end) === quote,
    );
    const source = { ...each.source, quotes: evidence.map(({ quote }) => quote) };
    return stands
      ? { ...each, question: { ...each.question, evidence: moved(evidence, starts.get(versionId) ?? 0) } }
      : { ...each, source, question: { ...each.question, evidence: [] } };
  });
  return { article, questions: placed };
}

function moved(evidence: readonly Evidence[], by: number): Evidence[] {
  return evidence.map(({ quote, start, end }) => ({ quote, start: start + by, end: end + by }));
}

function filed(question: ExportedQuestion, id: string, courseTitle: string): FiledQuestion {
  const { content, externalId, tags, level, difficulty, origin, provenance, articleTitle } = question;
  const guess = level === null ? difficulty : difficultyOfLevel(level);
  return {
    id,
    question: content,
    courseTitle,
    tags,
    ...(externalId !== null && { externalId }),
    ...(guess !== null && { difficulty: guess }),
    ...(origin === 'llm' && { origin }),
    ...(origin === 'llm' && provenance && { provenance }),
    ...(articleTitle !== null && { source: { title: articleTitle } }),
  };
}
