import type { FastifyInstance } from 'fastify';
import { Problem } from '../problems/problem.js';
import { findOddShape } from './odd-shape.js';

/**
 * Reads JSON bodies only, of a shape that some route may mean. An empty one is no body: a phone's `wx.request` always says
 * it sends JSON.
 */
export function parseJsonOrNothing(fastify: FastifyInstance): void {
  const parseJson = fastify.getDefaultJsonParser('error', 'error');
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body.length === 0) {
      done(null, undefined);
      return;
    }
    void parseJson(request, String(body), (error, value: unknown) => {
      const flaw = error ? null : findOddShape(value);
      if (flaw) done(new Problem('validation-failed', { detail: flaw.detail, errors: [flaw] }), undefined);
      else done(error, value);
    });
  });
}
