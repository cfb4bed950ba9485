import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const PATIENCE_MS = 120_000;

/**
 * Compiles the sources into dist unless they are what dist was compiled from. Two at once are safe: the second waits.
 * An installation without sources or without the compiler uses the dist it came with. Returns whether dist can be run.
 */
export async function buildWhenStale(root) {
  const [dist, compiler] = [path.join(root, 'dist'), path.join(root, 'node_modules/tsc7/bin/tsc')];
  const main = path.join(dist, 'apps/cli/src/main.js');
  const stamp = path.join(dist, '.built-from');
  const sources = ['apps', 'libs', 'sdk'].map((room) => path.join(root, room));
  const shipped = !sources.every((room) => existsSync(room)) || !existsSync(compiler);
  if (shipped && existsSync(main)) return true;
  if (shipped) return complain('没有编译好的程序，也没有编译器：请运行 npm ci（含开发依赖）后再试。');

  const isFresh = () => existsSync(main) && readOr(stamp, '') === fingerprint(root, sources);
  if (isFresh()) return true;
  const release = await lock(dist);
  if (!release)
    return complain(`无法写入 ${dist}，或另一个编译一直没有结束：请检查权限，或删除 ${dist} 后再试。`);
  try {
    return isFresh() || compile(root, compiler, stamp, fingerprint(root, sources));
  } finally {
    release();
  }
}

function compile(root, compiler, stamp, from) {
  process.stderr.write('正在编译…\n');
  const compiled = spawnSync(process.execPath, [compiler, '-p', 'tsconfig.build.json'], {
    cwd: root,
    encoding: 'utf8',
  });
  if (compiled.status !== 0) {
    return complain(`编译没有成功：\n${compiled.stdout ?? ''}${compiled.stderr ?? ''}`);
  }
  writeFileSync(stamp, from);
  return true;
}

/** What was compiled: names, sizes and times, so that going back to older files counts as a change too. */
function fingerprint(root, sources) {
  const hash = createHash('sha256');
  const settings = ['package.json', 'tsconfig.base.json', 'tsconfig.build.json'].map((name) =>
    path.join(root, name),
  );
  for (const file of [...settings, ...sources.flatMap((room) => listSources(room))]) {
    const { size, mtimeMs } = statSync(file);
    hash.update(`${path.relative(root, file)} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

function listSources(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const found = path.join(folder, entry.name);
    if (entry.isDirectory())
      return /^(node_modules|dist|test|testing)$/.test(entry.name) ? [] : listSources(found);
    return /\.(ts|json)$/.test(entry.name) && !entry.name.endsWith('spec.ts') ? [found] : [];
  });
}

/** Waits for its turn to write dist. A lock whose owner is gone is removed. Null when there is no turn to be had. */
async function lock(dist) {
  const file = path.join(dist, '.build-lock');
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await sleep(50)) {
    try {
      mkdirSync(dist, { recursive: true });
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if (error.code !== 'EEXIST') return null;
      const owner = Number(readOr(file, '0'));
      if (owner > 0 && !isAlive(owner)) rmSync(file, { force: true });
    }
  }
  return null;
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function readOr(file, otherwise) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return otherwise;
  }
}

function complain(sentence) {
  process.stderr.write(`${sentence}\n`);
  return false;
}
