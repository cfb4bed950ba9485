import type { MigrationInterface, QueryRunner } from 'typeorm';

const up = [
  `drop index attempt_overdue_idx`,
  `
  create table learner_override (
    learner_id uuid not null,
    quiz_id uuid not null,
    extra_percent integer not null default 0,
    extra_seconds integer not null default 0,
    opens_at timestamptz,
    closes_at timestamptz,
    attempts_allowed integer,
    reason text not null,
    created_by uuid not null,
    created_at timestamptz not null,
    constraint learner_override_extra_check check (extra_percent between 0 and 300 and extra_seconds between 0 and 604800),
    constraint learner_override_pkey primary key (learner_id, quiz_id)
  )
  `,
  `
  create table score_event (
    learner_id uuid not null,
    attempt_id uuid not null,
    number integer not null,
    cause text not null,
    before numeric,
    after numeric,
    slot integer,
    reason text not null default '',
    regrade_run_id uuid,
    actor_id uuid,
    happened_at timestamptz not null,
    constraint score_event_cause_check check (cause in ('closed', 'regrade', 'void', 'full-marks', 'manual', 'undo')),
    constraint score_event_pkey primary key (learner_id, attempt_id, number)
  )
  `,
  `
  create table regrade_run (
    id uuid not null,
    quiz_id uuid not null,
    question_id uuid not null,
    kind text not null,
    to_version_id uuid,
    reason text not null,
    state text not null,
    counts jsonb not null,
    created_by uuid not null,
    created_at timestamptz not null,
    applied_at timestamptz,
    undone_at timestamptz,
    constraint regrade_run_state_check check (state in ('proposed', 'applying', 'applied', 'undoing', 'undone')),
    constraint regrade_run_kind_check check (kind in ('regrade', 'void', 'full-marks')),
    constraint regrade_run_pkey primary key (id)
  )
  `,
  `create index regrade_run_quiz_id_idx on regrade_run (quiz_id)`,
  `
  create table regrade_change (
    learner_id uuid not null,
    attempt_id uuid not null,
    regrade_run_id uuid not null,
    slot integer not null,
    old_fraction numeric,
    old_rule text not null,
    new_fraction numeric not null,
    new_rule text not null,
    old_score numeric,
    new_score numeric,
    old_passed boolean,
    new_passed boolean,
    applied_at timestamptz,
    undone_at timestamptz,
    constraint regrade_change_pkey primary key (learner_id, attempt_id, regrade_run_id)
  )
  `,
  `create index regrade_change_regrade_run_id_idx on regrade_change (regrade_run_id)`,
  `
  create table question_report (
    learner_id uuid not null,
    attempt_id uuid not null,
    slot integer not null,
    id uuid not null,
    question_id uuid not null,
    question_version_id uuid not null,
    kind text not null,
    text text not null default '',
    state text not null,
    reply text,
    resolved_by uuid,
    resolved_at timestamptz,
    created_at timestamptz not null,
    constraint question_report_state_check check (state in ('open', 'accepted', 'rejected')),
    constraint question_report_kind_check check (kind in ('wrong-key', 'unclear', 'typo', 'other')),
    constraint question_report_pkey primary key (learner_id, attempt_id, slot)
  )
  `,
  `create index question_report_id_idx on question_report (id)`,
  `create index question_report_question_id_state_idx on question_report (question_id, state)`,
  `
  alter table attempt
    add column closes_at timestamptz,
    add column points numeric[],
    add column flagged integer[] not null default '{}',
    add column revealed integer[] not null default '{}',
    add column passed boolean
  `,
  `
  update attempt a set closes_at = due_at,
    points = coalesce((select array_agg(s.points order by s.slot) from quiz_slot s where s.quiz_version_id = a.quiz_version_id), '{}')
  `,
  `alter table attempt alter column points set not null`,
  `
  alter table attempt_slot
    alter column fraction drop not null,
    alter column score drop not null
  `,
  `create index attempt_quiz_id_id_idx on attempt (quiz_id, id)`,
  `create index attempt_overdue_idx on attempt (closes_at) where state = 'in_progress'`,
  `alter table learner_override add constraint learner_override_learner_id_fkey foreign key (learner_id) references learner (id)`,
  `alter table learner_override add constraint learner_override_created_by_fkey foreign key (created_by) references instructor (id)`,
  `alter table regrade_run add constraint regrade_run_quiz_id_fkey foreign key (quiz_id) references quiz (id)`,
  `alter table regrade_run add constraint regrade_run_question_id_fkey foreign key (question_id) references question (id)`,
  `alter table regrade_run add constraint regrade_run_to_version_id_fkey foreign key (to_version_id) references question_version (id)`,
  `alter table regrade_run add constraint regrade_run_created_by_fkey foreign key (created_by) references instructor (id)`,
  `alter table question_report add constraint question_report_resolved_by_fkey foreign key (resolved_by) references instructor (id)`,
  `
  alter table attempt_event
    drop constraint attempt_event_kind_check,
    drop constraint attempt_event_actor_check,
    add constraint attempt_event_kind_check check (kind in ('started', 'answered', 'late', 'ignored', 'flagged', 'unflagged', 'revealed', 'extended', 'closed')),
    add constraint attempt_event_actor_check check (actor in ('learner', 'deadline', 'staff'))
  `,
];

const down = [
  `drop table question_report`,
  `drop table regrade_change`,
  `drop table regrade_run`,
  `drop table score_event`,
  `drop table learner_override`,
  `delete from attempt_event where kind in ('late', 'flagged', 'unflagged', 'revealed', 'extended')`,
  `
  alter table attempt_event
    drop constraint attempt_event_kind_check,
    drop constraint attempt_event_actor_check,
    add constraint attempt_event_kind_check check (kind in ('started', 'answered', 'ignored', 'closed')),
    add constraint attempt_event_actor_check check (actor in ('learner', 'deadline'))
  `,
  `update attempt_slot set fraction = coalesce(fraction, 0), score = coalesce(score, 0) where fraction is null or score is null`,
  `
  alter table attempt_slot
    alter column fraction set not null,
    alter column score set not null
  `,
  `drop index attempt_quiz_id_id_idx`,
  `drop index attempt_overdue_idx`,
  `
  alter table attempt
    drop column closes_at,
    drop column points,
    drop column flagged,
    drop column revealed,
    drop column passed
  `,
  `create index attempt_overdue_idx on attempt (due_at) where state = 'in_progress'`,
];

/** Exceptions for single learners, and why a score is what it is: ledger, regrades, reports. */
export class ScoreChanges1763800800000 implements MigrationInterface {
  readonly name = 'ScoreChanges1763800800000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}
