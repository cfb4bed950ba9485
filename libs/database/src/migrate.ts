import type { DataSource } from 'typeorm';
import { installJobs } from './generation-jobs.js';

/** Any number; the same for everybody who migrates this schema. */
const MIGRATION_LOCK = 736_201;

/**
 * Brings an initialised data source to the newest schema, jobs included, and returns the names of the migrations it ran.
 * Two at once are safe: the second waits and finds nothing to do. Needs a direct connection, not a pooled one.
 */
export async function migrate(dataSource: DataSource): Promise<string[]> {
  const url = 'url' in dataSource.options ? dataSource.options.url : undefined;
  if (!url) throw new Error('migrate needs a data source made by createDataSource');
  const lock = dataSource.createQueryRunner();
  await lock.connect();
  try {
    await lock.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const ran = await dataSource.runMigrations({ transaction: 'each' });
    await installJobs(url);
    return ran.map((migration) => migration.name);
  } finally {
    await lock.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]);
    await lock.release();
  }
}

/** Names of the migrations this code needs and the database does not have. Only reads; fails when it cannot. */
export async function findPendingMigrations(dataSource: DataSource): Promise<string[]> {
  const needed = dataSource.migrations.map(({ name, constructor }) => name ?? constructor.name);
  const [{ known }] = await dataSource.query<[{ known: boolean }]>(
    `select to_regclass('migration') is not null as known`,
  );
  if (!known) return needed;
  const rows = await dataSource.query<{ name: string }[]>('select name from migration');
  const done = new Set(rows.map(({ name }) => name));
  return needed.filter((name) => !done.has(name));
}
