import pg from 'pg';

/** Makes the database that the test databases are copies of. */
export async function makeTemplate(serverUrl: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  await client.query(`create database ${pg.escapeIdentifier(name)} template template0 encoding 'UTF8'`);
  await client.end();
}
