import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { AppModule } from '../app.module.js';
import { ProblemReply } from '../problems/problem.dto.js';
import { LEARNER_QUESTIONS } from '../question-content/learner-question.dto.js';
import { QUESTION_CONTENTS } from '../question-content/question-content.dto.js';
import { RESPONSES } from '../question-content/response.dto.js';
import { finishDocument } from './finish-document.js';

export type PluginMetadata = () => Promise<Record<string, unknown>>;

/**
 * Describes the api from its controllers and DTOs. Nest's preview mode builds no provider, so no database is needed.
 * `metadata` is what Nest's Swagger plugin read from the sources: types, validation rules and comments.
 */
export async function describeApi(metadata: PluginMetadata): Promise<OpenAPIObject> {
  const nowhere = {
    databaseUrl: '',
    host: '',
    port: 0,
    tokenSecret: '',
    wechat: { baseUrl: '', appId: '', secret: '' },
    logLevel: 'silent',
    drainMs: 0,
    patienceMs: 0,
  };
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.with(nowhere),
    new FastifyAdapter(),
    {
      preview: true,
      logger: false,
    },
  );
  await SwaggerModule.loadPluginMetadata(metadata);
  const description = [
    '从文章出题、审题、组卷，到学员作答、计分的全部接口。Everything from article to score.',
    '',
    '- 每个响应都带 `X-Request-Id` 和 `X-Server-Time`（服务器时间，毫秒）。Every reply carries both headers.',
    '- 错误一律为 `application/problem+json`（RFC 9457），按 `code` 判断；除各接口列出的以外，任何接口都可能返回',
    '  `validation-failed`、`malformed-json`、`payload-too-large`、`unsupported-media-type`、`rate-limited`、`internal`、`unavailable`。',
    '- 不认识的字段和查询参数会被指名拒绝。Unknown fields and query parameters are refused by name.',
    '- 时间是 ISO 8601 文本，编号是 UUID，列表是 `{ "items": [...] }`。',
  ].join('\n');
  const config = new DocumentBuilder()
    .setTitle('青岛工业互联网学院测验服务 Qiic Quiz API')
    .setDescription(description)
    .setVersion('1')
    .addBearerAuth(
      { type: 'http', scheme: 'bearer', description: '学员的访问令牌。A learner’s token.' },
      'learner',
    )
    .addBearerAuth(
      { type: 'http', scheme: 'bearer', description: '教师或管理员的访问令牌。An instructor’s token.' },
      'instructor',
    )
    .build();
  const document = SwaggerModule.createDocument(app, config, {
    operationIdFactory: operationId,
    extraModels: [
      ProblemReply,
      ...Object.values(RESPONSES),
      ...Object.values(LEARNER_QUESTIONS),
      ...Object.values(QUESTION_CONTENTS),
    ],
  });
  await app.close();
  return finishDocument(document);
}

/** StaffQuizzesController.publish → staffQuizzes.publish */
function operationId(controller: string, method: string): string {
  const noun = controller.replace(/Controller$/, '');
  return `${noun.charAt(0).toLowerCase()}${noun.slice(1)}.${method}`;
}
