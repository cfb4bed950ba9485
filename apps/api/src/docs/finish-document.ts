import type { OpenAPIObject } from '@nestjs/swagger';
import { PROBLEMS_NOTE } from '../problems/api-problems.decorator.js';
import { PROBLEMS, type ProblemCode } from '../problems/problem-codes.js';
import { UNION_NAME } from '../question-content/union.js';

type Node = Record<string, unknown>;

const PARAMETERS: Readonly<Record<string, string>> = {
  courseId: '课程编号。Id of the course.',
  articleId: '文章编号。Id of the article.',
  generationId: '出题编号。Id of the generation.',
  topicId: '知识点编号。Id of the topic.',
  factId: '事实编号。Id of the fact.',
  questionId: '题目编号。Id of the question.',
  quizId: '测验编号。Id of the quiz.',
  attemptId: '答卷编号。Id of the attempt.',
  reportId: '报告编号。Id of the report.',
  runId: '重判编号。Id of the regrade.',
  slot: '题号，从 1 开始。Number of the slot, from 1.',
  version: '版本号，从 1 开始。Number of the version, from 1.',
  fromVersion: '旧版本号，从 1 开始。Number of the older version.',
  toVersion: '新版本号，从 1 开始。Number of the newer version.',
  learnerId: '学员编号。Id of a learner.',
};

/** Path parameters that count; the others are ids. */
const COUNTED = new Set(['slot', 'version', 'fromVersion', 'toVersion']);

/** Numbers that need not be whole. */
const FRACTIONAL = new Set([
  'likeness',
  'score',
  'maxScore',
  'fraction',
  'points',
  'totalPoints',
  'estimatedDifficulty',
  'likeness',
  'passMark',
  'openPoints',
  'from',
  'to',
  'maxFrom',
  'maxTo',
  'shares',
  'computedScore',
  'computedMaxScore',
]);

/**
 * What Nest's generator leaves open: unions get a name and one place, path parameters their words, routes that take
 * input their 400. Throws when a description is missing, so that none can be forgotten.
 */
export function finishDocument(document: OpenAPIObject): OpenAPIObject {
  const finished: Node = JSON.parse(JSON.stringify(document));
  const components = asNode(finished.components);
  const schemas = asNode(components.schemas);
  nameUnions(finished, schemas);
  components.schemas = sortKeys(schemas);
  for (const [path, item] of Object.entries(asNode(finished.paths))) {
    for (const operation of Object.values(asNode(item))) finishOperation(path, asNode(operation));
  }
  finished.paths = sortKeys(asNode(finished.paths));
  for (const [name, schema] of Object.entries(schemas)) finishSchema(name, asNode(schema));
  return finished as unknown as OpenAPIObject;
}

/** Moves every marked oneOf to components.schemas and leaves a reference. */
function nameUnions(node: unknown, schemas: Node): void {
  if (typeof node !== 'object' || node === null) return;
  for (const inner of Object.values(node)) nameUnions(inner, schemas);
  if (!(UNION_NAME in node) || typeof node[UNION_NAME] !== 'string') return;
  const holder = node as Node;
  const name = node[UNION_NAME];
  const { oneOf, discriminator, description, nullable } = holder;
  schemas[name] = { description: UNION_WORDS[name], oneOf, discriminator };
  for (const key of Object.keys(holder)) delete holder[key];
  Object.assign(holder, { description, allOf: [{ $ref: `#/components/schemas/${name}` }] });
  if (nullable) holder.nullable = true;
}

const UNION_WORDS: Readonly<Record<string, string>> = {
  Response: '学员对一题的作答，形状由 type 决定。A response; its shape depends on `type`.',
  QuestionContent: '题目的全部内容，形状由 type 决定。Everything a question says, by `type`.',
  LearnerQuestion: '学员看到的题目，没有答案，形状由 type 决定。A question without its key, by `type`.',
};

function finishOperation(path: string, operation: Node): void {
  const at = String(operation.operationId);
  if (!operation.summary) throw new Error(`${at} has no summary`);
  const parameters = Array.isArray(operation.parameters) ? operation.parameters.map(asNode) : [];
  for (const parameter of parameters) {
    const name = String(parameter.name);
    if (parameter.in === 'path') {
      parameter.description = PARAMETERS[name];
      parameter.schema = COUNTED.has(name)
        ? { type: 'integer', minimum: 1 }
        : { type: 'string', format: 'uuid' };
    }
    const schema = asNode(parameter.schema);
    refineType(name, schema);
    if ('default' in schema) parameter.required = false;
    if (!parameter.description) throw new Error(`${at} ${path}: parameter ${name} has no description`);
  }
  const responses = asNode(operation.responses);
  for (const response of Object.values(responses).map(asNode)) response.description ||= '成功。Success.';
  Object.assign(responses, problemResponses(problemsOf(operation, parameters.length > 0)));
  operation.responses = sortKeys(responses);
}

function problemsOf(operation: Node, hasParameters: boolean): ProblemCode[] {
  const own = (operation[PROBLEMS_NOTE] ?? []) as ProblemCode[];
  delete operation[PROBLEMS_NOTE];
  return [
    ...(hasParameters || operation.requestBody ? (['validation-failed'] as const) : []),
    ...(operation.security ? (['unauthenticated', 'token-expired', 'forbidden'] as const) : []),
    ...own,
  ];
}

/** One response per status, naming its codes. */
function problemResponses(codes: readonly ProblemCode[]): Node {
  const schema = { $ref: '#/components/schemas/ProblemReply' };
  const statuses = [...new Set(codes.map((code) => PROBLEMS[code].status))];
  const describe = (status: number) =>
    codes
      .filter((code) => PROBLEMS[code].status === status)
      .map((code) => `\`${code}\` ${PROBLEMS[code].zh} ${PROBLEMS[code].en}`)
      .join(' · ');
  return Object.fromEntries(
    statuses.map((status) => [
      status,
      { description: describe(status), content: { 'application/problem+json': { schema } } },
    ]),
  );
}

function finishSchema(name: string, schema: Node): void {
  if (schema.enum || schema.oneOf) return;
  for (const [property, value] of Object.entries(asNode(schema.properties ?? {}))) {
    const node = asNode(value);
    if (!node.description) throw new Error(`${name}.${property} has no description`);
    refineType(property, node);
  }
}

/** TypeScript has one kind of number and no kind of time. */
function refineType(name: string, node: Node): void {
  if (node.type === 'number' && !FRACTIONAL.has(name)) node.type = 'integer';
  if (node.type === 'string' && name.endsWith('At')) node.format = 'date-time';
}

function sortKeys(node: Node): Node {
  return Object.fromEntries(Object.entries(node).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function asNode(value: unknown): Node {
  if (typeof value !== 'object' || value === null) throw new Error('the document has an unexpected shape');
  return value as Node;
}
