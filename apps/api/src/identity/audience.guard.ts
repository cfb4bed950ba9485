import { type CanActivate, type ExecutionContext, Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { PATH_METADATA } from '@nestjs/common/constants.js';
import type { FastifyRequest } from 'fastify';
import { Problem } from '../problems/problem.js';
import { AccessTokens } from './access-tokens.js';
import { AUDIENCE, type Audience } from './audience.decorator.js';
import type { Identity } from './identity.js';

/** Lets a request through when its token belongs to the audience the route declares; refuses everything else. */
@Injectable()
export class AudienceGuard implements CanActivate, OnModuleInit {
  constructor(
    private readonly reflector: Reflector,
    private readonly tokens: AccessTokens,
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  /** Stops the start when a route forgot to say whom it is for. */
  onModuleInit(): void {
    for (const { instance } of this.discovery.getControllers()) {
      const prototype: Record<string, () => unknown> = Object.getPrototypeOf(instance);
      for (const name of this.scanner.getAllMethodNames(prototype)) {
        const handler = prototype[name];
        if (!handler || !Reflect.hasMetadata(PATH_METADATA, handler)) continue;
        if (!this.reflector.getAllAndOverride<Audience>(AUDIENCE, [handler, instance.constructor])) {
          throw new Error(`${instance.constructor.name}.${name} does not declare its audience`);
        }
      }
    }
  }

  canActivate(context: ExecutionContext): boolean {
    const audience = this.reflector.getAllAndOverride<Audience | undefined>(AUDIENCE, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (audience === 'public') return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const token = /^Bearer ([\w.-]+)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (!token) throw new Problem('unauthenticated');
    const identity = this.tokens.read(token, request.arrivedAt);
    const missing = missingRole(audience, identity);
    if (missing) throw new Problem('forbidden', { detail: `这个操作需要${missing}身份。` });
    request.identity = identity;
    return true;
  }
}

function missingRole(audience: Audience | undefined, identity: Identity): string | null {
  const role = identity.kind === 'learner' ? 'learner' : identity.role;
  switch (audience) {
    case 'learner':
      return role === 'learner' ? null : '学员（learner）';
    case 'instructor':
      return role === 'instructor' || role === 'admin' ? null : '教师（instructor）';
    case 'admin':
      return role === 'admin' ? null : '管理员（admin）';
    default:
      return '未声明的';
  }
}
