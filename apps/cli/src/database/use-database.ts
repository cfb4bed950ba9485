import type { DataSource } from 'typeorm';
import { createDataSource, findLocalPostgres, inspectServer, startLocalPostgres } from '#database';
import { CommandFailure } from '../failure.js';
import type { Surroundings } from '../surroundings.js';

/**
 * Lends a connected data source for one piece of work: of DATABASE_URL, of the embedded Postgres that `quiz start`
 * keeps right now, or of one started for the occasion and stopped afterwards.
 */
export async function useDatabase<T>(
  surroundings: Surroundings,
  work: (dataSource: DataSource) => Promise<T>,
): Promise<T> {
  const { databaseUrl, postgresDir } = surroundings;
  if (databaseUrl) await acceptServer(databaseUrl);
  const url = databaseUrl ?? findLocalPostgres(postgresDir);
  if (url) return withDataSource(url, work);
  const local = await startLocalPostgres({ dir: postgresDir });
  try {
    return await withDataSource(local.url, work);
  } finally {
    await local.stop();
  }
}

export async function withDataSource<T>(
  url: string,
  work: (dataSource: DataSource) => Promise<T>,
): Promise<T> {
  const dataSource = createDataSource(url, { poolSize: 2, applicationName: 'qiic-quiz-cli' });
  await dataSource.initialize();
  try {
    return await work(dataSource);
  } finally {
    await dataSource.destroy();
  }
}

export async function acceptServer(databaseUrl: string): Promise<void> {
  const inspection = await inspectServer(databaseUrl);
  if (!inspection.ok) throw new CommandFailure(inspection.detail);
}
