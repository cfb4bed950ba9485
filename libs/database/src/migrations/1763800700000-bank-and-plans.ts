import type { MigrationInterface, QueryRunner } from 'typeorm';

const up = [
  `
  create table topic (
    id uuid not null,
    course_id uuid not null,
    parent_id uuid,
    name text not null,
    position integer not null,
    constraint topic_course_id_parent_id_name_key unique (course_id, parent_id, name),
    constraint topic_pkey primary key (id)
  )
  `,
  `create index topic_parent_id_idx on topic (parent_id)`,
  `create unique index topic_top_name_idx on topic (course_id, name) where parent_id is null`,
  `
  create table quiz_draw (
    quiz_version_id uuid not null,
    draw integer not null,
    topic_id uuid,
    type text,
    difficulty_from smallint,
    difficulty_to smallint,
    tags text[] not null default '{}',
    constraint quiz_draw_difficulty_check check (difficulty_from <= difficulty_to),
    constraint quiz_draw_pkey primary key (quiz_version_id, draw)
  )
  `,
  `
  create table quiz_pool (
    quiz_version_id uuid not null,
    draw integer not null,
    question_version_id uuid not null,
    constraint quiz_pool_pkey primary key (quiz_version_id, draw, question_version_id)
  )
  `,
  `
  alter table question
    add column topic_id uuid,
    add column tags text[] not null default '{}',
    add column external_id text,
    add column difficulty smallint,
    add column author_id uuid,
    add column reviewed_by uuid,
    add column evidence_waiver text,
    add column search_text text not null default '',
    add column bigrams text[] not null default '{}'
  `,
  `
  alter table question_version
    add column edit text,
    add column edit_note text,
    add column created_by uuid
  `,
  `
  alter table quiz_version
    add column mode text not null default 'exam',
    add column opens_at timestamptz,
    add column closes_at timestamptz,
    add column grace_seconds integer not null default 0,
    add column pass_mark numeric,
    add column counting text not null default 'highest',
    add column shuffle_questions boolean not null default false,
    add column shuffle_options boolean not null default true,
    add column navigation text not null default 'free',
    add column feedback jsonb,
    add column marking jsonb,
    add column sections jsonb not null default '[]'
  `,
  `
  alter table quiz_slot
    add column section integer not null default 1,
    add column draw integer,
    alter column question_id drop not null
  `,
  `create index question_topic_id_idx on question (topic_id)`,
  `alter table question add constraint question_difficulty_check check (difficulty between 1 and 5)`,
  `alter table question_version add constraint question_version_edit_check check (edit in ('wording', 'explanation', 'key', 'content'))`,
  `alter table quiz_version add constraint quiz_version_pass_mark_check check (pass_mark between 0 and 1)`,
  `alter table quiz_version add constraint quiz_version_grace_seconds_check check (grace_seconds between 0 and 3600)`,
  `alter table quiz_version add constraint quiz_version_window_check check (opens_at < closes_at)`,
  `alter table quiz_version add constraint quiz_version_navigation_check check (navigation in ('free', 'sequential'))`,
  `alter table quiz_version add constraint quiz_version_counting_check check (counting in ('highest', 'average', 'first', 'last'))`,
  `alter table quiz_version add constraint quiz_version_mode_check check (mode in ('exam', 'practice'))`,
  `alter table quiz_slot add constraint quiz_slot_draw_check check ((question_id is null) = (draw is not null))`,
  `alter table question add constraint question_course_id_external_id_key unique (course_id, external_id)`,
  `alter table topic add constraint topic_course_id_fkey foreign key (course_id) references course (id)`,
  `alter table topic add constraint topic_parent_id_fkey foreign key (parent_id) references topic (id)`,
  `alter table question add constraint question_topic_id_fkey foreign key (topic_id) references topic (id)`,
  `alter table question add constraint question_author_id_fkey foreign key (author_id) references instructor (id)`,
  `alter table question add constraint question_reviewed_by_fkey foreign key (reviewed_by) references instructor (id)`,
  `alter table question_version add constraint question_version_created_by_fkey foreign key (created_by) references instructor (id)`,
  `alter table quiz_draw add constraint quiz_draw_quiz_version_id_fkey foreign key (quiz_version_id) references quiz_version (id)`,
  `alter table quiz_draw add constraint quiz_draw_topic_id_fkey foreign key (topic_id) references topic (id)`,
  `alter table quiz_pool add constraint quiz_pool_quiz_version_id_fkey foreign key (quiz_version_id) references quiz_version (id)`,
  `alter table quiz_pool add constraint quiz_pool_question_version_id_fkey foreign key (question_version_id) references question_version (id)`,
  `create index question_tags_idx on question using gin (tags)`,
  `create index question_bigrams_idx on question using gin (bigrams)`,
];

const down = [
  `drop table quiz_pool`,
  `drop table quiz_draw`,
  `delete from quiz_slot where question_id is null`,
  `
  alter table quiz_slot
    drop constraint quiz_slot_draw_check,
    drop column section,
    drop column draw,
    alter column question_id set not null
  `,
  `
  alter table quiz_version
    drop column mode,
    drop column opens_at,
    drop column closes_at,
    drop column grace_seconds,
    drop column pass_mark,
    drop column counting,
    drop column shuffle_questions,
    drop column shuffle_options,
    drop column navigation,
    drop column feedback,
    drop column marking,
    drop column sections
  `,
  `
  alter table question_version
    drop column edit,
    drop column edit_note,
    drop column created_by
  `,
  `
  alter table question
    drop column topic_id,
    drop column tags,
    drop column external_id,
    drop column difficulty,
    drop column author_id,
    drop column reviewed_by,
    drop column evidence_waiver,
    drop column search_text,
    drop column bigrams
  `,
  `drop table topic`,
];

/** Topics, tags and searching in the bank; what a quiz can ask for: window, passing, feedback, rules that draw. */
export class BankAndPlans1763800700000 implements MigrationInterface {
  readonly name = 'BankAndPlans1763800700000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}
