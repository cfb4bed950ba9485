import { readFileSync } from 'node:fs';

const WATCH_EVERY_MS = 500;

/**
 * Under `npm start` npm and a shell stand above us, and killing one of them tells us nothing: we would go on without a
 * terminal. So we look whether they are still there.
 */
export function watchLauncher(env: NodeJS.ProcessEnv, onGone: () => void): void {
  if (env.npm_lifecycle_event === undefined || process.platform === 'win32') return;
  const above = process.ppid;
  const aboveThat = parentOf(above);
  const watch = setInterval(() => {
    if (process.ppid === above && parentOf(above) === aboveThat) return;
    clearInterval(watch);
    onGone();
  }, WATCH_EVERY_MS);
  watch.unref();
}

/** Only Linux tells it without starting a program; elsewhere the nearest one is watched alone. */
export function parentOf(pid: number): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return null;
  }
}
