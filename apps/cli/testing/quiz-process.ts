import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { nameProcess } from '../../../libs/database/src/local-postgres/process-name.js';
import { parentOf } from '../src/start/launcher.js';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** One `quiz` command running as a person would run it, in a process group of its own. */
export interface QuizProcess {
  readonly child: ChildProcess;
  readonly pid: number;
  readonly ended: Promise<Ended>;
  /** What it has written on stdout, once that matches; fails when the command ends before. */
  untilSaid(pattern: RegExp): Promise<string>;
}

export function spawnQuiz(
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
  nodeArgs: readonly string[] = [],
) {
  const { PATH, HOME, TMPDIR } = process.env;
  const child = spawn(process.execPath, [...nodeArgs, path.join(ROOT, 'apps/cli/quiz.mjs'), ...args], {
    cwd: tmpdir(),
    detached: true,
    // Neither LANG nor what the test runner has set.
    env: { PATH, HOME, TMPDIR, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, stdout, stderr }));
  });
  const untilSaid = (pattern: RegExp) =>
    new Promise<string>((resolve, reject) => {
      const look = () => pattern.test(stdout) && resolve(stdout);
      child.stdout.on('data', look);
      look();
      void ended.then(({ code }) => reject(new Error(`quiz ended with ${code}:\n${stdout}${stderr}`)));
    });
  return { child, pid: child.pid ?? 0, ended, untilSaid } satisfies QuizProcess;
}

export function runQuiz(...command: Parameters<typeof spawnQuiz>): Promise<Ended> {
  return spawnQuiz(...command).ended;
}

/** A data folder and a port of one's own. */
export class Installation {
  readonly dataDir = mkdtempSync(path.join(tmpdir(), 'quiz-'));
  readonly started: QuizProcess[] = [];

  private constructor(readonly port: number) {
    // Root starts Postgres as another user, who must be let through.
    chmodSync(this.dataDir, 0o755);
  }

  static async create(): Promise<Installation> {
    // Compiles when need be, so that this is not among what the story hears.
    await runQuiz(['--help']);
    return new Installation(await findFreePort());
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get env(): NodeJS.ProcessEnv {
    return { QUIZ_DATA_DIR: this.dataDir, PORT: String(this.port) };
  }

  /** Starts the service and waits for the block that says it is up. */
  async start(): Promise<{ quiz: QuizProcess; block: string }> {
    const quiz = spawnQuiz(['start'], this.env);
    this.started.push(quiz);
    return { quiz, block: await quiz.untilSaid(/\/v1\/auth\/wechat.*\n/) };
  }

  account(name: string): { account: string; password: string } {
    const file = readFileSync(path.join(this.dataDir, 'demo-accounts.json'), 'utf8');
    const { accounts } = JSON.parse(file) as { accounts: { account: string; password: string }[] };
    const found = accounts.find(({ account }) => account === name);
    if (!found) throw new Error(`no account ${name}`);
    return { account: found.account, password: found.password };
  }

  postmasterPid(): number {
    return Number(readFileSync(path.join(this.dataDir, 'pg', 'postmaster.pid'), 'utf8').split('\n')[0]);
  }

  /** Ends what a failed story may have left, and removes the folder. */
  async remove(): Promise<void> {
    for (const { child, ended } of this.started) {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
      await ended;
    }
    const pg = path.join(this.dataDir, 'pg');
    const real = existsSync(pg) ? realpathSync(pg) : pg;
    rmSync(real, { recursive: true, force: true, maxRetries: 5 });
    rmSync(this.dataDir, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The process and everything below it. The database is not: it is nobody's child. */
export function listTree(pid: number): number[] {
  const parents = existsSync('/proc/self/stat') ? readParentsFromProc() : askPsForParents();
  const below = (parent: number): number[] =>
    parents.filter(([, above]) => above === parent).flatMap(([child]) => [child, ...below(child)]);
  return [pid, ...below(pid)];
}

/** A slim container has no ps. */
function readParentsFromProc(): [child: number, parent: number][] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => [Number(name), parentOf(Number(name)) ?? 0]);
}

function askPsForParents(): [child: number, parent: number][] {
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' });
  return stdout
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .map(([child = 0, parent = 0]) => [child, parent]);
}

/** A zombie that nobody has reaped yet is not alive. */
export function isAlive(pid: number): boolean {
  return nameProcess(pid) !== null;
}

export function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
