import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import type { Account } from './account.js';
import { type Binaries, programPath } from './binaries.js';
import { programEnvironment } from './run-program.js';

export interface Keeper {
  readonly pid: number;
  /** The server runs: from now on one attempt to stop it is enough. */
  noteStarted(): void;
  /** The server has been stopped in good order: nothing is left to keep. */
  dismiss(): void;
}

/**
 * A shell outside our process tree that reads a pipe from us. When we die, however we die, the pipe closes and the
 * shell stops the server. If we die while the server is still starting, it tries for a few seconds.
 */
const SCRIPT = `
( tries=3
  while read -r word; do
    case $word in
      started) tries=1 ;;
      done) exit ;;
    esac
  done
  until "$0" stop -m fast -w -D "$1" || [ $tries -le 1 ]; do
    tries=$((tries - 1))
    sleep 1
  done
) <&3 >/dev/null 2>&1 &
echo $!
`;

/** Null on Windows, which has no shell to do it: there a server left behind is adopted by the next start. */
export async function startKeeper(
  dir: string,
  binaries: Binaries,
  account: Account | null,
): Promise<Keeper | null> {
  if (process.platform === 'win32') return null;
  const shell = spawn('/bin/sh', ['-c', SCRIPT, programPath(binaries, 'pg_ctl'), dir], {
    ...account,
    cwd: '/',
    detached: true,
    env: programEnvironment(),
    stdio: ['ignore', 'pipe', 'ignore', 'pipe'],
  });
  const [, said, , line] = shell.stdio;
  if (!said || !line || !('write' in line)) throw new Error('The keeper has no pipe.');
  // Closed by the keeper once it has read its word; that is no news.
  line.on('error', () => {});
  const pid = Number(await text(said as NodeJS.ReadableStream));
  if ('unref' in line && typeof line.unref === 'function') line.unref();
  return {
    pid,
    noteStarted: () => void line.write('started\n'),
    dismiss: () => void line.end('done\n'),
  };
}
