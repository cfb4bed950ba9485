// Builds the package: dist/esm and dist/cjs with types, and the one minified file a mini-program bundles.
//   node sdk/scripts/build.mjs [folder]     into the folder, which becomes the package; without it into sdk/
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';

/** A mini-program's main package is 2 MB in all; the client must not be noticed in it. */
const LARGEST_GZIP_BYTES = 8 * 1024;

const source = fileURLToPath(new URL('..', import.meta.url));
const target = resolve(process.argv[2] ?? source);

for (const folder of ['dist', 'miniprogram_dist'])
  rmSync(join(target, folder), { recursive: true, force: true });
if (target !== resolve(source)) {
  mkdirSync(target, { recursive: true });
  for (const file of ['package.json', 'README.md']) cpSync(join(source, file), join(target, file));
}

await bundle('dist/esm', 'es', { sourcemap: true });
await bundle('dist/cjs', 'cjs', { sourcemap: true });
await bundle('miniprogram_dist', 'cjs', { minify: true });

const tsc = join(source, '../node_modules/tsc7/bin/tsc');
for (const [folder, type] of [
  ['dist/esm', 'module'],
  ['dist/cjs', 'commonjs'],
]) {
  const types = [
    '-p',
    join(source, 'tsconfig.json'),
    '--emitDeclarationOnly',
    '--outDir',
    join(target, folder),
  ];
  execFileSync(process.execPath, [tsc, ...types], { stdio: 'inherit' });
  // The declarations import each other, so each folder says which module system they belong to.
  writeFileSync(join(target, folder, 'package.json'), `{ "type": "${type}" }\n`);
}

const file = readFileSync(join(target, 'miniprogram_dist/index.js'));
const zipped = gzipSync(file, { level: 9 }).length;
console.log(`miniprogram_dist/index.js ${file.length} bytes, ${zipped} gzip (limit ${LARGEST_GZIP_BYTES})`);
if (zipped > LARGEST_GZIP_BYTES) {
  console.error(`小程序包 gzip 后 ${zipped} 字节，超过上限 ${LARGEST_GZIP_BYTES}。`);
  process.exitCode = 1;
}

async function bundle(folder, format, { minify = false, sourcemap = false }) {
  await build({
    configFile: false,
    root: source,
    logLevel: 'warn',
    publicDir: false,
    build: {
      // iOS 13 is still served by the oldest base library we support: no `?.`, no `??`.
      target: 'es2017',
      outDir: join(target, folder),
      emptyOutDir: true,
      minify,
      sourcemap,
      lib: { entry: join(source, 'src/index.ts'), formats: [format], fileName: () => 'index.js' },
    },
  });
}
