import type { IncomingMessage } from 'node:http';
import { readFault, type Fault, type FaultQueue } from './fake-faults.js';
import type { FakeState } from './fake-state.js';

/** One call as the log keeps it: nothing of the secret, the code or the session. */
export interface FakeLogEntry {
  readonly at: string;
  readonly method: string;
  readonly path: string;
  readonly appId: string | null;
  readonly errcode: number;
  readonly fault: Fault['kind'] | null;
}

export interface ControlledFake {
  readonly state: FakeState;
  readonly faults: FaultQueue;
  readonly log: FakeLogEntry[];
}

interface ControlReply {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Answers the /__fake/ addresses, by which a test or a developer steers the fake. */
export async function controlFake(
  fake: ControlledFake,
  path: string,
  request: IncomingMessage,
): Promise<ControlReply> {
  if (path === '/__fake/log') return ok({ items: fake.log });
  if (request.method !== 'POST') return { status: 405, body: { detail: '请用 POST。' } };
  const body = await readBody(request);
  if (!body) return refuse('请求体应为 JSON 对象。');
  switch (path) {
    case '/__fake/login': {
      const { user, appId } = body;
      if (typeof user !== 'string' || user === '') return refuse('user 应为非空字符串。');
      const app = fake.state.app(typeof appId === 'string' ? appId : undefined);
      return app ? ok({ code: fake.state.mintCode(app, user) }) : refuse(`没有 appId 为 ${appId} 的小程序。`);
    }
    case '/__fake/fault': {
      const read = readFault(body);
      if (typeof read === 'string') return refuse(read);
      fake.faults.add(read.fault, read.times);
      return ok({});
    }
    case '/__fake/clock': {
      const { advance } = body;
      if (typeof advance !== 'number') return refuse('advance 应为毫秒数。');
      fake.state.advance(advance);
      return ok({ now: new Date(fake.state.now()).toISOString() });
    }
    case '/__fake/reset':
      fake.state.reset();
      fake.faults.clear();
      fake.log.length = 0;
      return ok({});
    default:
      return { status: 404, body: { detail: '没有这个地址。' } };
  }
}

function ok(body: ControlReply['body']): ControlReply {
  return { status: 200, body };
}

function refuse(detail: string): ControlReply {
  return { status: 400, body: { detail } };
}

async function readBody(request: IncomingMessage): Promise<Record<string, unknown> | null> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const text = Buffer.concat(chunks).toString('utf8') || '{}';
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
