import 'reflect-metadata';
import { ConsoleLogger, Logger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ConfigRefusal, readWorkerConfig } from './worker-config.js';
import { WorkerModule } from './worker.module.js';

/** Longest a stop may take before the process ends anyway. */
const HARD_LIMIT_MS = 15_000;

try {
  await start();
} catch (error) {
  process.stderr.write(`${sentenceFor(error)}\n`);
  process.exit(1);
}

async function start(): Promise<void> {
  const config = readWorkerConfig(process.env);
  const app = await NestFactory.createApplicationContext(WorkerModule.with(config), {
    abortOnError: false,
    logger: new ConsoleLogger({ json: true, logLevels: config.logLevels }),
  });
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), HARD_LIMIT_MS).unref();
    await app.close();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop());
  process.on('disconnect', () => void stop());
  // pg-boss reports the end of a job without waiting for the database; the job is done again if that was lost.
  process.on('unhandledRejection', (reason) => new Logger('Worker').error(String(reason)));
  process.send?.({ ready: true, url: null });
}

function sentenceFor(error: unknown): string {
  if (error instanceof ConfigRefusal) return error.message;
  const message = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND') return '数据库连接不上，请检查 DATABASE_URL。';
  if (/pg-boss (is not installed|database requires migrations)/.test(message)) {
    return '数据库还没有迁移到这个版本，请先运行 npm run -s quiz -- migrate。';
  }
  return `启动失败：${message}`;
}
