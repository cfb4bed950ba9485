import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type FastifyInstance, type FastifyReply, type FastifyRequest, LogController } from 'fastify';
import type { ApiConfig } from './api-config.js';
import { AppModule } from './app.module.js';
import { serveDocs } from './docs/serve-docs.js';
import { Drain } from './health/drain.js';
import { sendProblem } from './problems/problem.filter.js';
import { type Clock, SystemClock } from './requests/clock.js';
import { FastifyLogger, logSettings } from './requests/fastify-logger.js';
import { readFileBodies } from './requests/file-body.js';
import { parseJsonOrNothing } from './requests/json-body.js';
import { addRequestHooks, requestIdOf, stamp } from './requests/request-hooks.js';

const MAX_BODY = 2 * 1024 * 1024;
/** Time for a request to arrive, body and all: slow senders must not hold sockets for ever. */
const LONGEST_ARRIVAL_MS = 60_000;

/** The api, connected to its database and ready to listen or to be tested. */
export async function createApi(
  config: ApiConfig,
  clock: Clock = new SystemClock(),
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    logger: logSettings(config.logLevel),
    // One line for each request, written by addRequestHooks.
    logController: new LogController({ disableRequestLogging: true }),
    requestIdHeader: false,
    genReqId: requestIdOf,
    bodyLimit: MAX_BODY,
    requestTimeout: LONGEST_ARRIVAL_MS,
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => {
      stamp(request, reply, clock);
      sendProblem(error, request, reply);
    },
  });
  const fastify: FastifyInstance = adapter.getInstance();
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(config, clock), adapter, {
    abortOnError: false,
    bodyParser: false,
    logger: new FastifyLogger(fastify.log),
  });
  const drain = app.get(Drain);
  addRequestHooks(fastify, clock, () => drain.started);
  parseJsonOrNothing(fastify);
  readFileBodies(fastify);
  await serveDocs(app);
  await app.init();
  return app;
}
