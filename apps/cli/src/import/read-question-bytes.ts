import { createReadStream } from 'node:fs';
import { MAX_QUESTION_FILE_BYTES } from '#question-files';
import { CommandFailure } from '../failure.js';

/** The bytes of a file, or of standard input for `-`; one more than may be read tells that it is too large. */
export async function readQuestionBytes(file: string): Promise<Uint8Array> {
  if (file === '-' && process.stdin.isTTY)
    throw new CommandFailure('标准输入没有内容：请用管道或 < 送入题目文件。', 2);
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of file === '-' ? process.stdin : createReadStream(file)) {
      const bytes = Buffer.from(chunk as Uint8Array);
      size += bytes.length;
      chunks.push(bytes);
      if (size > MAX_QUESTION_FILE_BYTES) break;
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    const why =
      code === 'ENOENT'
        ? '没有这个文件。'
        : code === 'EISDIR'
          ? '这是一个文件夹。'
          : code === 'EACCES' || code === 'EPERM'
            ? '没有读取的权限。'
            : String(error);
    throw new CommandFailure(`读不了 ${file}：${why}`);
  }
  return Buffer.concat(chunks);
}
