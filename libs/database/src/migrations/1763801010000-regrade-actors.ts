import type { MigrationInterface, QueryRunner } from 'typeorm';

const up = [
  `
  alter table regrade_run
    add column applied_by uuid,
    add column undone_by uuid,
    add column undo_reason text not null default ''
  `,
  `alter table regrade_run add constraint regrade_run_applied_by_fkey foreign key (applied_by) references instructor (id)`,
  `alter table regrade_run add constraint regrade_run_undone_by_fkey foreign key (undone_by) references instructor (id)`,
  `create index regrade_run_unfinished_idx on regrade_run (id) where state in ('applying', 'undoing')`,
];

const down = [
  `drop index regrade_run_unfinished_idx`,
  `alter table regrade_run drop column applied_by, drop column undone_by, drop column undo_reason`,
];

/** Who applied and who undid a regrade, so that whoever finishes an interrupted one writes the same lines. */
export class RegradeActors1763801010000 implements MigrationInterface {
  readonly name = 'RegradeActors1763801010000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}
