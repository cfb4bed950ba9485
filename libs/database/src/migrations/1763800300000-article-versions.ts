import type { MigrationInterface, QueryRunner } from 'typeorm';

const columns = [
  `format text not null default 'text'`,
  'file_name text',
  'source text',
  'origins jsonb',
  `reading_notes jsonb not null default '[]'`,
  'compared_at timestamptz',
  'comparison_error jsonb',
  'created_by uuid',
];

const changes = [
  `
  create table fact_change (
    article_version_id uuid not null,
    fact_id uuid not null,
    state text not null,
    what text,
    quotes jsonb not null,
    carried_fact_id uuid,
    created_at timestamptz not null,
    constraint fact_change_pkey primary key (article_version_id, fact_id),
    constraint fact_change_state_check check (state in ('untouched', 'moved', 'changed', 'gone')),
    constraint fact_change_what_check check (what in ('words', 'subject')),
    constraint fact_change_article_version_id_fkey foreign key (article_version_id) references article_version (id),
    constraint fact_change_fact_id_fkey foreign key (fact_id) references fact (id),
    constraint fact_change_carried_fact_id_fkey foreign key (carried_fact_id) references fact (id)
  )
  `,
  `create index fact_change_fact_id_idx on fact_change (fact_id)`,
  `
  create table question_change (
    article_version_id uuid not null,
    question_id uuid not null,
    fact_id uuid,
    state text not null,
    quotes jsonb not null,
    reopened boolean not null,
    created_at timestamptz not null,
    constraint question_change_pkey primary key (article_version_id, question_id),
    constraint question_change_state_check check (state in ('untouched', 'moved', 'changed', 'gone')),
    constraint question_change_article_version_id_fkey foreign key (article_version_id) references article_version (id),
    constraint question_change_question_id_fkey foreign key (question_id) references question (id),
    constraint question_change_fact_id_fkey foreign key (fact_id) references fact (id)
  )
  `,
  `create index question_change_question_id_idx on question_change (question_id)`,
];

/** What an instructor gave beside the text read from it, what a new version changed, and what a model cost. */
export class ArticleVersions1763800300000 implements MigrationInterface {
  readonly name = 'ArticleVersions1763800300000';

  async up(runner: QueryRunner): Promise<void> {
    for (const column of columns) await runner.query(`alter table article_version add column ${column}`);
    await runner.query(
      `alter table article_version
       add constraint article_version_format_check check (format in ('text', 'markdown', 'html', 'docx')),
       add constraint article_version_created_by_fkey foreign key (created_by) references instructor (id)`,
    );
    await runner.query(
      `create index article_version_uncompared_idx on article_version (article_id, number) where compared_at is null`,
    );
    await runner.query('alter table generation add column assistance jsonb');
    for (const statement of changes) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table question_change');
    await runner.query('drop table fact_change');
    await runner.query('alter table generation drop column assistance');
    await runner.query('drop index article_version_uncompared_idx');
    for (const column of columns) {
      await runner.query(`alter table article_version drop column ${column.split(' ', 1)[0]}`);
    }
  }
}
