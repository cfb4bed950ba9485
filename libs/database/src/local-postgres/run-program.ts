import { spawn } from 'node:child_process';
import type { Account } from './account.js';
import { type Binaries, programPath } from './binaries.js';

export interface Finished {
  readonly status: number | null;
  /** Last line of what it said on stderr. */
  readonly complaint: string;
}

/**
 * Runs one of the Postgres programs to its end. It gets a session of its own, so that a Ctrl-C at the terminal reaches
 * the supervisor only, and an environment of its own, so that neither LANG nor PG* settings of the user leak in.
 */
export function runProgram(
  binaries: Binaries,
  account: Account | null,
  program: 'initdb' | 'pg_ctl',
  args: readonly string[],
): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const child = spawn(programPath(binaries, program), args, {
      ...account,
      cwd: '/',
      detached: true,
      windowsHide: true,
      env: programEnvironment(),
      // The server started by pg_ctl would keep a pipe open for ever; it has its own log.
      stdio: ['ignore', 'ignore', program === 'pg_ctl' ? 'ignore' : 'pipe'],
    });
    let said = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (said += text));
    child.once('error', reject);
    child.once('close', (status) => {
      resolve({ status, complaint: said.trim().split('\n').at(-1) ?? '' });
    });
  });
}

export function programEnvironment(): NodeJS.ProcessEnv {
  const { PATH, SystemRoot, TEMP } = process.env;
  return process.platform === 'win32' ? { PATH, SystemRoot, TEMP } : { PATH, LC_ALL: 'C', TZ: 'UTC' };
}
