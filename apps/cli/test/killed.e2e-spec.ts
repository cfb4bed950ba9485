import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Installation, isAlive, listTree } from '../testing/quiz-process.js';

let installation: Installation;

beforeAll(async () => {
  installation = await Installation.create();
});

afterAll(() => installation.remove());

async function signIn(): Promise<string> {
  const reply = await fetch(`${installation.url}/v1/auth/password`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(installation.account('instructor')),
  });
  const { accessToken } = (await reply.json()) as { accessToken: string };
  return `Bearer ${accessToken}`;
}

let writers = 0;

/** Writes courses one after another until the service is gone. Returns the titles it was told are stored. */
async function writeUntilGone(authorization: string, onWritten: (count: number) => void): Promise<string[]> {
  const stored: string[] = [];
  writers += 1;
  for (;;) {
    const title = `第 ${writers} 次写入的课程 ${stored.length + 1}`;
    try {
      const reply = await fetch(`${installation.url}/v1/staff/courses`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization },
        body: JSON.stringify({ title, description: '' }),
      });
      if (!reply.ok) return stored;
    } catch {
      return stored;
    }
    stored.push(title);
    onWritten(stored.length);
  }
}

async function readTitles(authorization: string): Promise<string[]> {
  const reply = await fetch(`${installation.url}/v1/staff/courses`, { headers: { authorization } });
  const { items } = (await reply.json()) as { items: { title: string }[] };
  return items.map(({ title }) => title);
}

describe('quiz start after a kill -9', () => {
  it.each([
    ['of everything but the database', () => []],
    ['of everything, the database included', () => [installation.postmasterPid()]],
  ])('%s in the middle of writing, has every acknowledged write', async (_, others) => {
    const first = await installation.start();
    const token = await signIn();
    const postmaster = installation.postmasterPid();
    const stored = await writeUntilGone(token, (count) => {
      if (count !== 20) return;
      for (const pid of [...others(), ...listTree(first.quiz.pid)]) process.kill(pid, 'SIGKILL');
    });
    expect(stored.length).toBeGreaterThanOrEqual(20);

    const second = await installation.start();
    expect(await readTitles(await signIn())).toEqual(expect.arrayContaining(stored));

    const successor = installation.postmasterPid();
    second.quiz.child.kill('SIGTERM');
    expect((await second.quiz.ended).code).toBe(0);
    expect([postmaster, successor].filter(isAlive)).toEqual([]);
  });

  it('leaves no process when only the supervisor is killed and nobody starts again', async () => {
    const { quiz } = await installation.start();
    const postmaster = installation.postmasterPid();
    const tree = listTree(quiz.pid);
    process.kill(quiz.pid, 'SIGKILL');
    await expect.poll(() => [postmaster, ...tree].filter(isAlive), { timeout: 30_000 }).toEqual([]);
  });
});
