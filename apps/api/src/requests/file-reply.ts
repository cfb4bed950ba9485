import { applyDecorators, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export interface ReplyFile {
  readonly bytes: Uint8Array;
  readonly type: string;
  /** Any text; what no file system takes is replaced. */
  readonly name: string;
}

/** A route that answers a file. */
export function ApiFile(...types: string[]): MethodDecorator {
  return applyDecorators(
    ApiProduces(...types),
    ApiOkResponse({
      description: '文件。The file.',
      content: Object.fromEntries(
        types.map((type) => [type, { schema: { type: 'string', format: 'binary' } }]),
      ),
    }),
  );
}

/** The bytes as a download. */
export function fileReply(reply: FastifyReply, { bytes, type, name }: ReplyFile): StreamableFile {
  void reply.header('content-disposition', dispositionOf(name)).header('content-length', bytes.length);
  return new StreamableFile(bytes, { type });
}

/** RFC 6266: the name in UTF-8 for everybody, and for those of old its extension with a plain name. */
export function dispositionOf(name: string): string {
  const safe =
    name.replace(/[\p{Cc}\p{Cf}\p{Surrogate}/\\:*?"<>|]+/gu, '-').replace(/^[.\s-]+/, '') || 'file';
  const extension = /\.[A-Za-z0-9]+$/.exec(safe)?.[0] ?? '';
  const encoded = encodeURIComponent(safe).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="questions${extension}"; filename*=UTF-8''${encoded}`;
}
