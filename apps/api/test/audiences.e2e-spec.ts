import { randomUUID } from 'node:crypto';
import { Controller, Get, Module } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule, NestFactory } from '@nestjs/core';
import { JwtModule } from '@nestjs/jwt';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AccessTokens } from '../src/identity/access-tokens.js';
import { AudienceGuard } from '../src/identity/audience.guard.js';
import { addColleague, makeCollege, signInInstructor, signInLearner } from '../testing/college.js';
import { ROUTES } from '../testing/routes.js';
import { startApi, type TestApi } from '../testing/start-api.js';

let api: TestApi;
let learner: string;
let teacher: string;
let admin: string;

beforeAll(async () => {
  api = await startApi();
  const college = await makeCollege(api);
  teacher = await signInInstructor(api, college);
  admin = await signInInstructor(api, await addColleague(api, college, 'admin'));
  learner = await signInLearner(api, 'zhang-san');
});

afterAll(() => api.stop());

const filled = (path: string) => path.replace('{slot}', '1').replaceAll(/\{\w+\}/g, () => randomUUID());

const learnerRoutes = ROUTES.filter(({ audience }) => audience === 'learner');
const adminRoutes = ROUTES.filter(({ audience }) => audience === 'admin');
const staffRoutes = ROUTES.filter(({ audience }) => audience === 'instructor' || audience === 'admin');

describe('every route', () => {
  it('is known: four audiences, and staff routes are the instructors’ and the admins’', () => {
    expect(ROUTES.length).toBeGreaterThan(25);
    for (const { path, audience } of ROUTES) {
      const isForStaff = audience === 'instructor' || audience === 'admin';
      expect([path, isForStaff]).toEqual([path, path.startsWith('/v1/staff/')]);
    }
  });

  it.each([...learnerRoutes, ...staffRoutes])(
    '$method $path is closed to strangers',
    async ({ method, path }) => {
      for (const token of [null, 'made-up', 'Basic']) {
        const { body } = await api.call(method, filled(path), token).expect(401);
        expect(body.code).toBe('unauthenticated');
      }
    },
  );

  it.each(staffRoutes)('$method $path is closed to learners', async ({ method, path, audience }) => {
    const { body } = await api.call(method, filled(path), learner).expect(403);
    const role = audience === 'admin' ? '管理员（admin）' : '教师（instructor）';
    expect(body).toMatchObject({ code: 'forbidden', detail: `这个操作需要${role}身份。` });
  });

  it.each(learnerRoutes)('$method $path is closed to instructors', async ({ method, path }) => {
    const { body } = await api.call(method, filled(path), teacher).expect(403);
    expect(body).toMatchObject({ code: 'forbidden', detail: '这个操作需要学员（learner）身份。' });
  });

  it.each(adminRoutes)('$method $path is closed to instructors', async ({ method, path }) => {
    const { body } = await api.call(method, filled(path), teacher).expect(403);
    expect(body).toMatchObject({ code: 'forbidden', detail: '这个操作需要管理员（admin）身份。' });
  });

  it.each(ROUTES)('$method $path opens to whom it is for', async ({ method, path, audience }) => {
    const token = { learner, instructor: teacher, admin, public: null }[audience];
    const { status } = await api.call(method, filled(path), token, method === 'get' ? undefined : {});
    // 415: JSON where a file is taken.
    expect([200, 201, 400, 404, 415]).toContain(status);
  });
});

describe('a route that forgot its audience', () => {
  it('keeps the api from starting', async () => {
    @Controller('forgotten')
    class ForgottenController {
      @Get()
      read(): string {
        return 'open to everybody';
      }
    }

    @Module({
      imports: [DiscoveryModule, JwtModule.register({ secret: 'x' })],
      controllers: [ForgottenController],
      providers: [AccessTokens, { provide: APP_GUARD, useClass: AudienceGuard }],
    })
    class ForgottenModule {}

    const app = await NestFactory.create(ForgottenModule, new FastifyAdapter(), { logger: false });
    await expect(app.init()).rejects.toThrow('ForgottenController.read does not declare its audience');
    await app.close();
  });
});

describe('the paths without a route', () => {
  it('give the documentation to everybody and nothing else', async () => {
    const served = await api.call('get', '/openapi.json').expect(200);
    expect(Object.keys(served.body.paths)).toEqual([...new Set(ROUTES.map(({ path }) => path))]);
    const docs = await api.call('get', '/docs').expect(200);
    expect(docs.headers['content-type']).toContain('text/html');
    const paths = [
      '/',
      '/v1',
      '/v1/staff',
      '/metrics',
      '/.env',
      '/docs/%2e%2e/package.json',
      '/docs/%2e%2e%2f.env',
    ];
    const replies = await Promise.all(paths.map((path) => api.call('get', path)));
    expect(replies.map(({ status }) => status)).toEqual(paths.map(() => 404));
  });
});
