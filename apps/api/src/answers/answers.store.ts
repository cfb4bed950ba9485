import { type AttemptState, runIn, runOn, type Statement } from '#database';
import type { Response } from '#question';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AnswerBatches, type GivenAnswer } from './answer-batches.js';

/** What the slot holds after an answer came in. */
export interface AnswerOutcome {
  readonly dueAt: Date | null;
  /** The slot's feedback was shown: its response stands. */
  readonly isRevealed: boolean;
  /** A later slot has a response. */
  readonly isPassed: boolean;
  /** False: the attempt is submitted or past its deadline, and nothing was changed. */
  readonly open: boolean;
  readonly saved: boolean;
  readonly sequence: number;
  readonly answeredAt: Date;
  readonly answered: number;
}

interface StoredAnswer {
  readonly state: AttemptState;
  readonly dueAt: Date | null;
  readonly isDue: boolean;
  readonly isRevealed: boolean;
  readonly isPassed: boolean;
  readonly sequence: number;
  readonly answered: number;
  readonly answeredAt: Date | null;
  readonly isSame: boolean | null;
}

const LOCK: Statement = {
  name: 'lock-attempt',
  text: 'select id from attempt where learner_id = $1 and id = $2 for no key update',
};

const FIND_STORED: Statement = {
  name: 'stored-answer',
  text: `
    select a.state, a.due_at as "dueAt", coalesce(a.closes_at <= $4, false) as "isDue",
           $3 = any (a.revealed) as "isRevealed", 0 < any (a.sequences[$3 + 1 :]) as "isPassed", coalesce(a.sequences[$3], 0) as sequence,
           cardinality(array_remove(a.sequences, 0)) as answered, e.happened_at as "answeredAt",
           e.response = $5::jsonb as "isSame"
    from attempt a
    left join attempt_event e on e.learner_id = a.learner_id and e.attempt_id = a.id and e.slot = $3
      and e.sequence = a.sequences[$3] and e.kind in ('answered', 'late')
    where a.learner_id = $1 and a.id = $2`,
};

const WRITE_IGNORED: Statement = {
  name: 'ignored-answer',
  text: `
    insert into attempt_event (learner_id, attempt_id, slot, sequence, kind, actor, happened_at, response)
    values ($1, $2, $3, $4, 'ignored', 'learner', $5, $6) on conflict do nothing`,
};

@Injectable()
export class AnswersStore {
  private readonly batches: AnswerBatches;

  constructor(private readonly dataSource: DataSource) {
    this.batches = new AnswerBatches(runOn(dataSource));
  }

  /** Stores a response unless the attempt is closed or a newer one is stored; safe to repeat. Null: no such attempt. */
  async record(answer: GivenAnswer): Promise<AnswerOutcome | null> {
    const taken = await this.batches.take(answer);
    if (taken) {
      const { sequence, now } = answer;
      return {
        open: true,
        isRevealed: false,
        isPassed: false,
        saved: true,
        sequence,
        answeredAt: now,
        ...taken,
      };
    }
    return this.findOut(answer);
  }

  /** Why the attempt did not take it; a second response under one number is written down. */
  private findOut({
    learnerId,
    attemptId,
    slot,
    sequence,
    response,
    now,
  }: GivenAnswer): Promise<AnswerOutcome | null> {
    const json = JSON.stringify(response satisfies Response);
    return this.dataSource.transaction(async (manager) => {
      const run = runIn(manager);
      await run(LOCK, [learnerId, attemptId]);
      const [stored] = await run<StoredAnswer>(FIND_STORED, [learnerId, attemptId, slot, now, json]);
      if (!stored) return null;
      const open = stored.state === 'in_progress' && !stored.isDue;
      const saved = open && stored.sequence === sequence && stored.isSame === true;
      if (open && stored.sequence === sequence && !saved) {
        await run(WRITE_IGNORED, [learnerId, attemptId, slot, sequence, now, json]);
      }
      const { answered, dueAt, isRevealed, isPassed } = stored;
      const answeredAt = stored.answeredAt ?? now;
      return { open, isRevealed, isPassed, saved, sequence: stored.sequence, answeredAt, answered, dueAt };
    });
  }
}
