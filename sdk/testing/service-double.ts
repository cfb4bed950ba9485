/** One call as the service sees it. */
export interface SeenCall {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** What comes back: a reply, the error a platform reports when nothing does, or `hang`: nothing, ever. */
export type Answer =
  | { status?: number; body?: unknown; text?: string; headers?: Record<string, string>; afterMs?: number }
  | { fail: string }
  | 'hang';

export const BASE_URL = 'https://quiz.example.cn';
export const LEARNER = { id: '01936f6e-0000-7000-8000-000000000001', nickname: null };

/**
 * The service behind a platform double. It keeps what it was asked, signs in any code (tokens are token-1, token-2 …),
 * and leaves the other answers to the test.
 */
export class ServiceDouble {
  readonly calls: SeenCall[] = [];
  openNow = 0;
  mostInFlight = 0;
  tokensGiven = 0;

  constructor(
    private readonly answer: (call: SeenCall, earlier: number) => Answer,
    private readonly tokenLifeMs = 7_200_000,
  ) {}

  /** Counts a request in, and out by what it gives back. */
  opened(): () => void {
    this.openNow += 1;
    this.mostInFlight = Math.max(this.mostInFlight, this.openNow);
    return () => {
      this.openNow -= 1;
    };
  }

  receive(method: string, url: string, headers: Readonly<Record<string, string>>, body?: string): Answer {
    const path = url.slice(BASE_URL.length);
    const call = { method, path, headers, body: body === undefined ? undefined : JSON.parse(body) };
    const earlier = this.to(method, path).length;
    this.calls.push(call);
    const answer = this.answer(call, earlier);
    return answer === SIGN_IN ? this.signIn() : answer;
  }

  /** Calls to one address, the query not counted. */
  to(method: string, path: string): SeenCall[] {
    const bare = (address: string) => address.split('?')[0];
    return this.calls.filter((call) => call.method === method && bare(call.path) === bare(path));
  }

  private signIn(): Answer {
    this.tokensGiven += 1;
    const expiresAt = new Date(Date.now() + this.tokenLifeMs).toISOString();
    return { body: { accessToken: `token-${this.tokensGiven}`, expiresAt, learner: LEARNER } };
  }
}

/** Answer it to POST /v1/auth/wechat: a session with the next token. */
export const SIGN_IN: Answer = { fail: 'sign in' };

/** A service that signs everybody in and answers the rest by `answer`. */
export function serviceThat(
  answer: (call: SeenCall, earlier: number) => Answer,
  tokenLifeMs?: number,
): ServiceDouble {
  return new ServiceDouble(
    (call, earlier) => (call.path === '/v1/auth/wechat' ? SIGN_IN : answer(call, earlier)),
    tokenLifeMs,
  );
}

export function problem(status: number, code: string, detail = '中文说明。'): Answer {
  return {
    status,
    body: {
      type: `urn:qiic-quiz:problem:${code}`,
      title: '标题',
      status,
      detail,
      code,
      requestId: 'request-1',
    },
    headers: { 'Content-Type': 'application/problem+json', 'X-Request-Id': 'request-1' },
  };
}
