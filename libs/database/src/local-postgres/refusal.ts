export type LocalPostgresRefusalCode =
  | 'already-running'
  | 'no-binaries'
  | 'no-account'
  | 'no-permission'
  | 'unusable-path'
  | 'not-a-database'
  | 'other-version'
  | 'damaged'
  | 'not-started';

/** Why the local Postgres cannot be had. The message is one Chinese sentence that names the path and what to do. */
export class LocalPostgresRefusal extends Error {
  override readonly name = 'LocalPostgresRefusal';

  constructor(
    readonly code: LocalPostgresRefusalCode,
    message: string,
  ) {
    super(message);
  }
}

/** Turns a file system error about a path into a refusal; other errors stay what they are. */
export function refusalFromFileError(error: unknown, path: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return new LocalPostgresRefusal(
      'no-permission',
      `没有权限读写 ${path}：请换成它的所有者来启动，或修改它的权限。`,
    );
  }
  if (code === 'ENOTDIR' || code === 'EEXIST') {
    return new LocalPostgresRefusal(
      'not-a-database',
      `数据目录 ${path} 或它的上级不是目录，而是一个文件：请把那个文件移走后再启动。`,
    );
  }
  if (code === 'ENOSPC') {
    return new LocalPostgresRefusal('not-started', `磁盘已满，无法写入 ${path}：请腾出空间后再启动。`);
  }
  return error;
}
