import path from 'node:path';
import type { ReplyCache } from '#writing-model';
import { readPrivateFile, writePrivateFile } from '../private-file.js';

/** Keeps a model's replies, a file each, so that the same article costs nothing the second time. */
export function modelCache(folder: string): ReplyCache {
  const fileFor = (key: string) => path.join(folder, `${key}.txt`);
  return {
    get: async (key) => readPrivateFile(fileFor(key)),
    set: async (key, reply) => writePrivateFile(fileFor(key), reply),
  };
}
