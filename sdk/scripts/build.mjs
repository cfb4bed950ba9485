// Builds the package: dist/esm and dist/cjs with types, and the one minified file a mini-program bundles.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';

/** A mini-program's main package is 2 MB in all; the client must not be noticed in it. */
const LARGEST_GZIP_BYTES = 8 * 1024;

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

for (const folder of ['dist', 'miniprogram_dist']) rmSync(at(folder), { recursive: true, force: true });

await bundle('dist/esm', 'es', false);
await bundle('dist/cjs', 'cjs', false);
await bundle('miniprogram_dist', 'cjs', true);

const tsc = at('../node_modules/tsc7/bin/tsc');
for (const folder of ['dist/esm', 'dist/cjs']) {
  execFileSync(
    process.execPath,
    [tsc, '-p', at('tsconfig.json'), '--emitDeclarationOnly', '--outDir', at(folder)],
    { stdio: 'inherit' },
  );
}
// The declarations import each other, so each folder says which module system they belong to.
writeFileSync(at('dist/esm/package.json'), '{ "type": "module" }\n');
writeFileSync(at('dist/cjs/package.json'), '{ "type": "commonjs" }\n');

const file = readFileSync(at('miniprogram_dist/index.js'));
const zipped = gzipSync(file, { level: 9 }).length;
console.log(`miniprogram_dist/index.js ${file.length} bytes, ${zipped} gzip (limit ${LARGEST_GZIP_BYTES})`);
if (zipped > LARGEST_GZIP_BYTES) {
  console.error(`小程序包 gzip 后 ${zipped} 字节，超过上限 ${LARGEST_GZIP_BYTES}。`);
  process.exitCode = 1;
}

async function bundle(folder, format, minify) {
  mkdirSync(at(folder), { recursive: true });
  await build({
    configFile: false,
    root: at('.'),
    logLevel: 'warn',
    publicDir: false,
    build: {
      // iOS 13 is still served by the oldest base library we support: no `?.`, no `??`.
      target: 'es2017',
      outDir: at(folder),
      emptyOutDir: false,
      minify,
      sourcemap: !minify,
      lib: { entry: at('src/index.ts'), formats: [format], fileName: () => 'index.js' },
    },
  });
}
