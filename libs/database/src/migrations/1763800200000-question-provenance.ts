import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Room to say which model, with which prompt, proposed a question. */
export class QuestionProvenance1763800200000 implements MigrationInterface {
  readonly name = 'QuestionProvenance1763800200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table question_version add column provenance jsonb');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table question_version drop column provenance');
  }
}
