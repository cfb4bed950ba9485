import path from 'node:path';
import { findBinaries } from './binaries.js';
import { judgeDataFolder, refuseUnspeakablePath } from './data-folder.js';
import { findHolder } from './hold.js';
import { LocalPostgresRefusal, type LocalPostgresRefusalCode } from './refusal.js';

export type LocalPostgresInspection =
  | {
      readonly ok: true;
      /** Of the programs that come with the npm package. */
      readonly major: number;
      readonly folder: 'empty' | 'database';
      /** Process number of the live supervisor, if there is one. */
      readonly supervisor: number | null;
    }
  | { readonly ok: false; readonly code: LocalPostgresRefusalCode; readonly detail: string };

/** Whether a local Postgres could be started on the folder. Starts and changes nothing. */
export function inspectLocalPostgres(dir: string): LocalPostgresInspection {
  const place = path.resolve(dir);
  try {
    const binaries = findBinaries(null);
    refuseUnspeakablePath(place, binaries.native);
    const folder = judgeDataFolder(place, binaries);
    return { ok: true, major: binaries.major, folder, supervisor: findHolder(place)?.pid ?? null };
  } catch (error) {
    if (error instanceof LocalPostgresRefusal) return { ok: false, code: error.code, detail: error.message };
    throw error;
  }
}
