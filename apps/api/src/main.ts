import 'reflect-metadata';
import { ConfigRefusal, readApiConfig } from './api-config.js';
import { createApi } from './create-api.js';
import { Drain } from './health/drain.js';

/** Longest a stop may take before the process ends anyway. */
const HARD_LIMIT_MS = 25_000;

try {
  await start();
} catch (error) {
  process.stderr.write(`${sentenceFor(error)}\n`);
  process.exit(1);
}

async function start(): Promise<void> {
  const config = readApiConfig(process.env);
  const app = await createApi(config);
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), HARD_LIMIT_MS).unref();
    // First the balancer hears it, then keep-alive clients, then the server closes, and the pool last.
    app.get(Drain).start();
    await new Promise((resolve) => setTimeout(resolve, config.drainMs));
    setTimeout(() => app.getHttpServer().closeAllConnections(), config.patienceMs).unref();
    await app.close();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop());
  process.on('disconnect', () => void stop());

  await app.listen({ port: config.port, host: config.host });
  process.send?.({ ready: true, url: await app.getUrl() });
}

function sentenceFor(error: unknown): string {
  if (error instanceof ConfigRefusal) return error.message;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const port = process.env.PORT ?? 3000;
  if (code === 'EADDRINUSE') return `端口 ${port} 已被占用。请设置 PORT 换一个端口，例如 PORT=3100。`;
  if (code === 'EACCES') return `没有权限使用端口 ${port}。请设置 PORT 换一个 1024 以上的端口。`;
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND') return '数据库连接不上，请检查 DATABASE_URL。';
  return `启动失败：${error instanceof Error ? error.message : String(error)}`;
}
