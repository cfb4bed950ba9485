import type { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDataSource } from '../src/data-source.js';
import { findPendingMigrations, migrate } from '../src/migrate.js';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.js';

let database: TestDatabase;
let dataSource: DataSource;

beforeAll(async () => {
  database = await createTestDatabase();
  dataSource = await createDataSource(database.url).initialize();
});

afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

/** Tables that grow with learners. The two directories are asked by other keys: a person, and a foreign identity. */
const LEARNER_TABLES = `
  select c.oid from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = 'public' and c.relkind in ('r', 'p') and c.relname not in ('learner', 'learner_identity')
    and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'learner_id')`;

const count = async (statement: string) => (await dataSource.query<unknown[]>(statement)).length;

describe('the schema', () => {
  it('is what the entities say, to the last column, key and index', async () => {
    const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });

  it('has learner_id first in every primary key, unique index and foreign key of learner tables', async () => {
    const late = await dataSource.query(`
      select c.relname, i.relname as key
      from pg_index x join pg_class c on c.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
      join pg_attribute a on a.attrelid = c.oid and a.attnum = x.indkey[0]
      where x.indisunique and c.oid in (${LEARNER_TABLES}) and a.attname <> 'learner_id'
      union all
      select c.relname, f.conname
      from pg_constraint f join pg_class c on c.oid = f.conrelid
      join pg_attribute a on a.attrelid = c.oid and a.attnum = f.conkey[1]
      where f.contype = 'f' and f.confrelid in (${LEARNER_TABLES}) and a.attname <> 'learner_id'`);
    expect(late).toEqual([]);
    expect(await count(LEARNER_TABLES)).toBeGreaterThanOrEqual(3);
  });

  it('keeps the other rules: no sequences, no triggers, no serial keys, times with a zone and named *_at', async () => {
    const sequences = `select 1 from information_schema.sequences where sequence_schema = 'public'
                       and sequence_name <> 'migration_id_seq'`;
    expect(await count(sequences)).toBe(0);
    expect(await count(`select 1 from information_schema.triggers where trigger_schema = 'public'`)).toBe(0);
    const columns = `from information_schema.columns where table_schema = 'public' and table_name <> 'migration'`;
    expect(
      await dataSource.query(
        `select table_name, column_name ${columns}
         and (data_type in ('timestamp without time zone', 'date', 'time without time zone')
              or (data_type = 'timestamp with time zone') <> (column_name like '%\\_at'))`,
      ),
    ).toEqual([]);
    expect(await count(`select 1 ${columns} and column_default like any (array['%uuid%', '%now()%'])`)).toBe(
      0,
    );
    expect(await count(`select 1 ${columns}`)).toBeGreaterThan(80);
  });
});

describe('migrating', () => {
  it('runs each migration once when two begin at once, and says which', async () => {
    const empty = await createTestDatabase();
    const one = await createDataSource(empty.url).initialize();
    const two = await createDataSource(empty.url).initialize();
    try {
      await one.query('drop schema public cascade');
      await one.query('drop schema pgboss cascade');
      await one.query('create schema public');
      const needed = one.migrations.map(({ name }) => name);
      expect(await findPendingMigrations(one)).toEqual(needed);
      const ran = await Promise.all([migrate(one), migrate(two)]);
      expect(ran.flat()).toEqual(needed);
      expect(await findPendingMigrations(two)).toEqual([]);
      expect(await migrate(one)).toEqual([]);
    } finally {
      await one.destroy();
      await two.destroy();
      await empty.drop();
    }
  });

  it('can be undone, table by table', async () => {
    const copy = await createTestDatabase();
    const undone = await createDataSource(copy.url).initialize();
    try {
      for (const _migration of undone.migrations) await undone.undoLastMigration();
      const left = await undone.query(
        `select table_name from information_schema.tables where table_schema = 'public'`,
      );
      expect(left).toEqual([{ table_name: 'migration' }]);
      await migrate(undone);
    } finally {
      await undone.destroy();
      await copy.drop();
    }
  });
});
