#!/usr/bin/env node
// The first file a newcomer's Node reads. It keeps to what Node 12 can parse, so that an old one gets a sentence
// instead of a syntax error; everything newer is behind import().
import { existsSync } from 'fs';
import { fileURLToPath } from 'url';

const root = fileURLToPath(new URL('../../', import.meta.url));

function refuse(chinese, english) {
  process.stderr.write(chinese + '\n' + english + '\n');
  process.exit(1);
}

const found = process.versions.node;
const major = Number(found.split('.')[0]);
const minor = Number(found.split('.')[1]);
if (major < 20 || (major === 20 && minor < 19)) {
  refuse(
    '需要 Node.js 20.19 或更新的版本，现在是 ' + found + '：请升级后再运行。',
    'Node.js 20.19 or newer is required, this is ' + found + '.',
  );
}
if (!existsSync(root + 'node_modules/commander/package.json')) {
  refuse('还没有安装依赖：请先运行 npm ci。', 'Dependencies are missing: run npm ci first.');
}

import('./bootstrap/build-when-stale.mjs')
  .then((bootstrap) => bootstrap.buildWhenStale(root))
  .then((built) => (built ? import('../../dist/apps/cli/src/main.js') : null))
  .then((cli) => (cli ? cli.main(process.argv) : process.exit(1)))
  .catch((error) => {
    process.stderr.write(String(error && error.stack) + '\n');
    process.exit(1);
  });
