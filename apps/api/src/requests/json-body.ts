import type { FastifyInstance } from 'fastify';

/** Reads JSON bodies only. An empty one is no body: a phone's `wx.request` always says it sends JSON. */
export function parseJsonOrNothing(fastify: FastifyInstance): void {
  const parseJson = fastify.getDefaultJsonParser('error', 'error');
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body.length === 0) done(null, undefined);
    else void parseJson(request, String(body), done);
  });
}
