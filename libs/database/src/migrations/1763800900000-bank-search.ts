import type { Question } from '#question';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { searchColumns } from '../question-search.js';

/**
 * Makes every question found by its words, and lets a college of one teacher review alone.
 * Versions that only followed their article to new offsets are edits of the evidence.
 */
export class BankSearch1763800900000 implements MigrationInterface {
  readonly name = 'BankSearch1763800900000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table partner add column single_review boolean not null default false');
    await runner.query(`update question_version set edit = 'explanation' where number > 1 and edit is null`);
    await runner.query('create index quiz_pool_question_version_id_idx on quiz_pool (question_version_id)');
    await fillSearch(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index quiz_pool_question_version_id_idx');
    await runner.query('alter table partner drop column single_review');
    await runner.query(
      `update question_version set edit = null where edit = 'explanation' and created_by is null`,
    );
  }
}

async function fillSearch(runner: QueryRunner): Promise<void> {
  for (;;) {
    const some: { id: string; content: Question }[] = await runner.query(
      `select q.id, v.content from question q
       join question_version v on v.question_id = q.id and v.number = q.latest_version
       where q.search_text = '' limit 500`,
    );
    if (some.length === 0) return;
    for (const { id, content } of some) {
      const { searchText, bigrams } = searchColumns(content);
      // A question without a word has this at least, or it would be asked for again.
      const found = [id, searchText || '-', bigrams];
      await runner.query('update question set search_text = $2, bigrams = $3 where id = $1', found);
    }
  }
}
