import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { LocalPostgresRefusal } from './refusal.js';

/** The user that Postgres runs as when we are root, whom Postgres refuses. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

const OWN_ACCOUNT = 'quiz-postgres';

/** Null when we are an ordinary user: then Postgres runs as ourselves. A folder that has an owner keeps it. */
export function chooseAccount(dataDir: string): Account | null {
  if (process.getuid?.() !== 0) return null;
  const account =
    ownerOf(dataDir) ?? lookUp('postgres') ?? lookUp(OWN_ACCOUNT) ?? createAccount() ?? lookUp('nobody');
  if (account) return account;
  throw new LocalPostgresRefusal(
    'no-account',
    '现在是 root，而 PostgreSQL 不能以 root 运行，这台机器上又没有 postgres 或 nobody 用户：请换普通用户启动，或设置 DATABASE_URL。',
  );
}

/** Whether the account can enter the folder; every parent has a say. */
export function canEnter(account: Account, folder: string): boolean {
  return (
    spawnSync('/bin/sh', ['-c', 'cd "$0"', folder], { ...account, cwd: '/', stdio: 'ignore' }).status === 0
  );
}

function ownerOf(dir: string): Account | null {
  const stats = statSync(dir, { throwIfNoEntry: false });
  return stats && stats.uid !== 0 ? { uid: stats.uid, gid: stats.gid } : null;
}

function lookUp(name: string): Account | null {
  const ask = (flag: string) => spawnSync('id', [flag, name], { encoding: 'utf8' });
  const [user, group] = [ask('-u'), ask('-g')];
  return user.status === 0 && group.status === 0
    ? { uid: Number(user.stdout), gid: Number(group.stdout) }
    : null;
}

function createAccount(): Account | null {
  const asked = ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', OWN_ACCOUNT];
  return spawnSync('useradd', asked, { stdio: 'ignore' }).status === 0 ? lookUp(OWN_ACCOUNT) : null;
}
