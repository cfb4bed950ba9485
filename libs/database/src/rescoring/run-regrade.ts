import { addCounts } from '#scoring';
import type { DataSource } from 'typeorm';
import { type RegradeCounts, RegradeRunRow } from '../entities/score-changes.js';
import { judgedVersionIds, type RulingRecord } from '../rulings.js';
import { type Run, runIn, runOn, type Statement } from '../statements.js';
import {
  type AttemptsOfQuestion,
  findMarked,
  FIRST_ID,
  lockMarked,
  type MarkedAttempt,
  readContents,
  readMarked,
} from './read-marked.js';
import { readRulings } from './read-rulings.js';
import { countChanges, forgetUnapplied, markUndone, writeChanges } from './regrade-changes.js';
import { rescore, type Rescored, slotOf } from './rescore.js';
import { writeScores } from './write-scores.js';

const AT_ONCE = 200;

/** In the order of ids, as answers come, so that neither waits for the other. */
const TELL: Statement = {
  name: 'tell-of-ruling',
  text: `
    with held as (
      select learner_id, id from attempt
      where quiz_id = $1 and state = 'in_progress' and question_version_ids && $2::uuid[] and id > $3
      order by id limit $4 for no key update
    ), told as (
      update attempt a set rulings = a.rulings + 1 from held h where a.learner_id = h.learner_id and a.id = h.id
    )
    select id from held order by id`,
};

const FIND_UNFINISHED: Statement = {
  name: 'unfinished-regrades',
  text: `select id from regrade_run where state in ('applying', 'undoing') and coalesce(undone_at, applied_at) < $1`,
};

/** What is changed by a ruling that does not hold yet, attempt by attempt in batches; writes nothing. */
export async function* foreseeRegrade(
  run: Run,
  target: AttemptsOfQuestion,
  proposed: RulingRecord,
): AsyncGenerator<{ readonly changed: readonly Rescored[]; readonly counts: RegradeCounts }> {
  for (let after = FIRST_ID; ;) {
    const keys = await findMarked(run, target, after, AT_ONCE);
    const last = keys.at(-1);
    if (!last) return;
    after = last.attemptId;
    const rulings = [...(await readRulings(run, target)), proposed];
    yield sum(await rescoreAll(run, target, await readMarked(run, keys), rulings));
  }
}

/**
 * Brings every closed attempt of the quiz in line with the rulings that hold, after a regrade began to hold or ceased to:
 * until all follow it, batch by batch, each all or nothing. Safe to run again, and by several at once: an attempt that
 * already follows is not touched. Returns false when there is nothing to finish.
 */
export async function finishRegrade(dataSource: DataSource, runId: string): Promise<boolean> {
  const run = runOn(dataSource);
  const row = await dataSource.manager.findOneBy(RegradeRunRow, { id: runId });
  if (row?.state !== 'applying' && row?.state !== 'undoing') return false;
  await tellRunning(run, row);
  for (let after: string | null = FIRST_ID; after !== null;)
    after = await settleBatch(dataSource, row, after);
  await dataSource.transaction(async (manager) => {
    const inside = runIn(manager);
    const finished =
      row.state === 'applying'
        ? {
            state: 'applied' as const,
            counts: await countChanges(inside, row.id, row.quizId, row.questionVersionIds),
          }
        : { state: 'undone' as const };
    if (row.state === 'applying') await forgetUnapplied(inside, row.id);
    await manager.update(RegradeRunRow, { id: row.id, state: row.state }, finished);
  });
  return true;
}

/** Regrades that somebody began before then and nobody finished. */
export async function findUnfinishedRegrades(run: Run, before: Date): Promise<string[]> {
  const rows = await run<{ id: string }>(FIND_UNFINISHED, [before]);
  return rows.map(({ id }) => id);
}

/** Whoever is closing an attempt at this moment, and read the rulings before, has to read again. */
async function tellRunning(run: Run, { quizId, questionVersionIds }: AttemptsOfQuestion): Promise<void> {
  for (let after = FIRST_ID; ;) {
    const told = await run<{ id: string }>(TELL, [quizId, questionVersionIds, after, AT_ONCE]);
    const last = told.at(-1);
    if (!last) return;
    after = last.id;
  }
}

/** Returns the last attempt it looked at; null at the end. */
function settleBatch(dataSource: DataSource, row: RegradeRunRow, after: string): Promise<string | null> {
  return dataSource.transaction(async (manager) => {
    const run = runIn(manager);
    const keys = await lockMarked(run, row, after, AT_ONCE);
    const attempts = await readMarked(run, keys);
    const all = await rescoreAll(run, row, attempts, await readRulings(run, row));
    const changed = all.filter(({ isChanged }) => isChanged);
    if (row.state === 'applying') {
      const at = row.appliedAt ?? new Date();
      const { kind: cause, reason, id: regradeRunId, appliedBy: actorId } = row;
      await writeScores(run, changed, { cause, reason, regradeRunId, actorId }, at);
      await writeChanges(run, row.id, changed, at);
    } else {
      const at = row.undoneAt ?? new Date();
      const { undoReason: reason, id: regradeRunId, undoneBy: actorId } = row;
      await writeScores(run, changed, { cause: 'undo', reason, regradeRunId, actorId }, at);
      await markUndone(run, row.id, changed, at);
    }
    return keys.at(-1)?.attemptId ?? null;
  });
}

async function rescoreAll(
  run: Run,
  { questionVersionIds }: AttemptsOfQuestion,
  attempts: readonly MarkedAttempt[],
  rulings: readonly RulingRecord[],
): Promise<Rescored[]> {
  const questions = await readContents(run, judgedVersionIds(questionVersionIds, rulings));
  return attempts.flatMap((attempt) => {
    const slot = slotOf(attempt, questionVersionIds);
    return rescore(attempt, slot, rulings, questions) ?? [];
  });
}

function sum(all: readonly Rescored[]) {
  const none: RegradeCounts = { attempts: 0, changed: 0, up: 0, down: 0, nowPassed: 0, nowFailed: 0 };
  return {
    changed: all.filter(({ isChanged }) => isChanged),
    counts: all.reduce((counts, each) => addCounts(counts, each.counts), none),
  };
}
