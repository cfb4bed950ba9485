import type { Evidence, Fact } from '#question';
import type { OpenComparison } from './open-comparison.js';

/** An older text with everything that quotes it; each statement has the id of its row. */
export interface StatementsOfText {
  readonly article: string;
  readonly facts: readonly Fact[];
}

/** What became of one statement: FactChange of #quiz-writing. */
export type StatementChange =
  | { readonly factId: string; readonly state: 'untouched' | 'moved'; readonly evidence: readonly Evidence[] }
  | {
      readonly factId: string;
      readonly state: 'changed';
      readonly what: 'words' | 'subject';
      readonly quotes: readonly { readonly before: Evidence; readonly after: Evidence | null }[];
    }
  | { readonly factId: string; readonly state: 'gone' };

/** The facts, and each question as a statement of its own: a matching question quotes more than its one fact does. */
export function statementsOf({ facts, questions, olderTexts }: OpenComparison): StatementsOfText[] {
  const contentOf = new Map(facts.map(({ id, content }) => [id, content]));
  const statements = [
    ...facts.map(({ id, articleVersionId, content }) => ({ articleVersionId, fact: { ...content, id } })),
    ...questions
      .filter(({ content }) => content.evidence.length > 0)
      .map(({ id, articleVersionId, factId, content }) => {
        const about = contentOf.get(factId ?? '') ?? NOTHING_KNOWN;
        return { articleVersionId, fact: { ...about, id, evidence: content.evidence } };
      }),
  ];
  return [...olderTexts].map(([versionId, article]) => ({
    article,
    facts: statements
      .filter(({ articleVersionId }) => articleVersionId === versionId)
      .map(({ fact }) => fact),
  }));
}

const NOTHING_KNOWN: Fact = {
  id: '',
  kind: 'event',
  subject: '',
  statement: '',
  answer: '',
  acceptedForms: [],
  evidence: [],
  importance: 1,
};
