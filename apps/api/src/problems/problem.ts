import { PROBLEMS, type ProblemCode } from './problem-codes.js';

/** One thing wrong with the input. */
export interface InputFlaw {
  /** JSON pointer into the body (`/slots/0/points`); `?name` for a query parameter, `:name` for a path parameter. */
  readonly pointer: string;
  readonly code: string;
  readonly detail: string;
}

export interface ProblemSettings {
  /** What happened this time, in Chinese; must hold nothing a stranger may not read. */
  readonly detail?: string;
  readonly errors?: readonly InputFlaw[];
  readonly retryAfterSeconds?: number;
  readonly cause?: unknown;
}

/** The one way to refuse a request: thrown anywhere at the edge, turned into application/problem+json by the filter. */
export class Problem extends Error {
  readonly status: number;
  readonly detail: string | undefined;
  readonly errors: readonly InputFlaw[] | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(
    readonly code: ProblemCode,
    settings: ProblemSettings = {},
  ) {
    super(`${code}${settings.detail ? `: ${settings.detail}` : ''}`, { cause: settings.cause });
    this.name = 'Problem';
    this.status = PROBLEMS[code].status;
    this.detail = settings.detail;
    this.errors = settings.errors;
    this.retryAfterSeconds = settings.retryAfterSeconds;
  }
}

/** A refusal of one field of the body. */
export function invalidField(pointer: string, code: string, detail: string): Problem {
  return new Problem('validation-failed', { detail, errors: [{ pointer, code, detail }] });
}
