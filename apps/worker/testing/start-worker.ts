import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

export interface WorkerProcess {
  readonly child: ChildProcess;
  /** All it wrote so far. */
  output(): string;
  /** Sends the signal and waits for the end. */
  end(signal: NodeJS.Signals): Promise<{ code: number | null }>;
}

/** Compiles when need be: any `quiz` command does so first. */
export function buildOnce(): void {
  const built = spawnSync(process.execPath, [path.join(ROOT, 'apps/cli/quiz.mjs'), '--help'], {
    encoding: 'utf8',
  });
  if (built.status !== 0) throw new Error(built.stderr);
}

/** Starts the compiled worker as its supervisor does, and waits until it says that it is ready. */
export async function startWorker(databaseUrl: string, env: NodeJS.ProcessEnv = {}): Promise<WorkerProcess> {
  const { child, output } = launchWorker({ DATABASE_URL: databaseUrl, LOG_LEVEL: 'info', ...env });
  const gone = once(child, 'exit').then(() =>
    Promise.reject(new Error(`the worker did not start: ${output()}`)),
  );
  await Promise.race([once(child, 'message'), gone]);
  gone.catch(() => undefined);
  return {
    child,
    output,
    end: async (signal) => {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill(signal);
        await once(child, 'exit');
      }
      return { code: child.exitCode };
    },
  };
}

export function launchWorker(env: NodeJS.ProcessEnv) {
  const script = path.join(ROOT, 'dist/apps/worker/src/main.js');
  const child = spawn(process.execPath, [script], {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (part: string) => (text += part));
  }
  return { child, output: () => text };
}
