import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';

const QUIZ = fileURLToPath(new URL('../quiz.mjs', import.meta.url));

export interface Piped {
  readonly code: number | null;
  readonly stdout: Buffer;
  readonly stderr: string;
}

export interface Pipe {
  /** What stands on standard input; nothing without it. */
  readonly input?: string | Uint8Array;
  readonly env?: NodeJS.ProcessEnv;
  readonly nodeArgs?: readonly string[];
  /** Sends Ctrl-C once stderr matches. */
  readonly interruptAt?: RegExp;
  /** Stops reading stdout after the first bytes, as `head` does. */
  readonly leaveEarly?: boolean;
}

/** `quiz` as a shell would put it into a pipe: bytes in, bytes out. */
export function pipeQuiz(args: readonly string[], pipe: Pipe = {}): Promise<Piped> {
  const { PATH, HOME, TMPDIR } = process.env;
  const child = spawn(process.execPath, [...(pipe.nodeArgs ?? []), QUIZ, ...args], {
    cwd: tmpdir(),
    env: { PATH, HOME, TMPDIR, ...pipe.env },
  });
  const chunks: Buffer[] = [];
  let stderr = '';
  let interrupted = false;
  child.stdout.on('data', (chunk: Buffer) => {
    chunks.push(chunk);
    if (pipe.leaveEarly) child.stdout.destroy();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
    if (!interrupted && pipe.interruptAt?.test(stderr)) interrupted = child.kill('SIGINT');
  });
  // A command that refuses its arguments leaves without reading.
  child.stdin.on('error', () => {});
  child.stdin.end(pipe.input ?? '');
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, stdout: Buffer.concat(chunks), stderr }));
  });
}
