import { applyDecorators, createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { IncomingMessage } from 'node:http';
import { Problem } from '../problems/problem.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The body of this route is a file, byte by byte. */
    takesFile?: boolean;
  }
  interface FastifyRequest {
    fileBytes: Buffer | null;
  }
}

export interface SentFile {
  readonly bytes: Buffer;
  /** Lower case, without parameters; empty when none was said. */
  readonly contentType: string;
}

/** As much as any reader of files takes. */
const MOST_BYTES = 5 * 2 ** 20;
/** Forms and JSON would be read as the file itself. */
const WRAPPED = /^(?:multipart\/|application\/(?:x-www-form-urlencoded|json)\b)/;

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const ARTICLE_TYPES = ['text/markdown', 'text/html', 'text/plain', WORD];

/** A route whose body is a file; any type is taken, `types` are those worth telling. */
export function TakesFile(types: readonly string[] = ARTICLE_TYPES): MethodDecorator {
  return applyDecorators(
    RouteConfig({ takesFile: true }),
    ApiConsumes('application/octet-stream', ...types),
    ApiBody({
      description:
        '文件本身，不加任何包装，最多 5 MB；格式由 Content-Type、文件名和内容判断。The file itself, at most 5 MB.',
      schema: { type: 'string', format: 'binary' },
    }),
  );
}

/** The file in the body of a route that takes one. */
export const FileBody = createParamDecorator((_data: unknown, context: ExecutionContext): SentFile => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  return { bytes: request.fileBytes ?? Buffer.alloc(0), contentType: contentTypeOf(request) };
});

/** Reads any body on the routes that take a file; everywhere else it stays refused. */
export function readFileBodies(fastify: FastifyInstance): void {
  fastify.decorateRequest('fileBytes', null);
  fastify.addHook('preParsing', async (request) => {
    if (!takesFile(request) || !WRAPPED.test(contentTypeOf(request))) return;
    const detail = '请把文件本身直接作为请求体发送，不要用表单或 JSON 包装。';
    throw new Problem('unsupported-media-type', { detail });
  });
  fastify.addContentTypeParser('*', (request, payload, done) => {
    if (!takesFile(request)) {
      done(new Problem('unsupported-media-type'), undefined);
      return;
    }
    collect(payload, Number(request.headers['content-length'] ?? 0), (error, bytes) => {
      request.fileBytes = bytes;
      done(error, undefined);
    });
  });
}

function collect(
  payload: IncomingMessage,
  announced: number,
  done: (error: Error | null, bytes: Buffer | null) => void,
): void {
  const tooLarge = new Problem('file-too-large', {
    detail: '文件超过上限 5 MB，请去掉图片或分成几份再上传。',
  });
  if (announced > MOST_BYTES) {
    done(tooLarge, null);
    return;
  }
  const parts: Buffer[] = [];
  let length = 0;
  const take = (part: Buffer) => {
    length += part.length;
    if (length <= MOST_BYTES) {
      parts.push(part);
      return;
    }
    payload.off('data', take).off('end', end).resume();
    done(tooLarge, null);
  };
  const end = () => done(null, Buffer.concat(parts));
  payload
    .on('data', take)
    .once('end', end)
    .once('error', (error) => done(error, null));
}

function takesFile(request: FastifyRequest): boolean {
  return request.routeOptions.config.takesFile === true;
}

function contentTypeOf(request: FastifyRequest): string {
  return (request.headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
}
