import type { MigrationInterface, QueryRunner } from 'typeorm';

const up = [
  `alter table attempt add column question_version_ids uuid[], add column sequences integer[]`,
  `
  update attempt a set question_version_ids = s.versions, sequences = s.sequences
  from (select learner_id, attempt_id, array_agg(question_version_id order by slot) as versions,
               array_agg(sequence order by slot) as sequences
        from attempt_slot group by learner_id, attempt_id) s
  where s.learner_id = a.learner_id and s.attempt_id = a.id
  `,
  `update attempt set question_version_ids = '{}', sequences = '{}' where question_version_ids is null`,
  `
  alter table attempt alter column question_version_ids set not null, alter column sequences set not null,
    drop column slot_count, drop column answered_count,
    drop constraint attempt_quiz_id_fkey, drop constraint attempt_quiz_version_id_fkey, set (fillfactor = 70)
  `,
  `delete from attempt_slot where fraction is null`,
  `
  alter table attempt_slot drop constraint attempt_slot_question_version_id_fkey,
    drop constraint attempt_slot_learner_id_attempt_id_fkey, drop column option_order, drop column sequence,
    alter column fraction set not null, alter column score set not null, alter column rule set not null
  `,
  `
  alter table attempt_event drop constraint attempt_event_pkey, drop column id,
    drop constraint attempt_event_learner_id_attempt_id_kind_slot_sequence_key,
    drop constraint attempt_event_learner_id_attempt_id_fkey,
    alter column slot drop default, alter column sequence drop default,
    add constraint attempt_event_pkey primary key (learner_id, attempt_id, slot, sequence, kind)
  `,
];

/** Option orders are not brought back: the api of that time reads an empty list as the order of the question. */
const down = [
  `
  alter table attempt_event add column id uuid,
    alter column slot set default 0, alter column sequence set default 0,
    drop constraint attempt_event_pkey,
    add constraint attempt_event_learner_id_attempt_id_kind_slot_sequence_key
      unique (learner_id, attempt_id, kind, slot, sequence),
    add constraint attempt_event_learner_id_attempt_id_fkey
      foreign key (learner_id, attempt_id) references attempt (learner_id, id)
  `,
  `update attempt_event set id = gen_random_uuid()`,
  `alter table attempt_event alter column id set not null,
     add constraint attempt_event_pkey primary key (learner_id, attempt_id, id)`,
  `
  alter table attempt_slot add column option_order jsonb not null default '[]',
    add column sequence integer not null default 0,
    alter column fraction drop not null, alter column score drop not null, alter column rule drop not null
  `,
  `alter table attempt_slot alter column option_order drop default`,
  `
  insert into attempt_slot (learner_id, attempt_id, slot, question_version_id, points)
  select a.learner_id, a.id, q.slot, a.question_version_ids[q.slot], q.points
  from attempt a join quiz_slot q on q.quiz_version_id = a.quiz_version_id
  where a.state = 'in_progress'
  `,
  `
  update attempt_slot s set sequence = a.sequences[s.slot], response = e.response, answered_at = e.happened_at
  from attempt a join attempt_event e on e.learner_id = a.learner_id and e.attempt_id = a.id and e.kind = 'answered'
  where a.learner_id = s.learner_id and a.id = s.attempt_id and e.slot = s.slot and e.sequence = a.sequences[s.slot]
  `,
  `
  alter table attempt_slot
    add constraint attempt_slot_question_version_id_fkey
      foreign key (question_version_id) references question_version (id),
    add constraint attempt_slot_learner_id_attempt_id_fkey
      foreign key (learner_id, attempt_id) references attempt (learner_id, id)
  `,
  `
  alter table attempt reset (fillfactor), add column slot_count integer, add column answered_count integer not null default 0,
    add constraint attempt_quiz_id_fkey foreign key (quiz_id) references quiz (id),
    add constraint attempt_quiz_version_id_fkey foreign key (quiz_version_id) references quiz_version (id)
  `,
  `
  update attempt set slot_count = cardinality(sequences),
    answered_count = (select count(*) from unnest(sequences) as sequence where sequence > 0)
  `,
  `alter table attempt alter column slot_count set not null, drop column question_version_ids, drop column sequences`,
];

/** A running attempt is one row and its events; slots are written once, marked, when it closes. */
export class LeanAttempts1763800600000 implements MigrationInterface {
  readonly name = 'LeanAttempts1763800600000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}
