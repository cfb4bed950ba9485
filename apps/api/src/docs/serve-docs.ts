import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Serves the checked-in description of the api at /openapi.json and, to read and try, at /docs. */
export async function serveDocs(app: NestFastifyApplication): Promise<void> {
  const file = findUpward('openapi.json', import.meta.dirname);
  if (!file) return;
  const document: OpenAPIObject = JSON.parse(readFileSync(file, 'utf8'));
  SwaggerModule.setup('docs', app, document, {
    jsonDocumentUrl: 'openapi.json',
    customSiteTitle: '测验服务接口',
    swaggerOptions: { persistAuthorization: true },
  });
}

function findUpward(name: string, from: string): string | null {
  const file = path.join(from, name);
  if (existsSync(file)) return file;
  const parent = path.dirname(from);
  return parent === from ? null : findUpward(name, parent);
}
