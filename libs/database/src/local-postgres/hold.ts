import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { nameProcess } from './process-name.js';

/** Who supervises a data folder, as written beside it in `<dir>.lock`. */
export interface Holder {
  readonly pid: number;
  /** Of the supervisor; see nameProcess. */
  readonly name: string;
  /** Of the process that stops the server when the supervisor dies. */
  readonly keeperPid?: number;
  readonly keeperName?: string;
}

export interface Hold {
  /** What a supervisor that died left written: its keeper may still be at work. */
  readonly former: Holder | null;
  noteKeeper(pid: number): void;
  release(): void;
}

/** Takes the folder for this process, or says which live process has it. A dead holder's lock is taken over. */
export function takeHold(dir: string): Hold | Holder {
  const lock = `${dir}.lock`;
  let mine: Holder = { pid: process.pid, name: nameProcess(process.pid) ?? String(process.pid) };
  let former: Holder | null = null;
  for (;;) {
    if (place(lock, mine)) break;
    const holder = readHolder(lock);
    if (holder && isAlive(holder)) return holder;
    former = holder ?? former;
    clearAway(lock, holder);
  }
  return {
    former,
    noteKeeper(pid) {
      mine = { ...mine, keeperPid: pid, keeperName: nameProcess(pid) ?? '' };
      const fresh = temporary(lock);
      writeFileSync(fresh, JSON.stringify(mine), { mode: 0o644 });
      renameSync(fresh, lock);
    },
    release() {
      if (readHolder(lock)?.name === mine.name) rmSync(lock, { force: true });
    },
  };
}

/** The live process that supervises the folder, or null. Takes nothing. */
export function findHolder(dir: string): Holder | null {
  const holder = readHolder(`${dir}.lock`);
  return holder && isAlive(holder) ? holder : null;
}

function isAlive(holder: Holder): boolean {
  return nameProcess(holder.pid) === holder.name;
}

/** A hard link appears with its whole content or not at all, and never over another. */
function place(lock: string, holder: Holder): boolean {
  const fresh = temporary(lock);
  writeFileSync(fresh, JSON.stringify(holder), { mode: 0o644 });
  try {
    linkSync(fresh, lock);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(fresh, { force: true });
  }
}

/** Removes a dead holder's lock. If a live one has slipped in since it was read, that one is put back. */
function clearAway(lock: string, dead: Holder | null): void {
  const aside = temporary(lock);
  try {
    renameSync(lock, aside);
  } catch {
    return;
  }
  const moved = readHolder(aside);
  if (moved && moved.name !== dead?.name) {
    try {
      linkSync(aside, lock);
    } catch {
      // Somebody placed a lock meanwhile; the next turn of the loop reads it.
    }
  }
  rmSync(aside, { force: true });
}

function readHolder(path: string): Holder | null {
  try {
    const holder: unknown = JSON.parse(readFileSync(path, 'utf8'));
    const known = typeof holder === 'object' && holder !== null && 'pid' in holder && 'name' in holder;
    return known ? (holder as Holder) : null;
  } catch {
    return null;
  }
}

function temporary(lock: string): string {
  return `${lock}.${process.pid}-${randomBytes(4).toString('hex')}`;
}
