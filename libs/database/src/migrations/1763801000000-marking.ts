import type { MigrationInterface, QueryRunner } from 'typeorm';

const up = [
  `
  alter table question_version
    drop constraint question_version_type_check,
    add constraint question_version_type_check check (type in ('single', 'multi', 'tf', 'fill', 'order', 'match', 'short'))
  `,
  `alter table attempt add column rulings integer not null default 0`,
  `create index attempt_slot_unmarked_idx on attempt_slot (learner_id, attempt_id) where fraction is null`,
  `
  create table person_mark (
    learner_id uuid not null,
    attempt_id uuid not null,
    slot integer not null,
    number integer not null,
    fraction numeric not null,
    awarded jsonb,
    comment text not null default '',
    marked_by uuid not null,
    marked_at timestamptz not null,
    constraint person_mark_fraction_check check (fraction between 0 and 1),
    constraint person_mark_pkey primary key (learner_id, attempt_id, slot, number)
  )
  `,
  `alter table person_mark add constraint person_mark_marked_by_fkey foreign key (marked_by) references instructor (id)`,
  `
  alter table score_event
    add column max_before numeric,
    add column max_after numeric,
    add column passed_before boolean,
    add column passed_after boolean
  `,
  `alter table regrade_run add column question_version_ids uuid[] not null default '{}'`,
  `alter table regrade_run alter column question_version_ids drop default`,
  `
  alter table regrade_change
    alter column new_fraction drop not null,
    add column old_max_score numeric,
    add column new_max_score numeric
  `,
];

const down = [
  `alter table regrade_change drop column old_max_score, drop column new_max_score`,
  `update regrade_change set new_fraction = 0 where new_fraction is null`,
  `alter table regrade_change alter column new_fraction set not null`,
  `alter table regrade_run drop column question_version_ids`,
  `
  alter table score_event
    drop column max_before,
    drop column max_after,
    drop column passed_before,
    drop column passed_after
  `,
  `drop table person_mark`,
  `drop index attempt_slot_unmarked_idx`,
  `alter table attempt drop column rulings`,
  `
  alter table question_version
    drop constraint question_version_type_check,
    add constraint question_version_type_check check (type in ('single', 'multi', 'tf', 'fill', 'order', 'match'))
  `,
];

/** Short answers that people mark; rulings on a question that running attempts follow; ledger lines that explain themselves. */
export class Marking1763801000000 implements MigrationInterface {
  readonly name = 'Marking1763801000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}
