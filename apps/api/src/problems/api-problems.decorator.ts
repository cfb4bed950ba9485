import { ApiExtension } from '@nestjs/swagger';
import type { ProblemCode } from './problem-codes.js';

/** Where a route notes its problems until docs/finish-document.ts makes responses of them. */
export const PROBLEMS_NOTE = 'x-problems';

/** Declares which problems a route may answer beyond those that any route of its audience and shape may. */
export function ApiProblems(...codes: ProblemCode[]): MethodDecorator {
  return ApiExtension(PROBLEMS_NOTE, codes);
}
