import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/internal';
import type { FastifyRequest } from 'fastify';
import { Problem } from '../problems/problem.js';

/** Refuses by name what a route without a body or without query parameters would otherwise silently ignore. */
@Injectable()
export class ExtraInputGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const { body, query } = context.switchToHttp().getRequest<FastifyRequest>();
    if (!takes(context, RouteParamtypes.BODY)) refuseAny(body, '/');
    if (!takes(context, RouteParamtypes.QUERY)) refuseAny(query, '?');
    return true;
  }
}

function takes(context: ExecutionContext, kind: RouteParamtypes): boolean {
  const parameters: object =
    Reflect.getMetadata(ROUTE_ARGS_METADATA, context.getClass(), context.getHandler().name) ?? {};
  return Object.keys(parameters).some((key) => key.startsWith(`${kind}:`));
}

function refuseAny(input: unknown, separator: string): void {
  if (input === undefined || input === null) return;
  const names = typeof input === 'object' ? Object.keys(input) : [''];
  if (names.length === 0) return;
  const errors = names.map((name) => ({
    pointer: `${separator}${name}`,
    code: 'unknown-field',
    detail: `不认识的字段 ${name}。`,
  }));
  throw new Problem('validation-failed', { detail: errors[0]?.detail, errors });
}
