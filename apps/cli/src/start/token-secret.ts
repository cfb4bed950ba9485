import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { readPrivateFile, writePrivateFile } from '../private-file.js';
import type { Surroundings } from '../surroundings.js';

const SHORTEST = 32;

/** Signs this installation's access tokens: made once and kept. Production must bring its own, so that it knows it. */
export function tokenSecret({ dataDir, env, production }: Surroundings): string | undefined {
  if (env.TOKEN_SECRET || production) return env.TOKEN_SECRET;
  const file = path.join(dataDir, 'token-secret');
  const kept = readPrivateFile(file)?.trim();
  if (kept && kept.length >= SHORTEST) return kept;
  const secret = randomBytes(48).toString('base64url');
  writePrivateFile(file, `${secret}\n`);
  return secret;
}
