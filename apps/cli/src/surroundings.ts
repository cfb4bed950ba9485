import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** What the command finds around it: folders and environment. */
export interface Surroundings {
  /** The checkout, or the folder of the image: where package.json and dist are. */
  readonly root: string;
  /** Where this installation keeps its data: `.data`, or QUIZ_DATA_DIR. */
  readonly dataDir: string;
  /** Of the embedded Postgres; unused when there is a databaseUrl. */
  readonly postgresDir: string;
  readonly databaseUrl: string | null;
  readonly production: boolean;
  readonly env: NodeJS.ProcessEnv;
}

export function readSurroundings(env: NodeJS.ProcessEnv): Surroundings {
  const root = findRoot(path.dirname(fileURLToPath(import.meta.url)));
  const dataDir = path.resolve(env.QUIZ_DATA_DIR || path.join(root, '.data'));
  return {
    root,
    dataDir,
    postgresDir: path.join(dataDir, 'pg'),
    databaseUrl: env.DATABASE_URL || null,
    production: env.NODE_ENV === 'production',
    env,
  };
}

function findRoot(folder: string): string {
  if (existsSync(path.join(folder, 'package.json'))) return folder;
  const parent = path.dirname(folder);
  return parent === folder ? process.cwd() : findRoot(parent);
}
