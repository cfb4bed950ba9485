import type { LoggerService } from '@nestjs/common';
import type { FastifyBaseLogger } from 'fastify';

/** Lets Nest write into Fastify's pino, so that there is one stream of JSON lines. */
export class FastifyLogger implements LoggerService {
  constructor(private readonly pino: FastifyBaseLogger) {}

  log(message: unknown, context?: string): void {
    this.pino.debug({ context }, String(message));
  }

  warn(message: unknown, context?: string): void {
    this.pino.warn({ context }, String(message));
  }

  error(message: unknown, stack?: string, context?: string): void {
    this.pino.error({ context, stack }, String(message));
  }
}

const SECRETS = [
  'authorization',
  'password',
  'passwordHash',
  'token',
  'accessToken',
  'secret',
  'code',
  'openid',
];

/** Pino's settings: no bodies, no headers, no parameters of failed queries, and the known secrets blotted out anyway. */
export function logSettings(level: string) {
  return {
    level,
    redact: {
      paths: [...SECRETS, ...SECRETS.map((name) => `*.${name}`), ...SECRETS.map((name) => `*.*.${name}`)],
      censor: '[redacted]',
    },
    serializers: {
      req: ({ method, id }: { method?: string; id?: string }) => ({ method, id }),
      err: (error: Error) => ({ type: error.name, message: error.message, stack: error.stack ?? '' }),
    },
  };
}
