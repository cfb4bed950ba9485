import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { BASE_URL, serviceThat } from '../testing/service-double.js';
import { wxDouble } from '../testing/wx-double.js';
import { createQuizClient, wxPlatform, type QuizClient } from '../src/index.js';

interface Operation {
  readonly responses: Readonly<Record<string, { readonly description?: string }>>;
}

const document = JSON.parse(await readFile(new URL('../../openapi.json', import.meta.url), 'utf8')) as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
};
const learnerRoutes = Object.entries(document.paths)
  .filter(([path]) => /^\/v1\/(?!staff\/|auth\/password$)/.test(path))
  .flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({
      route: `${method.toUpperCase()} ${path}`,
      operation,
    })),
  );

const USES: ((client: QuizClient) => Promise<unknown>)[] = [
  (client) => client.me(),
  (client) => client.courses.list(),
  (client) => client.quizzes.list('ID'),
  (client) => client.quizzes.get('ID'),
  (client) => client.attempts.start('ID'),
  (client) => client.attempts.list(),
  (client) => client.attempts.get('ID'),
  (client) => client.attempts.answer('ID', 1, { type: 'tf', value: true }),
  (client) => client.attempts.submit('ID'),
  (client) => client.attempts.result('ID'),
  (client) => client.attempts.flag('ID', 1, true),
  (client) => client.attempts.reveal('ID', 1),
  (client) => client.attempts.report('ID', 1, { kind: 'typo' }),
  (client) => client.attempts.reports('ID'),
];

describe('the SDK beside openapi.json', () => {
  it('has a method for every route of a learner, and calls no other', async () => {
    const service = serviceThat(() => ({ body: { id: 'ID', slots: [], saved: true, sequence: 1 } }));
    const client = createQuizClient({ baseUrl: BASE_URL, platform: wxPlatform(wxDouble(service)) });
    for (const use of USES) await use(client);
    const called = service.calls.map(({ method, path }) =>
      `${method} ${path}`.replace(/ID|\b1\b(?=$|\/re)/g, '{}'),
    );
    const routes = learnerRoutes.map(({ route }) => route.replace(/\{\w+\}/g, '{}'));
    expect([...new Set(called)].sort()).toEqual(routes.sort());
  });

  it('explains in its README every problem a learner can meet', async () => {
    const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');
    const codes = learnerRoutes
      .flatMap(({ operation }) => Object.entries(operation.responses))
      .filter(([status]) => Number(status) >= 400)
      .flatMap(([, { description = '' }]) =>
        [...description.matchAll(/`([a-z-]+)`/g)].map(([, code]) => code),
      );
    expect(codes).toContain('attempt-closed');
    expect([...new Set(codes)].filter((code) => !readme.includes(`\`${code}\``))).toEqual([]);
  });
});
