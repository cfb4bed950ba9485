// Prints openapi.json from the built api (`npm run openapi`). With --check it compares instead: exit 1 when they differ.
import { PluginMetadataGenerator } from '@nestjs/cli/lib/compiler/plugins/plugin-metadata-generator.js';
import { ReadonlyVisitor } from '@nestjs/swagger/plugin';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import typescript from 'typescript';

const root = path.resolve(import.meta.dirname, '../../..');
const source = path.join(root, 'apps/api/src');
const built = path.join(root, 'dist/apps/api/src');
const target = path.join(root, 'openapi.json');

// The plugin reads types, validation rules and comments of the DTOs: TypeScript 7 has no compiler API for it.
const tsconfig = path.join(root, 'apps/api/tsconfig.app.json');
const { config } = typescript.readConfigFile(tsconfig, typescript.sys.readFile);
const { options, fileNames } = typescript.parseJsonConfigFileContent(
  config,
  typescript.sys,
  path.dirname(tsconfig),
);
new PluginMetadataGenerator().generate({
  visitors: [new ReadonlyVisitor({ introspectComments: true, pathToSource: source, esmCompatible: true })],
  outputDir: built,
  filename: 'swagger-metadata.mjs',
  tsProgramRef: typescript.createProgram({ options, rootNames: fileNames }),
});

const { describeApi } = await import(pathToFileURL(path.join(built, 'docs/describe-api.js')).href);
const { default: metadata } = await import(pathToFileURL(path.join(built, 'swagger-metadata.mjs')).href);
const printed = `${JSON.stringify(await describeApi(metadata), null, 2)}\n`;

if (!process.argv.includes('--check')) {
  writeFileSync(target, printed);
} else if (!existsSync(target) || readFileSync(target, 'utf8') !== printed) {
  process.stderr.write('openapi.json 与代码不一致，请运行 npm run openapi 并检查差异。\n');
  process.exitCode = 1;
}
