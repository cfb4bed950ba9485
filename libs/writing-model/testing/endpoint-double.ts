import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/** A request as the endpoint saw it. */
export interface SeenRequest {
  readonly path: string;
  readonly authorization: string | null;
  readonly responseFormat: string | null;
  readonly system: string;
  readonly user: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** How the endpoint behaves to one request. */
export type Behaviour =
  | {
      readonly says: string;
      readonly finish?: string;
      readonly usage?: unknown;
      readonly afterMs?: number;
    }
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: string }
  | { readonly raw: string }
  | { readonly hang: 'before-head' | 'in-body' }
  | { readonly bytes: number }
  | { readonly reset: true };

export interface EndpointDouble {
  /** What to give as baseUrl. */
  readonly baseUrl: string;
  readonly seen: readonly SeenRequest[];
  /** The most requests that were open at one time. */
  mostAtOnce(): number;
  close(): Promise<void>;
}

/** Starts a chat endpoint on 127.0.0.1 that behaves to the n-th request as it is told. */
export async function startEndpointDouble(
  behave: (request: SeenRequest, index: number) => Behaviour,
): Promise<EndpointDouble> {
  const seen: SeenRequest[] = [];
  let open = 0;
  let mostAtOnce = 0;
  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const asked = await readRequest(request);
    seen.push(asked);
    answer(response, behave(asked, seen.length - 1));
  };
  const server = createServer((request, response) => {
    open += 1;
    mostAtOnce = Math.max(mostAtOnce, open);
    response.once('close', () => {
      open -= 1;
    });
    void serve(request, response);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    seen,
    mostAtOnce: () => mostAtOnce,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

/** A reply that holds this as JSON. */
export function says(value: unknown): Behaviour {
  return { says: JSON.stringify(value) };
}

async function readRequest(request: IncomingMessage): Promise<SeenRequest> {
  let text = '';
  request.setEncoding('utf8');
  for await (const part of request) text += String(part);
  const body: unknown = JSON.parse(text);
  const record = isRecord(body) ? body : {};
  const messages: unknown[] = Array.isArray(record['messages']) ? record['messages'] : [];
  const contentAt = (index: number) => {
    const message = messages[index];
    return isRecord(message) ? String(message['content']) : '';
  };
  const format = record['response_format'];
  return {
    path: request.url ?? '',
    authorization: request.headers.authorization ?? null,
    responseFormat: isRecord(format) ? String(format['type']) : null,
    system: contentAt(0),
    user: contentAt(1),
    body: record,
  };
}

function answer(response: ServerResponse, behaviour: Behaviour): void {
  const json = { 'Content-Type': 'application/json' };
  if ('says' in behaviour) {
    const {
      says: content,
      finish = 'stop',
      usage = { prompt_tokens: 100, completion_tokens: 20 },
    } = behaviour;
    const choices = [{ index: 0, finish_reason: finish, message: { role: 'assistant', content } }];
    const body = JSON.stringify({ id: 'x', object: 'chat.completion', choices, usage });
    const send = () => response.writeHead(200, json).end(body);
    if (behaviour.afterMs === undefined) send();
    else setTimeout(send, behaviour.afterMs);
  } else if ('status' in behaviour) {
    response.writeHead(behaviour.status, { ...json, ...behaviour.headers }).end(behaviour.body ?? '{}');
  } else if ('raw' in behaviour) {
    response.writeHead(200, json).end(behaviour.raw);
  } else if ('hang' in behaviour) {
    if (behaviour.hang === 'in-body') response.writeHead(200, json).write('{"choices":[');
  } else if ('bytes' in behaviour) {
    response.writeHead(200, json).end(Buffer.alloc(behaviour.bytes, ' '));
  } else {
    response.socket?.resetAndDestroy();
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
