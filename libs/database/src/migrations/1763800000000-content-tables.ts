import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  `
  create table partner (
    id uuid not null,
    name text not null,
    wechat_app_id text,
    created_at timestamptz not null,
    constraint partner_pkey primary key (id),
    constraint partner_wechat_app_id_key unique (wechat_app_id),
    constraint partner_name_key unique (name)
  )
  `,
  `
  create table instructor (
    id uuid not null,
    partner_id uuid not null,
    account text not null,
    password_hash text not null,
    name text not null,
    role text not null,
    created_at timestamptz not null,
    constraint instructor_pkey primary key (id),
    constraint instructor_account_key unique (account),
    constraint instructor_role_check check (role in ('instructor', 'admin')),
    constraint instructor_partner_id_fkey foreign key (partner_id) references partner (id)
  )
  `,
  `create index instructor_partner_id_idx on instructor (partner_id)`,
  `
  create table course (
    id uuid not null,
    partner_id uuid not null,
    title text not null,
    description text not null default '',
    created_by uuid not null,
    created_at timestamptz not null,
    constraint course_pkey primary key (id),
    constraint course_partner_id_fkey foreign key (partner_id) references partner (id),
    constraint course_created_by_fkey foreign key (created_by) references instructor (id)
  )
  `,
  `create index course_partner_id_idx on course (partner_id)`,
  `
  create table article (
    id uuid not null,
    course_id uuid not null,
    title text not null,
    created_by uuid not null,
    created_at timestamptz not null,
    constraint article_pkey primary key (id),
    constraint article_course_id_fkey foreign key (course_id) references course (id),
    constraint article_created_by_fkey foreign key (created_by) references instructor (id)
  )
  `,
  `create index article_course_id_idx on article (course_id)`,
  `
  create table article_version (
    id uuid not null,
    article_id uuid not null,
    number integer not null,
    text text not null,
    clean_text text,
    repairs jsonb,
    created_at timestamptz not null,
    constraint article_version_pkey primary key (id),
    constraint article_version_article_id_number_key unique (article_id, number),
    constraint article_version_article_id_fkey foreign key (article_id) references article (id)
  )
  `,
  `
  create table generation (
    id uuid not null,
    article_version_id uuid not null,
    state text not null,
    seed integer not null,
    count integer,
    types jsonb,
    progress jsonb,
    notes jsonb not null default '[]',
    fact_count integer not null default 0,
    question_count integer not null default 0,
    error jsonb,
    requested_by uuid not null,
    requested_at timestamptz not null,
    started_at timestamptz,
    seen_at timestamptz,
    finished_at timestamptz,
    constraint generation_pkey primary key (id),
    constraint generation_state_check check (state in ('queued', 'running', 'succeeded', 'failed')),
    constraint generation_article_version_id_fkey foreign key (article_version_id) references article_version (id),
    constraint generation_requested_by_fkey foreign key (requested_by) references instructor (id)
  )
  `,
  `create index generation_article_version_id_idx on generation (article_version_id)`,
  `
  create table fact (
    id uuid not null,
    article_version_id uuid not null,
    generation_id uuid not null,
    position integer not null,
    kind text not null,
    status text not null,
    content jsonb not null,
    fingerprint text not null,
    created_at timestamptz not null,
    constraint fact_pkey primary key (id),
    constraint fact_article_version_id_fingerprint_key unique (article_version_id, fingerprint),
    constraint fact_status_check check (status in ('proposed', 'accepted', 'retired')),
    constraint fact_article_version_id_fkey foreign key (article_version_id) references article_version (id),
    constraint fact_generation_id_fkey foreign key (generation_id) references generation (id)
  )
  `,
  `
  create table question (
    id uuid not null,
    course_id uuid not null,
    article_id uuid,
    article_version_id uuid,
    fingerprint text not null,
    fact_id uuid,
    generation_id uuid,
    position integer not null,
    status text not null,
    status_reason text,
    latest_version integer not null,
    created_at timestamptz not null,
    constraint question_pkey primary key (id),
    constraint question_article_version_id_fingerprint_key unique (article_version_id, fingerprint),
    constraint question_status_check check (status in ('draft', 'in_review', 'published', 'retired')),
    constraint question_course_id_fkey foreign key (course_id) references course (id),
    constraint question_article_id_fkey foreign key (article_id) references article (id),
    constraint question_article_version_id_fkey foreign key (article_version_id) references article_version (id),
    constraint question_fact_id_fkey foreign key (fact_id) references fact (id),
    constraint question_generation_id_fkey foreign key (generation_id) references generation (id)
  )
  `,
  `create index question_article_id_idx on question (article_id)`,
  `create index question_fact_id_idx on question (fact_id)`,
  `create index question_course_id_status_idx on question (course_id, status)`,
  `
  create table question_version (
    id uuid not null,
    question_id uuid not null,
    number integer not null,
    type text not null,
    content jsonb not null,
    article_version_id uuid,
    difficulty numeric,
    origin text not null,
    created_at timestamptz not null,
    constraint question_version_pkey primary key (id),
    constraint question_version_question_id_number_key unique (question_id, number),
    constraint question_version_origin_check check (origin in ('rule', 'llm', 'person')),
    constraint question_version_type_check check (type in ('single', 'multi', 'tf', 'fill', 'order', 'match')),
    constraint question_version_question_id_fkey foreign key (question_id) references question (id),
    constraint question_version_article_version_id_fkey foreign key (article_version_id) references article_version (id)
  )
  `,
  `
  create table quiz (
    id uuid not null,
    course_id uuid not null,
    created_by uuid not null,
    created_at timestamptz not null,
    constraint quiz_pkey primary key (id),
    constraint quiz_course_id_fkey foreign key (course_id) references course (id),
    constraint quiz_created_by_fkey foreign key (created_by) references instructor (id)
  )
  `,
  `create index quiz_course_id_idx on quiz (course_id)`,
  `
  create table quiz_version (
    id uuid not null,
    quiz_id uuid not null,
    number integer not null,
    title text not null,
    description text not null default '',
    time_limit_seconds integer,
    attempts_allowed integer,
    published_at timestamptz,
    published_by uuid,
    constraint quiz_version_pkey primary key (id),
    constraint quiz_version_quiz_id_number_key unique (quiz_id, number),
    constraint quiz_version_attempts_allowed_check check (attempts_allowed > 0),
    constraint quiz_version_time_limit_check check (time_limit_seconds > 0),
    constraint quiz_version_quiz_id_fkey foreign key (quiz_id) references quiz (id),
    constraint quiz_version_published_by_fkey foreign key (published_by) references instructor (id)
  )
  `,
  `create unique index quiz_version_one_draft_idx on quiz_version (quiz_id) where published_at is null`,
  `
  create table quiz_slot (
    quiz_version_id uuid not null,
    slot integer not null,
    question_id uuid not null,
    question_version_id uuid,
    points numeric not null,
    constraint quiz_slot_pkey primary key (quiz_version_id, slot),
    constraint quiz_slot_points_check check (points > 0),
    constraint quiz_slot_quiz_version_id_fkey foreign key (quiz_version_id) references quiz_version (id),
    constraint quiz_slot_question_id_fkey foreign key (question_id) references question (id),
    constraint quiz_slot_question_version_id_fkey foreign key (question_version_id) references question_version (id)
  )
  `,
  `create index quiz_slot_question_id_idx on quiz_slot (question_id)`,
  `
  create table audit_event (
    id uuid not null,
    actor_id uuid not null,
    action text not null,
    subject_id uuid not null,
    detail jsonb not null default '{}',
    happened_at timestamptz not null,
    constraint audit_event_pkey primary key (id),
    constraint audit_event_actor_id_fkey foreign key (actor_id) references instructor (id)
  )
  `,
  `create index audit_event_subject_id_happened_at_idx on audit_event (subject_id, happened_at)`,
];

/** Partners, staff, and what they make: courses, articles, facts, questions, quizzes. */
export class ContentTables1763800000000 implements MigrationInterface {
  readonly name = 'ContentTables1763800000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    const tables = statements.flatMap((statement) => /create table (\w+)/.exec(statement)?.[1] ?? []);
    for (const table of tables.reverse()) await runner.query(`drop table ${table}`);
  }
}
