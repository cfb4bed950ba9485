import pg from 'pg';
import { createDataSource } from '../src/data-source.js';
import { migrate } from '../src/migrate.js';

/** Makes the migrated database that the test databases are copies of. */
export async function makeTemplate(serverUrl: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  await client.query(`create database ${pg.escapeIdentifier(name)} template template0 encoding 'UTF8'`);
  await client.end();

  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  const dataSource = createDataSource(url.href, { poolSize: 2 });
  await dataSource.initialize();
  await migrate(dataSource);
  await dataSource.destroy();
}
