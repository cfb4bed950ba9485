import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  `
  create table learner (
    id uuid not null,
    partner_id uuid not null,
    nickname text,
    created_at timestamptz not null,
    constraint learner_pkey primary key (id),
    constraint learner_partner_id_fkey foreign key (partner_id) references partner (id)
  )
  `,
  `create index learner_partner_id_idx on learner (partner_id)`,
  `
  create table learner_identity (
    provider text not null,
    app_id text not null,
    subject text not null,
    union_id text,
    learner_id uuid not null,
    created_at timestamptz not null,
    constraint learner_identity_pkey primary key (provider, app_id, subject),
    constraint learner_identity_provider_check check (provider in ('wechat')),
    constraint learner_identity_learner_id_fkey foreign key (learner_id) references learner (id)
  )
  `,
  `create index learner_identity_learner_id_idx on learner_identity (learner_id)`,
  `
  create table attempt (
    learner_id uuid not null,
    id uuid not null,
    quiz_id uuid not null,
    quiz_version_id uuid not null,
    number integer not null,
    seed integer not null,
    state text not null,
    started_at timestamptz not null,
    due_at timestamptz,
    submitted_at timestamptz,
    closed_by text,
    slot_count integer not null,
    answered_count integer not null default 0,
    score numeric,
    max_score numeric not null,
    constraint attempt_pkey primary key (learner_id, id),
    constraint attempt_learner_id_quiz_id_number_key unique (learner_id, quiz_id, number),
    constraint attempt_submitted_check check ((state = 'submitted') = (submitted_at is not null and closed_by is not null and score is not null)),
    constraint attempt_closed_by_check check (closed_by in ('learner', 'deadline')),
    constraint attempt_state_check check (state in ('in_progress', 'submitted')),
    constraint attempt_learner_id_fkey foreign key (learner_id) references learner (id),
    constraint attempt_quiz_id_fkey foreign key (quiz_id) references quiz (id),
    constraint attempt_quiz_version_id_fkey foreign key (quiz_version_id) references quiz_version (id)
  )
  `,
  `create index attempt_overdue_idx on attempt (due_at) where state = 'in_progress'`,
  `create unique index attempt_one_open_idx on attempt (learner_id, quiz_id) where state = 'in_progress'`,
  `
  create table attempt_slot (
    learner_id uuid not null,
    attempt_id uuid not null,
    slot integer not null,
    question_version_id uuid not null,
    option_order jsonb not null,
    points numeric not null,
    response jsonb,
    sequence integer not null default 0,
    answered_at timestamptz,
    fraction numeric,
    score numeric,
    rule text,
    constraint attempt_slot_pkey primary key (learner_id, attempt_id, slot),
    constraint attempt_slot_question_version_id_fkey foreign key (question_version_id) references question_version (id),
    constraint attempt_slot_learner_id_attempt_id_fkey foreign key (learner_id, attempt_id) references attempt (learner_id, id)
  )
  `,
  `
  create table attempt_event (
    learner_id uuid not null,
    attempt_id uuid not null,
    id uuid not null,
    kind text not null,
    actor text not null,
    happened_at timestamptz not null,
    slot integer not null default 0,
    sequence integer not null default 0,
    response jsonb,
    constraint attempt_event_pkey primary key (learner_id, attempt_id, id),
    constraint attempt_event_learner_id_attempt_id_kind_slot_sequence_key unique (learner_id, attempt_id, kind, slot, sequence),
    constraint attempt_event_actor_check check (actor in ('learner', 'deadline')),
    constraint attempt_event_kind_check check (kind in ('started', 'answered', 'ignored', 'closed')),
    constraint attempt_event_learner_id_attempt_id_fkey foreign key (learner_id, attempt_id) references attempt (learner_id, id)
  )
  `,
];

/** Learners and their attempts: learner_id comes first in every key. */
export class LearnerTables1763800100000 implements MigrationInterface {
  readonly name = 'LearnerTables1763800100000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    const tables = statements.flatMap((statement) => /create table (\w+)/.exec(statement)?.[1] ?? []);
    for (const table of tables.reverse()) await runner.query(`drop table ${table}`);
  }
}
