import { createServer } from 'node:net';
import { inject, it, expect, describe } from 'vitest';
import { createTestDatabase } from '../testing/test-database.js';
import { inspectServer } from './inspect-server.js';

const { url } = inject('testServer');

function changed(change: (url: URL) => void): string {
  const other = new URL(url);
  change(other);
  return other.href;
}

describe('inspectServer', () => {
  it('says what a usable server is', async () => {
    const database = await createTestDatabase();
    expect(await inspectServer(database.url)).toEqual({
      ok: true,
      version: expect.stringMatching(/^\d+/),
      encoding: 'UTF8',
    });
    await database.drop();
  });

  it.each([
    ['url-invalid', 'not a url at all'],
    ['url-invalid', 'mysql://root@127.0.0.1/quiz'],
    ['unreachable', changed((other) => (other.port = '1'))],
    ['unreachable', changed((other) => (other.hostname = 'no-such-host.invalid'))],
    ['wrong-password', changed((other) => (other.password = 'guessed'))],
    ['wrong-password', changed((other) => (other.username = 'nobody-here'))],
    ['no-such-database', changed((other) => (other.pathname = '/missing'))],
  ])('refuses with %s: %s', async (code, wrong) => {
    const inspection = await inspectServer(wrong);
    expect(inspection).toMatchObject({ ok: false, code });
  });

  it('never repeats the password', async () => {
    const inspection = await inspectServer(changed((other) => (other.password = 'hush-hush')));
    expect(JSON.stringify(inspection)).not.toContain('hush-hush');
  });

  it('gives up on a port where something else listens', async () => {
    const server = createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    const port = await new Promise<number>((resolve) => {
      server.listen(0, '127.0.0.1', () => resolve(Number(Object(server.address()).port)));
    });
    const inspection = await inspectServer(`postgres://quiz@127.0.0.1:${port}/quiz`);
    server.close();
    expect(inspection.ok).toBe(false);
  });
});
