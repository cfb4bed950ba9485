import { type AttemptState, type Run, runOn, type Statement } from '#database';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

const SET: Statement = {
  name: 'flag-slot',
  text: `
    with changed as (
      update attempt a
      set flagged = case when $4 then array(select distinct f from unnest(a.flagged || $3::int) f order by f)
                         else array_remove(a.flagged, $3::int) end
      where a.learner_id = $1 and a.id = $2 and a.state = 'in_progress' and $3 <= cardinality(a.sequences)
        and (a.closes_at is null or a.closes_at > $5)
      returning a.learner_id, a.id, a.flagged
    ), logged as (
      insert into attempt_event (learner_id, attempt_id, slot, sequence, kind, actor, happened_at)
      select learner_id, id, $3,
             (select coalesce(max(sequence), 0) + 1 from attempt_event
              where learner_id = $1 and attempt_id = $2 and slot = $3 and kind in ('flagged', 'unflagged')),
             case when $4 then 'flagged' else 'unflagged' end, 'learner', $5
      from changed on conflict do nothing
    )
    select flagged from changed`,
};

const FIND: Statement = {
  name: 'attempt-to-flag',
  text: `select state, cardinality(sequences) as slots from attempt where learner_id = $1 and id = $2`,
};

@Injectable()
export class FlagsStore {
  private readonly run: Run;

  constructor(dataSource: DataSource) {
    this.run = runOn(dataSource);
  }

  /** The marked slots after the change; null when the attempt does not take it. */
  async setFlag(
    learnerId: string,
    attemptId: string,
    slot: number,
    flagged: boolean,
    now: Date,
  ): Promise<number[] | null> {
    const given = [learnerId, attemptId, slot, flagged, now];
    const [changed] = await this.run<{ flagged: number[] }>(SET, given);
    return changed?.flagged ?? null;
  }

  async findAttempt(
    learnerId: string,
    attemptId: string,
  ): Promise<{ state: AttemptState; slots: number } | null> {
    const [attempt] = await this.run<{ state: AttemptState; slots: number }>(FIND, [learnerId, attemptId]);
    return attempt ?? null;
  }
}
