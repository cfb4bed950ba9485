import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Account, chooseAccount } from './account.js';
import { type Binaries, findBinaries } from './binaries.js';
import {
  createDatabase,
  handOver,
  judgeDataFolder,
  readPassword,
  refuseUnspeakablePath,
  settleDataFolder,
  SUPERUSER,
} from './data-folder.js';
import { findHolder, type Holder, takeHold } from './hold.js';
import { type Keeper, startKeeper } from './keeper.js';
import { adoptServer, launchServer, makeDatabase } from './launch-server.js';
import { findPostmaster, isPostmaster } from './postmaster.js';
import { nameProcess } from './process-name.js';
import { LocalPostgresRefusal, refusalFromFileError } from './refusal.js';
import { runProgram } from './run-program.js';

export interface LocalPostgresOptions {
  /** Data folder, made when missing. One live supervisor at a time: its lock is `<dir>.lock`. */
  readonly dir: string;
  /** Without it, a free one is found. A server that already runs keeps its own. */
  readonly port?: number;
  readonly database?: string;
}

export interface LocalPostgres {
  readonly url: string;
  readonly port: number;
  /** Whether the server was left running by a supervisor that died. */
  readonly adopted: boolean;
  /** Tells once if the server ends without having been stopped. */
  watch(onGone: () => void): void;
  /** Stops the server. `immediate` cuts transactions short, also when a stop is under way; nothing committed is lost. */
  stop(mode?: 'fast' | 'immediate'): Promise<void>;
}

const WATCH_EVERY_MS = 500;
const DATABASE = 'quiz';

/**
 * Starts the Postgres that comes with the npm package on a folder of our own, or takes over one left running there.
 * It listens on 127.0.0.1 only and is stopped when this process dies. Throws a LocalPostgresRefusal.
 */
export async function startLocalPostgres(options: LocalPostgresOptions): Promise<LocalPostgres> {
  const place = path.resolve(options.dir);
  const hold = holdPlace(place);
  let keeper: Keeper | null = null;
  let undo = async () => {};
  const letGo = () => {
    keeper?.dismiss();
    hold.release();
  };
  try {
    await letKeeperFinish(hold.former);
    const account = chooseAccount(place);
    const binaries = findBinaries(account);
    refuseUnspeakablePath(place, binaries.native);
    const found = judgeDataFolder(place, binaries);
    const dir = settleDataFolder(place, account, found);
    if (found === 'empty') await createDatabase(dir, binaries, account);
    handOver(dir, account);
    const password = readPassword(dir);
    keeper = await startKeeper(dir, binaries, account);
    if (keeper) hold.noteKeeper(keeper.pid);
    const left = await adoptServer(dir, password);
    const server = left ?? (await launchServer(dir, binaries, account, options.port));
    keeper?.noteStarted();
    const overseen = overseeServer(dir, server.pid, binaries, account, letGo);
    undo = overseen.stop;
    const database = options.database ?? DATABASE;
    await makeDatabase(server.port, password, database);
    const url = databaseUrl(server.port, password, database);
    return { url, port: server.port, adopted: left !== null, ...overseen };
  } catch (error) {
    await undo();
    letGo();
    throw refusalFromFileError(error, place);
  }
}

/** The URL of the server that a live supervisor keeps on the folder, or null. */
export function findLocalPostgres(dir: string, database: string = DATABASE): string | null {
  const place = path.resolve(dir);
  const running = findHolder(place) && findPostmaster(place);
  return running ? databaseUrl(running.port, readPassword(place), database) : null;
}

function overseeServer(
  dir: string,
  pid: number,
  binaries: Binaries,
  account: Account | null,
  onStopped: () => void,
): Pick<LocalPostgres, 'watch' | 'stop'> {
  let watch: NodeJS.Timeout | undefined;
  let stopping: Promise<void> | undefined;
  const order = (mode: string) =>
    runProgram(binaries, account, 'pg_ctl', ['stop', '-w', '-t', '60', '-m', mode, '-D', dir]);
  const stopInOrder = async () => {
    if (findPostmaster(dir)) await order('fast');
    if (findPostmaster(dir)) await order('immediate');
    onStopped();
  };
  return {
    watch(onGone) {
      watch = setInterval(() => {
        if (isPostmaster(pid)) return;
        clearInterval(watch);
        onGone();
      }, WATCH_EVERY_MS);
    },
    async stop(mode = 'fast') {
      clearInterval(watch);
      const hurry = mode === 'immediate' ? order(mode) : undefined;
      stopping ??= stopInOrder();
      await hurry;
      await stopping;
    },
  };
}

function holdPlace(place: string) {
  try {
    mkdirSync(path.dirname(place), { recursive: true });
    const hold = takeHold(place);
    if (!('pid' in hold)) return hold;
    throw new LocalPostgresRefusal(
      'already-running',
      `数据目录 ${place} 正由另一个进程（${hold.pid}）使用：同一个目录同时只能启动一次。`,
    );
  } catch (error) {
    throw refusalFromFileError(error, path.dirname(place));
  }
}

/** A keeper whose supervisor has just died is about to stop the server: adopting it now would be in vain. */
async function letKeeperFinish(former: Holder | null): Promise<void> {
  const { keeperPid, keeperName } = former ?? {};
  if (keeperPid === undefined) return;
  const end = Date.now() + 90_000;
  while (nameProcess(keeperPid) === keeperName && Date.now() < end) await sleep(20);
}

function databaseUrl(port: number, password: string, database: string): string {
  return `postgres://${SUPERUSER}:${encodeURIComponent(password)}@127.0.0.1:${port}/${encodeURIComponent(database)}`;
}

/** Process number of the live supervisor of the folder, or null. */
export function findLocalSupervisor(dir: string): number | null {
  return findHolder(path.resolve(dir))?.pid ?? null;
}
