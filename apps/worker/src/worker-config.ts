import type { ModelSettings } from '#writing-model';
import type { LogLevel } from '@nestjs/common';
import { readModelConfig } from './model-config.js';

export interface WorkerConfig {
  readonly databaseUrl: string;
  readonly logLevels: LogLevel[];
  /** Null: quizzes are written by the rules alone. Holds the key, so it is never logged. */
  readonly model: ModelSettings | null;
}

export const WORKER_CONFIG = Symbol('worker config');

/** From the gravest on; a level includes all before it. Named as the api's, written as Nest's. */
const LEVELS: Readonly<Record<string, LogLevel[]>> = {
  silent: [],
  fatal: ['fatal'],
  error: ['fatal', 'error'],
  warn: ['fatal', 'error', 'warn'],
  info: ['fatal', 'error', 'warn', 'log'],
  debug: ['fatal', 'error', 'warn', 'log', 'debug'],
  trace: ['fatal', 'error', 'warn', 'log', 'debug', 'verbose'],
};

/** A setting that cannot be used; the message is one Chinese sentence for whoever starts the worker. */
export class ConfigRefusal extends Error {}

/** Reads the environment once. Throws ConfigRefusal. */
export function readWorkerConfig(env: NodeJS.ProcessEnv): WorkerConfig {
  const databaseUrl = env.DATABASE_URL ?? '';
  if (!/^postgres(ql)?:\/\//.test(databaseUrl)) {
    throw new ConfigRefusal('请设置 DATABASE_URL，形如 postgres://用户:密码@主机:5432/库名。');
  }
  const level = env.LOG_LEVEL ?? 'info';
  const logLevels = LEVELS[level];
  if (!logLevels) {
    throw new ConfigRefusal(`LOG_LEVEL 应是 ${Object.keys(LEVELS).join('、')} 之一，现在是“${level}”。`);
  }
  const model = readModelConfig(env);
  if (typeof model === 'string') throw new ConfigRefusal(model);
  return { databaseUrl, logLevels, model };
}
