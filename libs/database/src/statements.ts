import type { DataSource, EntityManager } from 'typeorm';

/** SQL of the hot path, named so that Postgres plans it once for each connection. */
export interface Statement {
  /** Unique among all statements. */
  readonly name: string;
  readonly text: string;
}

/** Runs a statement and gives its rows. */
export type Run = <Row>(statement: Statement, values: readonly unknown[]) => Promise<Row[]>;

interface Pool {
  query(query: { name: string; text: string; values: unknown[] }): Promise<{ rows: unknown[] }>;
}

/** Runs prepared statements on any connection of the pool, each in a transaction of its own. */
export function runOn({ driver }: DataSource): Run {
  const { master } = driver as unknown as { master: Pool };
  return async <Row>({ name, text }: Statement, values: readonly unknown[]) => {
    const { rows } = await master.query({ name, text, values: [...values] });
    return rows as Row[];
  };
}

/** Runs statements inside somebody's transaction. */
export function runIn(manager: EntityManager): Run {
  return <Row>({ text }: Statement, values: readonly unknown[]) => manager.query<Row[]>(text, [...values]);
}
