import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { createContext, runInContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BASE_URL, LEARNER, serviceThat, type ServiceDouble } from '../testing/service-double.js';
import { wxDouble } from '../testing/wx-double.js';

const run = promisify(execFile);
const root = resolve(import.meta.dirname, '../..');
const tsc = join(root, 'node_modules/tsc7/bin/tsc');

const USE = `
const fetch = async (url) => ({
  status: 200,
  headers: new Map([['x-server-time', '1']]),
  text: async () => JSON.stringify(
    url.endsWith('/wechat')
      ? { accessToken: 't', expiresAt: new Date(Date.now() + 3600000).toISOString(), learner: { id: 'l1' } }
      : { id: 'l1', nickname: '小李' },
  ),
});
const platform = fetchPlatform({ fetch, signInCode: async () => 'code' });
const client = createQuizClient({ baseUrl: '${BASE_URL}', appId: 'wx1', platform });
client.me().then((me) => console.log(me.nickname));
`;

const TYPED_USE = `
import { createQuizClient, isQuizError, wxPlatform, type AttemptResult } from '@qiic/quiz-sdk';
const quiz = createQuizClient({ baseUrl: '${BASE_URL}', platform: wxPlatform(wx) });
export async function take(quizId: string): Promise<AttemptResult | string> {
  try {
    const attempt = await quiz.attempts.start(quizId);
    for (const { slot, question } of attempt.slots) {
      if (question.type === 'tf') await quiz.attempts.answer(attempt.id, slot, { type: 'tf', value: true });
    }
    return await quiz.attempts.submit(attempt.id);
  } catch (error) {
    if (isQuizError(error) && error.kind === 'network') return error.message;
    throw error;
  }
}
// @ts-expect-error A response has to say its type.
export const untyped = () => quiz.attempts.answer('a1', 1, { value: true });
`;

let folder: string;
let installed: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quiz-sdk-'));
  await run(process.execPath, [join(root, 'sdk/scripts/build.mjs'), join(folder, 'package')]);
  const { stdout } = await run('npm', ['pack', '--json', '--pack-destination', folder], {
    cwd: join(folder, 'package'),
  });
  const [{ filename }] = JSON.parse(stdout) as [{ filename: string }];
  await writeFile(join(folder, 'package.json'), '{ "name": "customer", "private": true }');
  await run('npm', ['install', `./${filename}`, '--offline', '--no-audit', '--no-fund'], { cwd: folder });
  installed = join(folder, 'node_modules/@qiic/quiz-sdk');
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the packed SDK, as a customer installs it', () => {
  it.each([
    ['an ES module', 'use.mjs', "import { createQuizClient, fetchPlatform } from '@qiic/quiz-sdk';"],
    ['CommonJS', 'use.cjs', "const { createQuizClient, fetchPlatform } = require('@qiic/quiz-sdk');"],
  ])('works from %s', async (_, file, load) => {
    await writeFile(join(folder, file), load + USE);
    const { stdout } = await run(process.execPath, [file], { cwd: folder });
    expect(stdout).toBe('小李\n');
  });

  it('brings nothing but its builds, its README and no dependencies', async () => {
    const manifest = JSON.parse(await readFile(join(installed, 'package.json'), 'utf8')) as Record<
      string,
      unknown
    >;
    expect(manifest).toMatchObject({ dependencies: {}, miniprogram: 'miniprogram_dist', sideEffects: false });
    const { stdout } = await run('npm', ['ls', '--all', '--parseable'], { cwd: folder });
    expect(stdout.trim().split('\n')).toHaveLength(2);
  });

  it.each([
    ['Node ESM', { module: 'nodenext', moduleResolution: 'nodenext' }, 'use.mts'],
    ['Node CommonJS', { module: 'nodenext', moduleResolution: 'nodenext' }, 'use.cts'],
    ['a bundler', { module: 'esnext', moduleResolution: 'bundler' }, 'use.ts'],
  ])('type-checks strictly with the official wx typings and no DOM, for %s', async (_, settings, file) => {
    const project = {
      compilerOptions: {
        ...settings,
        strict: true,
        noEmit: true,
        target: 'es2020',
        lib: ['es2020'],
        types: [join(root, 'node_modules/miniprogram-api-typings')],
        skipLibCheck: false,
      },
      files: [file],
    };
    await writeFile(join(folder, file), TYPED_USE);
    await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(project));
    const checked = run(process.execPath, [tsc, '-p', folder]).catch((error: { stdout: string }) => error);
    expect((await checked).stdout).toBe('');
  });

  /** Loads the mini-program file where there is wx, timers and the built-ins of ECMAScript, and nothing else. */
  const loadInMiniProgram = async (service: ServiceDouble) => {
    const module = { exports: {} as typeof import('../src/index.js') };
    const surroundings = { wx: wxDouble(service), setTimeout, clearTimeout, module };
    const context = createContext(surroundings, { codeGeneration: { strings: false, wasm: false } });
    const source = await readFile(join(installed, 'miniprogram_dist/index.js'), 'utf8');
    runInContext(`(function (exports) { ${source} })(module.exports)`, context);
    return { context, sdk: module.exports };
  };

  it('runs in a mini-program, which has neither fetch nor URL', async () => {
    const service = serviceThat(() => ({ body: LEARNER, headers: { 'X-Server-Time': '1790000000000' } }));
    const { context, sdk } = await loadInMiniProgram(service);
    expect(runInContext('[typeof fetch, typeof URL, typeof AbortController, typeof wx]', context)).toEqual([
      'undefined',
      'undefined',
      'undefined',
      'object',
    ]);
    expect(await sdk.createQuizClient({ baseUrl: BASE_URL }).me()).toEqual(LEARNER);
    expect(service.calls).toHaveLength(2);
  });

  it('does what the quick start of its README says', async () => {
    const service = serviceThat(({ method, path }) => {
      if (path.endsWith('/submit')) return { body: { score: 8, maxScore: 10 } };
      if (method === 'PUT') return { body: { slot: 1, saved: true, sequence: 1 } };
      return { body: { id: 'a1', slots: [{ slot: 1, sequence: 0 }] } };
    });
    const { context, sdk } = await loadInMiniProgram(service);
    const readme = await readFile(join(installed, 'README.md'), 'utf8');
    const [, quickStart = ''] = /## 快速开始\s+```js\n(.*?)```/s.exec(readme) ?? [];
    expect(quickStart.trim().split('\n').filter(Boolean).length).toBeLessThanOrEqual(10);
    Object.assign(context, { require: (name: string) => (name === '@qiic/quiz-sdk' ? sdk : null) });
    const takeQuiz: unknown = runInContext(`${quickStart};takeQuiz`, context);
    expect(await (takeQuiz as (quizId: string) => Promise<string>)('q1')).toBe('8 / 10');
    expect(service.calls.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'POST /v1/auth/wechat',
      'POST /v1/quizzes/q1/attempts',
      'PUT /v1/attempts/a1/answers/1',
      'POST /v1/attempts/a1/submit',
    ]);
  });
});
