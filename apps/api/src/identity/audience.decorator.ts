import { applyDecorators, createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth, ApiExtension } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Problem } from '../problems/problem.js';
import type { LearnerIdentity, StaffIdentity } from './identity.js';

/** Whom a route or a whole controller is for. A route that does not say so is refused, and the api does not start. */
export type Audience = 'public' | 'learner' | 'instructor' | 'admin';

export const AUDIENCE = Symbol('audience');

export const ForEverybody = () => SetMetadata(AUDIENCE, 'public' satisfies Audience);

export const ForLearners = () => audience('learner', 'learner');

/** Where openapi.json says that a route is for admins only. */
export const AUDIENCE_NOTE = 'x-audience';

/** Admins are instructors too. */
export const ForInstructors = () => audience('instructor', 'instructor');

export const ForAdmins = () =>
  applyDecorators(audience('admin', 'instructor'), ApiExtension(AUDIENCE_NOTE, 'admin'));

export const SignedInLearner = createParamDecorator((_data: unknown, context: ExecutionContext) => {
  const { identity } = context.switchToHttp().getRequest<FastifyRequest>();
  if (identity?.kind === 'learner') return identity satisfies LearnerIdentity;
  throw new Problem('unauthenticated');
});

export const SignedInStaff = createParamDecorator((_data: unknown, context: ExecutionContext) => {
  const { identity } = context.switchToHttp().getRequest<FastifyRequest>();
  if (identity?.kind === 'staff') return identity satisfies StaffIdentity;
  throw new Problem('unauthenticated');
});

function audience(audience: Audience, scheme: 'learner' | 'instructor') {
  return applyDecorators(SetMetadata(AUDIENCE, audience), ApiBearerAuth(scheme));
}
