import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

export interface BuiltProcess {
  readonly child: ChildProcess;
  /** stdout and stderr so far. */
  logged(): string;
  said(): string;
  /** Ends it, however it stands. */
  kill(): Promise<void>;
}

/** Compiles when need be: any `quiz` command does so first. */
export function buildOnce(): void {
  const command = [path.join(ROOT, 'apps/cli/quiz.mjs'), '--help'];
  const built = spawnSync(process.execPath, command, { encoding: 'utf8' });
  if (built.status !== 0) throw new Error(built.stderr);
}

/** Runs a compiled application as its supervisor does. */
export function launchBuilt(app: 'api' | 'worker', env: NodeJS.ProcessEnv): BuiltProcess {
  const child = spawn(process.execPath, [path.join(ROOT, `dist/apps/${app}/src/main.js`)], {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let [stdout, stderr] = ['', ''];
  child.stdout?.setEncoding('utf8').on('data', (part: string) => (stdout += part));
  child.stderr?.setEncoding('utf8').on('data', (part: string) => (stderr += part));
  return {
    child,
    logged: () => stdout,
    said: () => stderr,
    kill: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}

/** Waits for the word that it is up, and returns the address it tells. */
export async function untilReady({ child, said }: BuiltProcess): Promise<string> {
  const gone = once(child, 'exit').then(() => Promise.reject(new Error(`it did not start: ${said()}`)));
  const [message] = await Promise.race([once(child, 'message'), gone]);
  gone.catch(() => undefined);
  return String(message.url);
}
