import { type AttemptState, type Run, runOn, type Statement } from '#database';
import type { Response } from '#question';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** A slot whose response cannot change any more. */
export interface RevealedSlot {
  readonly state: AttemptState;
  readonly isOpen: boolean;
  readonly seed: number;
  readonly points: number;
  readonly response: Response | null;
}

/** First the response is fixed, and only then read: an answer on its way either counts or comes too late. */
const FIX: Statement = {
  name: 'reveal-slot',
  text: `
    with fixed as (
      update attempt a set revealed = a.revealed || $3::int
      where a.learner_id = $1 and a.id = $2 and a.state = 'in_progress' and not $3 = any (a.revealed)
        and (a.closes_at is null or a.closes_at > $4) and $3 <= cardinality(a.sequences)
      returning a.learner_id, a.id
    )
    insert into attempt_event (learner_id, attempt_id, slot, sequence, kind, actor, happened_at)
    select learner_id, id, $3, 0, 'revealed', 'learner', $4 from fixed`,
};

const READ: Statement = {
  name: 'revealed-slot',
  text: `
    select a.state, a.seed, a.points[$3]::float8 as points, e.response,
           a.state = 'in_progress' and $3 = any (a.revealed) as "isOpen"
    from attempt a
    left join attempt_event e on e.learner_id = a.learner_id and e.attempt_id = a.id and e.slot = $3
      and e.sequence = a.sequences[$3] and e.kind in ('answered', 'late')
    where a.learner_id = $1 and a.id = $2 and $3 <= cardinality(a.sequences)`,
};

@Injectable()
export class RevealsStore {
  private readonly run: Run;

  constructor(dataSource: DataSource) {
    this.run = runOn(dataSource);
  }

  async reveal(learnerId: string, attemptId: string, slot: number, now: Date): Promise<RevealedSlot | null> {
    await this.run(FIX, [learnerId, attemptId, slot, now]);
    const [revealed] = await this.run<RevealedSlot>(READ, [learnerId, attemptId, slot]);
    return revealed ?? null;
  }
}
