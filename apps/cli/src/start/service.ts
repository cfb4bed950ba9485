import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { CommandFailure } from '../failure.js';
import { tell } from '../tell.js';
import type { Running } from './running.js';

export interface ServiceOptions {
  readonly name: string;
  readonly script: string;
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** Told once when it keeps ending and is given up. */
  readonly onFailed: (failure: CommandFailure) => void;
}

export interface Service extends Running {
  /** Resolves with the address it tells, once it is up for the first time. */
  readonly ready: Promise<string | null>;
}

const READY_WITHIN_MS = 60_000;
/** The applications end themselves before that. */
const STOP_WITHIN_MS = 30_000;
const RESTART_AFTER_MS = [200, 1_000, 2_000, 4_000, 8_000];
/** After so long without an accident the earlier ones are forgotten. */
const CALM_MS = 60_000;

/** Runs one of the applications as a child process and starts it again, a few times, when it ends by itself. */
export function startService(options: ServiceOptions): Service {
  const { name, onFailed } = options;
  let stopping = false;
  let accidents = 0;
  let child = launch(options);
  const ready = waitUntilReady(child, name).then((url) => {
    void keepUp();
    return url;
  });

  const keepUp = async () => {
    for (;;) {
      const since = Date.now();
      const ended = await waitForEnd(child);
      if (stopping) return;
      if (Date.now() - since > CALM_MS) accidents = 0;
      const pause = RESTART_AFTER_MS[accidents];
      if (pause === undefined) {
        onFailed(
          new CommandFailure(
            `${name} 接连退出 ${accidents + 1} 次（${ended}），不再重启：原因见上面的输出。`,
          ),
        );
        return;
      }
      accidents += 1;
      tell(`${name} 意外退出（${ended}），正在重新启动…`);
      await sleep(pause, undefined, { ref: false });
      if (stopping) return;
      child = launch(options);
      await waitUntilReady(child, name).catch(() => child.kill('SIGKILL'));
    }
  };

  return {
    name,
    ready,
    async stop() {
      stopping = true;
      askToEnd(child);
      const deadline = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS);
      await waitForEnd(child);
      clearTimeout(deadline);
    },
    hurry: () => void child.kill('SIGKILL'),
  };
}

/** In a session of its own, so that a Ctrl-C at the terminal reaches us alone and we stop things in order. */
function launch({ script, cwd, env }: ServiceOptions): ChildProcess {
  return spawn(process.execPath, ['--enable-source-maps', script], {
    cwd,
    env,
    detached: process.platform !== 'win32',
    windowsHide: true,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
}

function waitUntilReady(child: ChildProcess, name: string): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const fail = (why: string) =>
      reject(new CommandFailure(`${name} 没有启动（${why}）：原因见上面的输出。`));
    const deadline = setTimeout(() => fail(`${READY_WITHIN_MS / 1_000} 秒内没有就绪`), READY_WITHIN_MS);
    const failAtEnd = async () => {
      const ended = await waitForEnd(child);
      clearTimeout(deadline);
      fail(ended);
    };
    void failAtEnd();
    child.on('message', (message: { ready?: boolean; url?: string }) => {
      if (!message.ready) return;
      clearTimeout(deadline);
      resolve(message.url ?? null);
    });
  });
}

function waitForEnd(child: ChildProcess): Promise<string> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(describeEnd(child));
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', () => resolve(describeEnd(child)));
  });
}

function describeEnd({ exitCode, signalCode }: ChildProcess): string {
  return signalCode ? `信号 ${signalCode}` : `退出码 ${exitCode}`;
}

function askToEnd(child: ChildProcess): void {
  // Windows knows no gentle signal; the applications take a closed channel for one.
  if (process.platform === 'win32' && child.connected) child.disconnect();
  else child.kill('SIGTERM');
}
