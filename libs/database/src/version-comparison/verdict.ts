import type { Evidence } from '#question';
import type { ChangeState, QuoteChange } from '../entities/version-changes.js';
import type { StandingQuestion } from './open-comparison.js';
import type { StatementChange } from './statements.js';

/** What a new text means for one question: it goes on with this evidence, or a person has to see it. */
export type Verdict =
  | { readonly stale: false; readonly state: ChangeState; readonly evidence: readonly Evidence[] }
  | { readonly stale: true; readonly state: ChangeState; readonly quotes: readonly QuoteChange[] };

/** A question stands as long as its own quotes and its fact do. */
export function judgeQuestion(
  { content }: Pick<StandingQuestion, 'content'>,
  ofQuestion: StatementChange | null,
  ofFact: StatementChange | null,
): Verdict {
  for (const change of [ofQuestion, ofFact]) {
    if (change?.state === 'changed' || change?.state === 'gone') {
      return { stale: true, state: change.state, quotes: quoteChanges(content.evidence, change) };
    }
  }
  const state = ofQuestion?.state ?? 'untouched';
  const evidence = ofQuestion && 'evidence' in ofQuestion ? ofQuestion.evidence : content.evidence;
  return { stale: false, state, evidence };
}

/** Old and new words side by side; `before` is the evidence that was compared. */
export function quoteChanges(before: readonly Evidence[], change: StatementChange): QuoteChange[] {
  switch (change.state) {
    case 'untouched':
    case 'moved':
      return before.map(({ quote }, index) => ({
        before: quote,
        after: change.evidence[index]?.quote ?? null,
      }));
    case 'changed':
      return change.quotes.map((quote) => ({
        before: quote.before.quote,
        after: quote.after?.quote ?? null,
      }));
    case 'gone':
      return before.map(({ quote }) => ({ before: quote, after: null }));
  }
}
