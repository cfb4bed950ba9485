import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts CPU time in hundredths of a second. */
const TICKS_PER_SECOND = 100;

/** CPU seconds that a process and its descendants have used so far; null where /proc does not tell. */
export function cpuSeconds(pid: number): number | null {
  const ticks = familyOf(pid).map((member) => {
    const fields = statOf(member);
    // Its own and that of its children that have ended.
    return fields ? fields.slice(11, 15).reduce((sum, each) => sum + Number(each), 0) : 0;
  });
  return ticks.length === 0 ? null : ticks.reduce((sum, each) => sum + each, 0) / TICKS_PER_SECOND;
}

/** MiB of memory of a process and its descendants, shared pages split among their users; null where /proc does not tell. */
export function memoryMiB(pid: number): number | null {
  const family = familyOf(pid);
  if (family.length === 0) return null;
  const kib = family.map((member) => {
    try {
      const text = readFileSync(`/proc/${member}/smaps_rollup`, 'utf8');
      return Number(/^Pss:\s+(\d+)/m.exec(text)?.[1] ?? 0);
    } catch {
      return 0;
    }
  });
  return kib.reduce((sum, each) => sum + each, 0) / 1024;
}

/** What follows the name in /proc/PID/stat; the name itself may hold anything. */
function statOf(pid: number): string[] | null {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? null;
  } catch {
    return null;
  }
}

function familyOf(pid: number): number[] {
  const all = processes();
  const family = all.has(pid) ? [pid] : [];
  for (const member of family) {
    for (const [child, parent] of all) if (parent === member) family.push(child);
  }
  return family;
}

function processes(): Map<number, number> {
  try {
    const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
    return new Map(pids.map((pid) => [Number(pid), Number(statOf(Number(pid))?.[1] ?? 0)]));
  } catch {
    return new Map();
  }
}
