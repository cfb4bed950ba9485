import type { Run, Statement } from '#database';
import type { Response } from '#question';

export interface GivenAnswer {
  readonly learnerId: string;
  readonly attemptId: string;
  readonly slot: number;
  readonly sequence: number;
  readonly response: Response;
  /** The quiz does not go back: no answer once a later slot has one. */
  readonly onward: boolean;
  /** When it arrived, by the server's clock. */
  readonly now: Date;
}

/** The attempt, now that this answer is stored. */
export interface TakenAnswer {
  /** How many slots are answered. */
  readonly answered: number;
  readonly dueAt: Date | null;
}

interface Waiting {
  readonly answer: GivenAnswer;
  readonly resolve: (taken: TakenAnswer | null) => void;
  readonly reject: (error: unknown) => void;
}

/** Statements under way at once: while one is flushed to disk, the next gathers what arrives. */
const MOST_FLYING = 2;
const MOST_AT_ONCE = 200;

/**
 * The condition is judged on the newest state of the attempt's row, after waiting for whoever changes it: a later response,
 * the closing, another deadline.
 */
const TAKE: Statement = {
  name: 'take-answers',
  text: `
    with given as (
      select * from unnest($1::int[], $2::uuid[], $3::uuid[], $4::int[], $5::int[], $6::text[], $7::timestamptz[],
                           $8::boolean[])
               as g (n, learner_id, attempt_id, slot, sequence, response, happened_at, onward)
    ), taken as (
      update attempt a set sequences[g.slot] = g.sequence
      from given g
      where a.learner_id = g.learner_id and a.id = g.attempt_id and a.state = 'in_progress'
        and (a.closes_at is null or a.closes_at > g.happened_at) and a.sequences[g.slot] < g.sequence
        and not g.slot = any (a.revealed)
        and not (g.onward and 0 < any (a.sequences[g.slot + 1 :]))
      returning g.*, a.due_at, cardinality(array_remove(a.sequences, 0)) as answered
    ), logged as (
      insert into attempt_event (learner_id, attempt_id, slot, sequence, kind, actor, happened_at, response)
      select learner_id, attempt_id, slot, sequence, case when due_at <= happened_at then 'late' else 'answered' end,
             'learner', happened_at, response::jsonb
      from taken
    )
    select n, answered, due_at as "dueAt" from taken`,
};

/**
 * Stores answers that arrive together with one statement and one commit. Each is told of its own fate, after the commit;
 * null when the slot or the attempt as it stands does not take it. One that fails does not take others with it.
 */
export class AnswerBatches {
  private waiting: Waiting[] = [];
  private flying = 0;
  private isGathering = false;

  constructor(private readonly run: Run) {}

  take(answer: GivenAnswer): Promise<TakenAnswer | null> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ answer, resolve, reject });
      this.gather();
    });
  }

  /** Lets what has arrived in this turn of the event loop join. */
  private gather(): void {
    if (this.isGathering || this.flying >= MOST_FLYING || this.waiting.length === 0) return;
    this.isGathering = true;
    setImmediate(() => {
      this.isGathering = false;
      void this.fly();
    });
  }

  private async fly(): Promise<void> {
    const batch = this.nextBatch();
    this.flying += 1;
    this.gather();
    try {
      await this.store(batch);
    } catch (error) {
      const [only] = batch;
      if (batch.length === 1) only?.reject(error);
      else await Promise.all(batch.map((each) => this.store([each]).catch(each.reject)));
    } finally {
      this.flying -= 1;
      this.gather();
    }
  }

  /** An attempt's row changes once in a statement, so of several answers to one attempt the later ones wait. */
  private nextBatch(): Waiting[] {
    const batch = new Map<string, Waiting>();
    const left: Waiting[] = [];
    for (const each of this.waiting) {
      const { attemptId } = each.answer;
      if (batch.size < MOST_AT_ONCE && !batch.has(attemptId)) batch.set(attemptId, each);
      else left.push(each);
    }
    this.waiting = left;
    // In one order everywhere, so that two batches that share attempts do not wait for each other.
    return [...batch.values()].sort((a, b) => (a.answer.attemptId < b.answer.attemptId ? -1 : 1));
  }

  private async store(batch: readonly Waiting[]): Promise<void> {
    const answers = batch.map(({ answer }) => answer);
    const rows = await this.run<TakenAnswer & { n: number }>(TAKE, [
      answers.map((_answer, n) => n),
      answers.map(({ learnerId }) => learnerId),
      answers.map(({ attemptId }) => attemptId),
      answers.map(({ slot }) => slot),
      answers.map(({ sequence }) => sequence),
      answers.map(({ response }) => JSON.stringify(response)),
      answers.map(({ now }) => now),
      answers.map(({ onward }) => onward),
    ]);
    const taken = new Map(rows.map(({ n, answered, dueAt }) => [n, { answered, dueAt }]));
    batch.forEach(({ resolve }, n) => resolve(taken.get(n) ?? null));
  }
}
