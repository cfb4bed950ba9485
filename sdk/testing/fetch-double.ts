import type { FetchLike } from '../src/index.js';
import type { Answer, ServiceDouble } from './service-double.js';

/** A fetch over the service double, with the real Response and the real AbortSignal. */
export function fetchDouble(service: ServiceDouble): FetchLike {
  return async (url, init) => {
    const done = service.opened();
    try {
      const answer = service.receive(init.method, url, init.headers, init.body);
      return await responseOf(answer, init.signal as AbortSignal | undefined);
    } finally {
      done();
    }
  };
}

function responseOf(answer: Answer, signal: AbortSignal | undefined): Promise<Response> {
  return new Promise((resolve, reject) => {
    signal?.addEventListener('abort', () => {
      reject(new DOMException('This operation was aborted', 'AbortError'));
    });
    if (answer === 'hang') return;
    const reply = () => {
      if ('fail' in answer) {
        reject(new TypeError(answer.fail));
        return;
      }
      const { status = 200, body, text = body === undefined ? '' : JSON.stringify(body), headers } = answer;
      resolve(new Response(status === 204 ? null : text, { status, ...(headers && { headers }) }));
    };
    setTimeout(reply, 'afterMs' in answer ? answer.afterMs : 0);
  });
}
