import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  lchownSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  rmdirSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { type Account, canEnter } from './account.js';
import { type Binaries, OUTSIDE_FOLDER } from './binaries.js';
import { LocalPostgresRefusal, refusalFromFileError } from './refusal.js';
import { runProgram } from './run-program.js';

export const SUPERUSER = 'quiz';
const PASSWORD_FILE = 'quiz-password';

/**
 * Where the data really stand. An account that cannot enter the parents of `dir` (a checkout under a 0700 home) gets
 * a folder outside, and `dir` becomes a link to it, so that later starts find the same data whoever starts them.
 */
export function settleDataFolder(dir: string, account: Account | null, found: 'empty' | 'database'): string {
  const linked = readLink(dir);
  if (linked) return existsSync(linked) ? realpathSync(dir) : linked;
  if (!account || canEnter(account, path.dirname(dir))) return dir;
  if (found === 'database') {
    throw new LocalPostgresRefusal(
      'no-permission',
      `数据目录 ${dir} 的上级目录不允许数据库用户（uid ${account.uid}）进入：请用 chmod o+x 放开上级目录，或换成目录的所有者来启动。`,
    );
  }
  const outside = path.join(OUTSIDE_FOLDER, `pg-${randomBytes(6).toString('hex')}`);
  mkdirSync(OUTSIDE_FOLDER, { recursive: true, mode: 0o755 });
  if (existsSync(dir)) rmdirSync(dir);
  symlinkSync(outside, dir);
  return outside;
}

/** pg_ctl hands paths to a shell between double quotes. */
export function refuseUnspeakablePath(...paths: readonly string[]): void {
  const unspeakable = process.platform === 'win32' ? undefined : paths.find((one) => /["$`\\\n]/.test(one));
  if (unspeakable === undefined) return;
  throw new LocalPostgresRefusal(
    'unusable-path',
    `数据库不能放在 ${unspeakable}：路径里不能有双引号、$、反引号、反斜杠或换行，请换一个目录，或设置 DATABASE_URL。`,
  );
}

/** What stands in the folder: nothing yet, or a database of ours. Anything else is refused, and left alone. */
export function judgeDataFolder(dir: string, binaries: Binaries): 'empty' | 'database' {
  let names: string[];
  try {
    names = existsSync(dir) ? readdirSync(dir) : [];
  } catch (error) {
    throw refusalFromFileError(error, dir);
  }
  if (names.length === 0) return 'empty';
  const version = names.includes('PG_VERSION') ? read(path.join(dir, 'PG_VERSION')).trim() : null;
  if (version === null || !/^\d+(\.\d+)?$/.test(version)) {
    throw new LocalPostgresRefusal(
      'not-a-database',
      `数据目录 ${dir} 里不是本服务的数据库，却有别的文件：请把它改名留存（例如加上 .old），再启动就会新建一个空的。`,
    );
  }
  if (Number(version) !== binaries.major) {
    throw new LocalPostgresRefusal(
      'other-version',
      `数据目录 ${dir} 由 PostgreSQL ${version} 建立，而随附的是 ${binaries.major}：请用 ${version} 导出数据后把目录改名留存，或用 DATABASE_URL 连接一个 ${version} 的服务器。`,
    );
  }
  if (!names.includes(PASSWORD_FILE) || !existsSync(path.join(dir, 'global', 'pg_control'))) {
    throw damaged(dir, '缺少必要的文件');
  }
  return 'database';
}

/** Makes a new database cluster beside the folder and moves it into place, so that a half-made one is never taken for whole. */
export async function createDatabase(
  dir: string,
  binaries: Binaries,
  account: Account | null,
): Promise<void> {
  clearHalfMade(dir);
  const half = `${dir}.init-${randomBytes(4).toString('hex')}`;
  const passwordFile = `${half}.password`;
  const password = randomBytes(18).toString('base64url');
  const give = (file: string) => {
    if (account) chownSync(file, account.uid, account.gid);
  };
  try {
    mkdirSync(half, { mode: 0o700 });
    give(half);
    writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
    give(passwordFile);
    const made = await runProgram(binaries, account, 'initdb', [
      `--pgdata=${half}`,
      `--username=${SUPERUSER}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--data-checksums',
      // Not from LANG: an unset one, as in a container, would give a database that cannot hold Chinese.
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--set=listen_addresses=127.0.0.1',
      '--set=unix_socket_directories=',
    ]);
    if (made.status !== 0) {
      throw new LocalPostgresRefusal(
        'not-started',
        `无法在 ${dir} 建立数据库（${made.complaint}）：请检查磁盘空间和目录权限后再启动。`,
      );
    }
    const kept = path.join(half, PASSWORD_FILE);
    writeFileSync(kept, password, { mode: 0o600 });
    give(kept);
    rmSync(dir, { recursive: true, force: true });
    renameSync(half, dir);
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    throw refusalFromFileError(error, dir);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/**
 * Makes the folder the account's own and private, as Postgres demands: a copy restored by root belongs to root, and
 * copies often lose their mode.
 */
export function handOver(dir: string, account: Account | null): void {
  chmodSync(dir, 0o700);
  if (!account || statSync(dir).uid === account.uid) return;
  for (const name of ['.', ...readdirSync(dir, { recursive: true, encoding: 'utf8' })]) {
    lchownSync(path.join(dir, name), account.uid, account.gid);
  }
}

export function readPassword(dir: string): string {
  return read(path.join(dir, PASSWORD_FILE));
}

export function damaged(dir: string, why: string): LocalPostgresRefusal {
  return new LocalPostgresRefusal(
    'damaged',
    `数据目录 ${dir} 已损坏（${why}）：请从备份恢复，或把它改名留存（例如加上 .old），再启动就会新建一个空的。`,
  );
}

/** Leftovers of starts that were killed while making a cluster. */
function clearHalfMade(dir: string): void {
  const stem = `${path.basename(dir)}.init-`;
  for (const name of readdirSync(path.dirname(dir)).filter((name) => name.startsWith(stem))) {
    rmSync(path.join(path.dirname(dir), name), { recursive: true, force: true, maxRetries: 3 });
  }
}

function readLink(dir: string): string | null {
  try {
    return path.resolve(path.dirname(dir), readlinkSync(dir));
  } catch {
    return null;
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw refusalFromFileError(error, file);
  }
}
