import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { controlFake, type FakeLogEntry } from './fake-controls.js';
import { ENDPOINTS, ERRMSG, type FakeReply } from './fake-endpoints.js';
import { FaultQueue, type Fault } from './fake-faults.js';
import { FakeState, type FakeApp } from './fake-state.js';

export interface WechatFakeOptions {
  /** Without it a free one. */
  readonly port?: number;
  readonly apps: readonly FakeApp[];
}

export interface WechatFake {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Starts a stand-in for api.weixin.qq.com on 127.0.0.1, for development and tests. It answers as WeChat does (HTTP 200
 * for everything, JSON as text/plain, a rid behind each errmsg) and is steered by POST /__fake/login, fault, clock and
 * reset; GET /__fake/log tells what it was asked, without the secrets.
 */
export async function startWechatFake({ port = 0, apps }: WechatFakeOptions): Promise<WechatFake> {
  const state = new FakeState(apps);
  const faults = new FaultQueue();
  const log: FakeLogEntry[] = [];

  const answer = (request: IncomingMessage, response: ServerResponse, url: URL) => {
    const endpoint = ENDPOINTS.get(url.pathname);
    if (!endpoint) {
      response.writeHead(404).end();
      return;
    }
    const method = request.method ?? 'GET';
    const fault = faults.take(url.pathname);
    const reply: FakeReply =
      fault?.errcode === undefined
        ? endpoint(state, { method, query: url.searchParams })
        : { errcode: fault.errcode };
    const errcode = typeof reply['errcode'] === 'number' ? reply['errcode'] : 0;
    log.push({
      at: new Date(state.now()).toISOString(),
      method,
      path: url.pathname,
      appId: url.searchParams.get('appid'),
      errcode,
      fault: fault?.kind ?? null,
    });
    send(response, errcode === 0 ? reply : { errcode, errmsg: errmsgOf(errcode) }, fault);
  };

  const steer = async (request: IncomingMessage, response: ServerResponse, url: URL) => {
    const { status, body } = await controlFake({ state, faults, log }, url.pathname, request);
    response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8' });
    response.end(JSON.stringify(body));
  };

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (!url.pathname.startsWith('/__fake/')) {
      answer(request, response, url);
      return;
    }
    void steer(request, response, url);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

function errmsgOf(errcode: number): string {
  const rid = [4, 4, 4].map((bytes) => randomBytes(bytes).toString('hex')).join('-');
  return `${ERRMSG[errcode] ?? 'unknown error'}, rid: ${rid}`;
}

function send(response: ServerResponse, reply: FakeReply, fault: Fault | undefined): void {
  const body = JSON.stringify(
    fault?.kind === 'errcode-zero' ? { ...reply, errcode: 0, errmsg: 'ok' } : reply,
  );
  const head = { 'Content-Type': 'text/plain', 'Content-Length': Buffer.byteLength(body) };
  switch (fault?.kind) {
    case 'hang':
      return;
    case 'reset':
      response.socket?.resetAndDestroy();
      return;
    case 'html-502':
      response.writeHead(502, { 'Content-Type': 'text/html' }).end('<html><h1>502 Bad Gateway</h1></html>');
      return;
    case 'truncated':
      response.writeHead(200, { 'Content-Type': 'text/plain' }).end(body.slice(0, body.length / 2));
      return;
    case 'latency':
      setTimeout(() => response.writeHead(200, head).end(body), fault.ms);
      return;
    case 'errcode':
    case 'errcode-zero':
    case undefined:
      response.writeHead(200, head).end(body);
  }
}
