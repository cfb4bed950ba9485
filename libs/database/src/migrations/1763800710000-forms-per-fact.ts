import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How many different questions a generation writes of each fact. */
export class FormsPerFact1763800710000 implements MigrationInterface {
  readonly name = 'FormsPerFact1763800710000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `alter table generation add column forms_per_fact integer not null default 1,
       add constraint generation_forms_per_fact_check check (forms_per_fact between 1 and 4)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table generation drop column forms_per_fact');
  }
}
