import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { CommandFailure } from '../failure.js';

/** Writes the data to the file, whole or not at all, or to standard output. */
export async function writeOut(data: string | Uint8Array, file: string | undefined): Promise<void> {
  if (file === undefined) await writeToStandardOutput(data);
  else writeWhole(file, data);
}

/** The article may be the only copy. */
export function refuseToOverwrite(article: string, out: string | undefined): void {
  if (out !== undefined && article !== '-' && path.resolve(out) === path.resolve(article))
    throw new CommandFailure('--out 写的就是文章自己，会把它盖掉：请换一个文件名。', 2);
}

async function writeToStandardOutput(data: string | Uint8Array): Promise<void> {
  const failure = await new Promise<NodeJS.ErrnoException | null | undefined>((resolve) => {
    process.stdout.write(data, resolve);
  });
  // Whoever read us may leave first (`| head`): that is no failure of ours.
  if (failure && failure.code !== 'EPIPE') throw new CommandFailure(`写不出结果：${whyNot(failure)}`);
}

/** Beside the file first, then in its place. While this runs Ctrl-C waits, so that nothing half is left. */
function writeWhole(target: string, data: string | Uint8Array): void {
  const beside = `${target}.${process.pid}.part`;
  let interrupted = false;
  const wait = () => {
    interrupted = true;
  };
  process.on('SIGINT', wait);
  try {
    const handle = openSync(beside, 'wx');
    try {
      writeFileSync(handle, data);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(beside, target);
  } catch (error) {
    rmSync(beside, { force: true });
    throw new CommandFailure(`写不了文件 ${target}：${whyNot(error)}`);
  } finally {
    process.off('SIGINT', wait);
  }
  if (interrupted) throw new CommandFailure('已中断。');
}

function whyNot(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOSPC') return '磁盘满了。';
  if (code === 'ENOENT') return '文件夹不存在。';
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return '没有写入的权限。';
  if (code === 'EISDIR') return '这是一个文件夹。';
  return error instanceof Error ? error.message : String(error);
}
