// Prints the wire types of the learner's routes from openapi.json, under the names the API gives them.
//   node sdk/scripts/generate-types.mjs [--check]
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { printWireTypes } from './print-wire-types.mjs';

const document = new URL('../../openapi.json', import.meta.url);
const target = new URL('../src/wire.generated.ts', import.meta.url);

const isLearnerRoute = (path) =>
  path.startsWith('/v1/') && !path.startsWith('/v1/staff/') && path !== '/v1/auth/password';

const printed = printWireTypes(JSON.parse(readFileSync(document, 'utf8')), isLearnerRoute);

if (!process.argv.includes('--check')) {
  writeFileSync(target, printed);
} else if (printed !== readFileSync(target, 'utf8')) {
  console.error(`${fileURLToPath(target)} 与 openapi.json 不一致，请运行 npm run openapi。`);
  process.exitCode = 1;
}
