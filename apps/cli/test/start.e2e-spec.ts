import { statSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Installation, isAlive, type QuizProcess, runQuiz } from '../testing/quiz-process.js';

async function post(url: string, body: unknown) {
  const reply = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: reply.status, body: (await reply.json()) as Record<string, unknown> };
}

/** What the printed curl would send. */
function readCurl(block: string, part: string): { url: string; body: Record<string, unknown> } {
  const found = new RegExp(`curl -s (http://\\S*${part}) .*-d '(.*)'`).exec(block);
  return { url: found?.[1] ?? '', body: JSON.parse(found?.[2] ?? '{}') as Record<string, unknown> };
}

describe('quiz start', () => {
  let installation: Installation;
  let quiz: QuizProcess;
  let block: string;

  beforeAll(async () => {
    installation = await Installation.create();
    ({ quiz, block } = await installation.start());
  });

  afterAll(() => installation.remove());

  it('prints addresses that answer', async () => {
    const pages = [...block.matchAll(/http:\S+\/(?:docs|openapi\.json)/g)].map(([url]) => url);
    expect(pages).toEqual([`${installation.url}/docs`, `${installation.url}/openapi.json`]);
    for (const page of pages) expect((await fetch(page)).status).toBe(200);
  });

  it('prints an instructor sign-in that works when pasted', async () => {
    const { url, body } = readCurl(block, '/v1/auth/password');
    const reply = await post(url, body);
    expect(reply).toMatchObject({ status: 200, body: { instructor: { role: 'instructor' } } });
  });

  it('prints how a trainee gets a code from the WeChat stand-in and signs in with it', async () => {
    const login = readCurl(block, '/__fake/login');
    const { code } = (await post(login.url, login.body)).body;
    const signIn = readCurl(block, '/v1/auth/wechat');
    expect((await post(signIn.url, { ...signIn.body, code })).status).toBe(200);
  });

  it('shows the trainee the demo quiz', async () => {
    const login = readCurl(block, '/__fake/login');
    const { code } = (await post(login.url, login.body)).body;
    const signIn = readCurl(block, '/v1/auth/wechat');
    const { accessToken } = (await post(signIn.url, { ...signIn.body, code })).body;
    const get = async (route: string) => {
      const reply = await fetch(installation.url + route, {
        headers: { authorization: `Bearer ${String(accessToken)}` },
      });
      return (await reply.json()) as { items: { id: string; questionCount: number; totalPoints: number }[] };
    };
    const { items: courses } = await get('/v1/courses');
    const { items: quizzes } = await get(`/v1/courses/${courses[0]?.id}/quizzes`);
    expect(quizzes).toMatchObject([{ questionCount: 10, totalPoints: 100 }]);
  });

  it('keeps passwords and the token secret to the owner of the folder', () => {
    for (const name of ['demo-accounts.json', 'token-secret']) {
      expect(statSync(path.join(installation.dataDir, name)).mode & 0o777).toBe(0o600);
    }
  });

  it('refuses a second start in the same folder and says which process runs there', async () => {
    const second = await runQuiz(['start'], { ...installation.env, PORT: '1' });
    expect(second).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringContaining(`进程 ${quiz.pid}`),
    });
  });

  it('refuses a busy port before it starts anything, and names the port', async () => {
    const other = await Installation.create();
    const refused = await runQuiz(['start'], { ...other.env, PORT: String(installation.port) });
    expect(refused.code).toBe(1);
    expect(refused.stderr).toMatch(new RegExp(`^端口 ${installation.port} 已被占用：.*\n$`));
    await other.remove();
  });

  it('lets the other commands use its database, and doctor find nothing wrong', async () => {
    expect(await runQuiz(['migrate'], installation.env)).toMatchObject({
      code: 0,
      stderr: '数据库已是最新。\n',
    });
    const doctor = await runQuiz(['doctor', '--json'], installation.env);
    expect(doctor.code).toBe(0);
    expect(JSON.parse(doctor.stdout)).toMatchObject({ ok: true });
  });

  it('changes the demo passwords when asked to, and the old ones end', async () => {
    const before = installation.account('admin');
    expect((await runQuiz(['seed', '--new-passwords'], installation.env)).code).toBe(0);
    const after = installation.account('admin');
    const signIn = (body: unknown) => post(`${installation.url}/v1/auth/password`, body);
    expect((await signIn(before)).status).toBe(401);
    expect((await signIn(after)).status).toBe(200);
  });

  it('starts the database again when it is killed, and goes on', async () => {
    const killed = installation.postmasterPid();
    process.kill(killed, 'SIGKILL');
    await expect.poll(() => installation.postmasterPid(), { timeout: 20_000 }).not.toBe(killed);
    const ready = async () => (await fetch(`${installation.url}/readyz`)).status;
    await expect.poll(ready, { timeout: 20_000, interval: 200 }).toBe(200);
  });

  it('leaves nothing behind after Ctrl-C', async () => {
    const postmaster = installation.postmasterPid();
    quiz.child.kill('SIGINT');
    expect((await quiz.ended).code).toBe(0);
    expect(isAlive(postmaster)).toBe(false);
    await expect(fetch(installation.url)).rejects.toThrow('fetch failed');
    const login = readCurl(block, '/__fake/login');
    await expect(fetch(login.url)).rejects.toThrow('fetch failed');
  });
});
