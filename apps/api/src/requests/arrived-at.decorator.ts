import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

/** When the request came in, by the server's clock. */
export const ArrivedAt = createParamDecorator((_data: unknown, context: ExecutionContext): Date => {
  return context.switchToHttp().getRequest<FastifyRequest>().arrivedAt;
});
