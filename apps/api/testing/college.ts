import { CourseRow, InstructorRow, PartnerRow, type StaffRole } from '#database';
import { hash } from '@node-rs/argon2';
import { uuidv7 } from 'uuidv7';
import { APP, type TestApi } from './start-api.js';

export interface College {
  readonly partnerId: string;
  readonly instructorId: string;
  readonly courseId: string;
  readonly account: string;
}

export const PASSWORD = 'correct horse battery staple';

/** A partner with one instructor and one course; the first one owns the mini-program of the fake. */
export async function makeCollege(
  { dataSource }: Pick<TestApi, 'dataSource'>,
  name = '青岛工业互联网学院',
): Promise<College> {
  const { manager } = dataSource;
  const [partnerId, instructorId, courseId] = [uuidv7(), uuidv7(), uuidv7()];
  const now = new Date();
  const wechatAppId = (await manager.count(PartnerRow)) === 0 ? APP.appId : null;
  const account = `teacher-${instructorId}`;
  await manager.insert(PartnerRow, { id: partnerId, name, wechatAppId, createdAt: now });
  await manager.insert(InstructorRow, {
    id: instructorId,
    partnerId,
    account,
    passwordHash: await hash(PASSWORD),
    name: '王老师',
    role: 'instructor',
    createdAt: now,
  });
  const course = {
    id: courseId,
    partnerId,
    title: '工业互联网概论',
    createdBy: instructorId,
    createdAt: now,
  };
  await manager.insert(CourseRow, course);
  return { partnerId, instructorId, courseId, account };
}

/** Another person on the college's staff, ready to sign in. */
export async function addColleague(
  { dataSource }: TestApi,
  { partnerId, ...college }: College,
  role: StaffRole = 'instructor',
): Promise<College> {
  const instructorId = uuidv7();
  const account = `${role}-${instructorId}`;
  const passwordHash = await hash(PASSWORD);
  const person = { id: instructorId, partnerId, account, passwordHash, name: '李老师', role };
  await dataSource.manager.insert(InstructorRow, { ...person, createdAt: new Date() });
  return { ...college, partnerId, instructorId, account };
}

export async function signInInstructor(api: TestApi, { account }: College): Promise<string> {
  const reply = await api.call('post', '/v1/auth/password', null, { account, password: PASSWORD });
  return textOf(reply.body, 'accessToken');
}

/** A fresh code for a WeChat user of the fake. */
export async function loginCode(api: TestApi, user: string): Promise<string> {
  const reply = await fetch(`${api.wechatUrl}/__fake/login`, {
    method: 'POST',
    body: JSON.stringify({ user }),
  });
  return textOf(await reply.json(), 'code');
}

export async function signInLearner(api: TestApi, user: string): Promise<string> {
  const code = await loginCode(api, user);
  const reply = await api.call('post', '/v1/auth/wechat', null, { appId: APP.appId, code });
  return textOf(reply.body, 'accessToken');
}

export function textOf(body: unknown, field: string): string {
  const value = typeof body === 'object' && body !== null ? Reflect.get(body, field) : undefined;
  if (typeof value !== 'string') throw new Error(`no text in ${field} of ${JSON.stringify(body)}`);
  return value;
}
