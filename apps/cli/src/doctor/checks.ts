import { accessSync, constants, existsSync } from 'node:fs';
import path from 'node:path';
import { findLocalPostgres, findPendingMigrations, inspectLocalPostgres, inspectServer } from '#database';
import { withDataSource } from '../database/use-database.js';
import { CommandFailure } from '../failure.js';
import { claimAddress } from '../start/listening-address.js';
import type { Surroundings } from '../surroundings.js';

export interface Check {
  readonly name: string;
  readonly ok: boolean;
  /** What was found; for a failed check also what to do. */
  readonly detail: string;
}

/** Looks at everything that `quiz start` needs. Starts nothing and changes nothing. */
export async function examine(surroundings: Surroundings): Promise<Check[]> {
  const { databaseUrl, postgresDir, env } = surroundings;
  const local = databaseUrl ? null : inspectLocalPostgres(postgresDir);
  const running = local?.ok && local.supervisor !== null;
  const checks: Check[] = [
    good('Node.js', `${process.versions.node}（需要 20.19 或更新）`),
    good('平台', `${process.platform}-${process.arch}`),
  ];
  // A container with a database elsewhere keeps nothing.
  if (!databaseUrl || !surroundings.production) checks.push(checkDataDir(surroundings.dataDir));
  if (local)
    checks.push(
      local.ok ? good('自带的 PostgreSQL', describe(local)) : bad('自带的 PostgreSQL', local.detail),
    );
  checks.push(running ? good('端口', '服务正在运行，端口由它使用') : await checkPort(env));
  const url = databaseUrl ?? (running ? findLocalPostgres(postgresDir) : null);
  checks.push(...(url ? await checkServer(url) : [good('数据库', '现在没有运行；启动时自动建立和升级')]));
  return checks;
}

function describe({ major, folder }: { major: number; folder: 'empty' | 'database' }): string {
  return `版本 ${major}，${folder === 'database' ? '数据目录完好' : '数据目录还是空的，第一次启动时建立'}`;
}

function checkDataDir(dataDir: string): Check {
  const nearest = nearestExisting(dataDir);
  try {
    accessSync(nearest, constants.R_OK | constants.W_OK | constants.X_OK);
    return good('数据目录', dataDir);
  } catch {
    return bad('数据目录', `没有权限读写 ${nearest}：请修改它的权限，或用 QUIZ_DATA_DIR 另选一个目录。`);
  }
}

function nearestExisting(folder: string): string {
  const parent = path.dirname(folder);
  return existsSync(folder) || parent === folder ? folder : nearestExisting(parent);
}

async function checkPort(env: NodeJS.ProcessEnv): Promise<Check> {
  try {
    const { host, port } = await claimAddress(env, 0);
    return good('端口', `${host}:${port} 空闲`);
  } catch (error) {
    if (error instanceof CommandFailure) return bad('端口', error.message);
    throw error;
  }
}

async function checkServer(url: string): Promise<Check[]> {
  const server = await inspectServer(url);
  if (!server.ok) return [bad('数据库', server.detail)];
  const pending = await withDataSource(url, findPendingMigrations);
  return [
    good('数据库', `PostgreSQL ${server.version}`),
    good('编码', server.encoding),
    pending.length > 0
      ? bad('数据库结构', '还有没运行的迁移：请运行 npm run -s quiz -- migrate，或直接启动服务。')
      : good('数据库结构', '最新'),
  ];
}

function good(name: string, detail: string): Check {
  return { name, ok: true, detail };
}

function bad(name: string, detail: string): Check {
  return { name, ok: false, detail };
}
