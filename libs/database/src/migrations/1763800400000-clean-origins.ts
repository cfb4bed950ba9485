import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The way back from a cleaned text to the text it was made of. Texts that are clean already get theirs when they are written from again. */
export class CleanOrigins1763800400000 implements MigrationInterface {
  readonly name = 'CleanOrigins1763800400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table article_version add column clean_origins jsonb');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table article_version drop column clean_origins');
  }
}
