import openapi from '../../../openapi.json' with { type: 'json' };
import type { Method } from './start-api.js';

export interface Route {
  readonly method: Method;
  readonly path: string;
  /** As openapi.json says; the stories prove that the api keeps to it. */
  readonly audience: 'public' | 'learner' | 'instructor' | 'admin';
}

/** Every route of openapi.json. */
export const ROUTES: readonly Route[] = Object.entries(openapi.paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, operation]) => ({
    method: readMethod(method),
    path,
    audience: audienceOf(operation),
  })),
);

function readMethod(method: string): Method {
  if (method === 'get' || method === 'post' || method === 'put' || method === 'delete') return method;
  throw new Error(`the house has no ${method}`);
}

function audienceOf(operation: { security?: object[]; 'x-audience'?: string }): Route['audience'] {
  if (operation['x-audience'] === 'admin') return 'admin';
  const [scheme] = operation.security ?? [];
  if (!scheme) return 'public';
  return 'learner' in scheme ? 'learner' : 'instructor';
}
