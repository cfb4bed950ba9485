import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PROBLEMS, type ProblemCode } from './problem-codes.js';
import { Problem } from './problem.js';

/** Turns whatever was thrown into application/problem+json. What nobody foresaw is logged and answered as a bare 500. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    sendProblem(thrown, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }
}

export function sendProblem(thrown: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const problem = problemOf(thrown);
  if (problem.status >= 500) request.log.error({ err: problem.cause ?? problem }, problem.message);
  if (reply.sent) return;
  if (problem.retryAfterSeconds !== undefined) reply.header('retry-after', problem.retryAfterSeconds);
  if (problem.status === 401) reply.header('www-authenticate', 'Bearer');
  const english = /^\s*en\b/i.test(request.headers['accept-language'] ?? '');
  const kind = PROBLEMS[problem.code];
  const body = {
    type: `urn:qiic-quiz:problem:${problem.code}`,
    title: english ? kind.en : kind.zh,
    status: problem.status,
    detail: problem.detail,
    instance: request.url.split('?', 1)[0]?.slice(0, 200),
    code: problem.code,
    requestId: request.id,
    errors: problem.errors,
  };
  void reply
    .code(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .send(JSON.stringify(body));
}

function problemOf(thrown: unknown): Problem {
  if (thrown instanceof Problem) return thrown;
  if (isOverload(thrown)) return new Problem('unavailable', { retryAfterSeconds: 1, cause: thrown });
  return new Problem(codeOf(thrown), { cause: thrown });
}

/** Statuses that Fastify and Nest give by themselves, before any code of ours runs. */
const CODE_OF_STATUS: Readonly<Record<number, ProblemCode>> = {
  400: 'malformed-json',
  403: 'not-found',
  404: 'not-found',
  413: 'payload-too-large',
  414: 'not-found',
  415: 'unsupported-media-type',
};

function codeOf(thrown: unknown): ProblemCode {
  const { statusCode, code } = Object(thrown) as { statusCode?: unknown; code?: unknown };
  if (code === 'FST_ERR_BAD_URL') return 'not-found';
  const status = thrown instanceof HttpException ? thrown.getStatus() : Number(statusCode ?? 500);
  return CODE_OF_STATUS[status] ?? (status >= 400 && status < 500 ? 'validation-failed' : 'internal');
}

/** The database is restarting, unreachable or out of connections: worth asking again. */
function isOverload(thrown: unknown): boolean {
  const { code, message } = Object(thrown) as { code?: unknown; message?: unknown };
  return (
    /^(57P0[123]|53300|08\w{3}|ECONNREFUSED|ECONNRESET|EPIPE)$/.test(String(code)) ||
    /^(Connection terminated|timeout exceeded when trying to connect)/.test(String(message))
  );
}
