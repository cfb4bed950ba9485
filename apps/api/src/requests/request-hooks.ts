import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { IncomingMessage } from 'node:http';
import { uuidv7 } from 'uuidv7';
import type { Clock } from './clock.js';

declare module 'fastify' {
  interface FastifyRequest {
    /**
     * When the request had come in, body and all, by the server's clock: what deadlines are judged by, however long the
     * work takes. Headers sent in time do not reserve a place for a body sent late.
     */
    arrivedAt: Date;
  }
}

/** A caller's own request id is kept when it is short and plain, so that it can stand in a log line. */
export function requestIdOf(request: IncomingMessage): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && /^[\w.-]{1,64}$/.test(given) ? given : uuidv7();
}

/** Stamps every request and reply, and writes one log line for each. `isDraining` asks clients to reconnect elsewhere. */
export function addRequestHooks(fastify: FastifyInstance, clock: Clock, isDraining: () => boolean): void {
  fastify.decorateRequest('arrivedAt');
  fastify.addHook('preValidation', async (request) => {
    request.arrivedAt = clock.now();
  });
  fastify.addHook('onSend', async (request, reply, payload) => {
    stamp(request, reply, clock);
    if (isDraining()) reply.header('connection', 'close');
    return payload;
  });
  fastify.addHook('onResponse', async (request, reply) => {
    const line = {
      method: request.method,
      route: routeOf(request),
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    };
    request.log.info(line, 'request');
  });
}

/** What every reply carries. Requests that Fastify refuses before any hook runs need it by hand. */
export function stamp(request: FastifyRequest, reply: FastifyReply, clock: Clock): void {
  reply.header('x-request-id', request.id);
  reply.header('x-server-time', clock.now().getTime());
  reply.header('cache-control', reply.getHeader('cache-control') ?? 'no-store');
  reply.header('x-content-type-options', 'nosniff');
}

/** The template (/v1/attempts/:attemptId), never the address itself: an id is nobody's business in a log. */
function routeOf(request: FastifyRequest): string {
  return request.routeOptions.url ?? 'unknown';
}
