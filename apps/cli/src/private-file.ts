import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { CommandFailure } from './failure.js';

/** Writes a file that only its owner may read, whole or not at all. */
export function writePrivateFile(file: string, text: string): void {
  const half = `${file}.${randomBytes(4).toString('hex')}`;
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(half, text, { mode: 0o600 });
    renameSync(half, file);
  } catch {
    throw new CommandFailure(`无法写入 ${file}：请检查这个目录的权限和磁盘空间。`);
  }
}

/** Null when there is no such file. */
export function readPrivateFile(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw new CommandFailure(`无法读取 ${file}：请换成它的所有者来运行，或修改它的权限。`);
  }
}
