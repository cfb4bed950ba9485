import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * A name for one running process that a later process with the same number cannot have, so that it may be kept in a
 * file. Null when no such process runs; a zombie does not run.
 */
export function nameProcess(pid: number): string | null {
  if (!Number.isSafeInteger(pid) || pid <= 0) return null;
  switch (process.platform) {
    case 'linux':
      return nameOnLinux(pid);
    case 'win32':
      return answersSignals(pid) ? String(pid) : null;
    default: {
      const [state = '', ...started] = askPs(pid, 'stat=,lstart=').split(/\s+/);
      return state === '' || state.startsWith('Z') ? null : `${pid} ${started.join(' ')}`;
    }
  }
}

/** Whether the process runs a program of that file name. Where this cannot be asked, the answer is yes. */
export function runsProgram(pid: number, program: string): boolean {
  if (process.platform === 'win32') return true;
  if (process.platform !== 'linux') return askPs(pid, 'comm=').endsWith(program);
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').trim() === program;
  } catch {
    return false;
  }
}

function nameOnLinux(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The program's name stands in brackets and may itself hold spaces and brackets.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [state, startedAt] = [fields[0], fields[19]];
    if (state === 'Z' || state === 'X') return null;
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${pid} ${startedAt} ${boot}`;
  } catch {
    return null;
  }
}

function askPs(pid: number, columns: string): string {
  return spawnSync('ps', ['-o', columns, '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim() ?? '';
}

function answersSignals(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
