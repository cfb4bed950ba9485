import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { CommandFailure } from '../failure.js';

export interface ListeningAddress {
  readonly host: string;
  readonly port: number;
}

/** Where the api shall listen. A service that died a moment ago may hold the port for `patienceMs` more. */
export async function claimAddress(env: NodeJS.ProcessEnv, patienceMs: number): Promise<ListeningAddress> {
  const address = readAddress(env);
  for (const end = Date.now() + patienceMs; ; await sleep(100)) {
    const obstacle = await tryAddress(address);
    if (obstacle === null) return address;
    if (obstacle !== 'EADDRINUSE' || Date.now() >= end) throw new CommandFailure(explain(obstacle, address));
  }
}

function readAddress(env: NodeJS.ProcessEnv): ListeningAddress {
  const port = Number(env.PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new CommandFailure(`PORT=${env.PORT} 不是端口号：请给出 1 到 65535 之间的整数。`);
  }
  return { host: env.HOST || '127.0.0.1', port };
}

function tryAddress({ host, port }: ListeningAddress): Promise<string | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error) => resolve('code' in error ? String(error.code) : error.message));
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve(null)));
  });
}

function explain(obstacle: string, { host, port }: ListeningAddress): string {
  switch (obstacle) {
    case 'EADDRINUSE':
      return `端口 ${port} 已被占用：请停止占用它的程序，或换一个端口，例如 PORT=${port === 65_535 ? 3001 : port + 1} npm start。`;
    case 'EACCES':
      return `没有权限监听端口 ${port}：请换一个 1024 以上的端口，例如 PORT=3000 npm start。`;
    default:
      return `不能在 ${host}:${port} 上监听（${obstacle}）：请检查 HOST 和 PORT。`;
  }
}
