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
