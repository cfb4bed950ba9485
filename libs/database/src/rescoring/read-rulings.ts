import { activeRulings, type RulingRecord } from '../rulings.js';
import type { Run, Statement } from '../statements.js';
import type { AttemptsOfQuestion } from './read-marked.js';

const RULINGS: Statement = {
  name: 'active-rulings',
  text: `select ${activeRulings('$1::uuid', '$2::uuid[]')} as rulings`,
};

/** The regrades of a quiz that hold and speak of one of these versions, oldest first. */
export async function readRulings(
  run: Run,
  { quizId, questionVersionIds }: AttemptsOfQuestion,
): Promise<readonly RulingRecord[]> {
  const [row] = await run<{ rulings: RulingRecord[] | null }>(RULINGS, [quizId, questionVersionIds]);
  return row?.rulings ?? [];
}
