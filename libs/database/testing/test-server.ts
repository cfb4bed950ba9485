import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { LocalPostgresRefusal, type LocalPostgres, startLocalPostgres } from '../src/local-postgres.js';
import { makeTemplate } from './template-database.js';

declare module 'vitest' {
  interface ProvidedContext {
    testServer: { readonly url: string; readonly template: string };
  }
}

const DATA = fileURLToPath(new URL('../../../.data/', import.meta.url));

/**
 * Gives the stories a Postgres: the one of TEST_DATABASE_URL, or one of our own. Each test file then copies the
 * migrated template for itself (test-database.ts).
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL;
  const own = given ? null : await startOwn();
  const url = given ?? own?.url ?? '';
  const prefix = `quiz_test_${randomBytes(4).toString('hex')}`;
  if (own) await dropDatabases(url, 'quiz_test_');
  const template = `${prefix}_template`;
  await makeTemplate(url, template);
  project.provide('testServer', { url, template });
  return async () => {
    await dropDatabases(url, prefix);
    await own?.stop();
  };
}

/** Test runs that overlap in one checkout take the next folder. */
async function startOwn(): Promise<LocalPostgres> {
  for (let number = 1; ; number += 1) {
    try {
      return await startLocalPostgres({
        dir: path.join(DATA, number === 1 ? 'test-pg' : `test-pg-${number}`),
      });
    } catch (error) {
      if (!(error instanceof LocalPostgresRefusal) || error.code !== 'already-running') throw error;
    }
  }
}

async function dropDatabases(url: string, prefix: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ datname: string }>(
    'select datname from pg_database where starts_with(datname, $1)',
    [prefix],
  );
  for (const { datname } of rows) {
    await client.query(`drop database if exists ${pg.escapeIdentifier(datname)} with (force)`);
  }
  await client.end();
}
