import { ARTICLE_FILE_REFUSALS } from '#article-files';
import type { ProblemCode } from '../problems/problem-codes.js';

/** What a text may be refused for. */
export const TEXT_PROBLEMS = [
  'article-empty',
  'article-binary',
  'article-too-long',
] as const satisfies readonly ProblemCode[];

/** What a file may be refused for, once as a file and once as the text in it. */
export const FILE_PROBLEMS = [
  ...ARTICLE_FILE_REFUSALS,
  ...TEXT_PROBLEMS,
  'unsupported-media-type',
] as const satisfies readonly ProblemCode[];
