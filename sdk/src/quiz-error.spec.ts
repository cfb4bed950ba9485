import { describe, expect, it } from 'vitest';
import { errorOfReply, failureOf, isQuizError, QuizError } from './quiz-error.js';

const reply = (status: number, headers: Record<string, string> = {}) => ({ status, headers, body: '' });
const problem = (code: string) => ({ code, title: '标题', detail: '具体的中文说明。', requestId: 'r-1' });

describe('what a refusal of the server becomes', () => {
  it.each([
    [400, 'validation-failed', 'validation'],
    [401, 'token-expired', 'auth'],
    [403, 'forbidden', 'forbidden'],
    [404, 'not-found', 'not-found'],
    [409, 'attempt-closed', 'conflict'],
    [413, 'payload-too-large', 'validation'],
    [415, 'unsupported-media-type', 'validation'],
    [429, 'wechat-busy', 'rate-limit'],
    [500, 'internal', 'server'],
    [503, 'wechat-unavailable', 'server'],
    [409, 'a-code-of-a-later-server', 'conflict'],
  ])('%i %s is of the kind %s', (status, code, kind) => {
    expect(errorOfReply(reply(status), problem(code))).toMatchObject({
      name: 'QuizError',
      kind,
      code,
      status,
      message: '具体的中文说明。',
      requestId: 'r-1',
      errMsg: `quiz-sdk:fail ${code}`,
    });
  });

  it('carries the flaws of the request', () => {
    const errors = [{ pointer: '/response/choice', code: 'unknown-option', detail: '没有这个选项。' }];
    expect(errorOfReply(reply(400), { ...problem('validation-failed'), errors }).errors).toEqual(errors);
  });

  it.each([
    [{ 'retry-after': '60' }, 60],
    [{ 'retry-after': '0' }, 0],
    [{ 'retry-after': 'Wed, 21 Oct 2026 07:28:00 GMT' }, undefined],
    [{}, undefined],
  ])('reads %j as %s seconds to wait', (headers, seconds) => {
    expect(errorOfReply(reply(429, headers as Record<string, string>), {}).retryAfter).toBe(seconds);
  });

  it.each([undefined, null, 'text', [], { code: 7, detail: '' }])(
    'is readable without a problem document: %j',
    (body) => {
      const error = errorOfReply(reply(502, { 'x-request-id': 'r-2' }), body);
      expect(error).toMatchObject({ kind: 'server', code: 'http-502', requestId: 'r-2', errors: [] });
      expect(error.message).toMatch(/^服务暂时不可用/);
    },
  );
});

describe('what a platform without a reply becomes', () => {
  it.each([
    [{ errMsg: 'request:fail timeout' }, 'timeout', 'timed-out'],
    [{ errMsg: 'request:fail time out' }, 'timeout', 'timed-out'],
    [{ errMsg: 'request:fail abort' }, 'aborted', 'aborted'],
    [
      { errMsg: 'request:fail url not in domain list:quiz.example.cn', errno: 600002 },
      'client',
      'domain-not-listed',
    ],
    [{ errMsg: 'request:fail interrupted' }, 'network', 'network-failed'],
    [{ errMsg: 'request:fail net::ERR_CONNECTION_RESET' }, 'network', 'network-failed'],
    [new TypeError('fetch failed'), 'network', 'network-failed'],
    ['something odd', 'network', 'network-failed'],
    [undefined, 'network', 'network-failed'],
  ])('%j is %s %s', (reason, kind, code) => {
    const error = failureOf(reason);
    expect(error).toMatchObject({ kind, code, status: 0 });
    expect(error.message).toMatch(/\p{Script=Han}.*。$/u);
  });
});

describe('recognising the error', () => {
  it.each([
    ['our own', new QuizError({ kind: 'client', code: 'x', message: '说明。' }), true],
    [
      'one of another copy of the SDK',
      Object.assign(new Error('x'), { name: 'QuizError', kind: 'auth' }),
      true,
    ],
    ['a plain error', new Error('x'), false],
    ['what wx reports', { errMsg: 'request:fail' }, false],
    ['nothing', null, false],
  ])('%s', (_, error, known) => {
    expect(isQuizError(error)).toBe(known);
  });

  it('is an Error with a stack', () => {
    const error = new QuizError({ kind: 'client', code: 'x', message: '说明。' });
    expect([error instanceof Error, error instanceof QuizError, error.stack?.includes('说明')]).toEqual([
      true,
      true,
      true,
    ]);
  });
});
