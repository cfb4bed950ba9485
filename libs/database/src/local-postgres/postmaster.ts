import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { nameProcess, runsProgram } from './process-name.js';

export interface Postmaster {
  readonly pid: number;
  /** NaN while the server has not written it yet. */
  readonly port: number;
}

/** No system numbers its processes that high. */
const NO_PROCESS = '99999999';

/** The live server of a data folder, or null. */
export function findPostmaster(dir: string): Postmaster | null {
  const lines = readPidFile(dir);
  const [pid, port] = [Number(lines[0]), Number(lines[3] ?? NaN)];
  return isPostmaster(pid) ? { pid, port } : null;
}

export function isPostmaster(pid: number): boolean {
  return nameProcess(pid) !== null && runsProgram(pid, 'postgres');
}

/**
 * Postgres will not start while the pid in its pid file belongs to any process: an unreaped zombie (containers whose
 * first process does not reap) or a newcomer with the same number. Such a number is replaced and not the file removed,
 * because the rest of it keeps a second server off shared memory that a surviving backend still uses.
 */
export function clearStalePid(dir: string): void {
  const [pid = '', ...rest] = readPidFile(dir);
  if (rest.length === 0 || isPostmaster(Number(pid))) return;
  writeFileSync(path.join(dir, 'postmaster.pid'), [NO_PROCESS, ...rest].join('\n'));
}

function readPidFile(dir: string): string[] {
  try {
    return readFileSync(path.join(dir, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return [];
  }
}
