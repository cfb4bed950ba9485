import { Agent, request } from 'node:http';
import { STEP_NAMES, type Step, type StepName, type Target } from './target.js';

export interface Drive {
  readonly attempts: number;
  readonly requests: number;
  /** Replies that were not 2xx, and calls that failed. */
  readonly errors: number;
  readonly seconds: number;
  /** Milliseconds of every call, by step. */
  readonly took: Readonly<Record<StepName, readonly number[]>>;
  /** Answers that were acknowledged. */
  readonly acknowledged: readonly Acknowledged[];
}

export interface Acknowledged {
  readonly learner: number;
  readonly attemptId: string;
  readonly slot: number;
  readonly choice: string;
}

/** What may end a run before all attempts are made: the failures are then expected. */
export interface DriveEnd {
  ended: boolean;
}

/**
 * Learners in closed loops without think time over keep-alive connections: each starts, reads, answers ten slots one by one
 * and submits, again and again, until `attempts` are made by all together.
 */
export async function drive(
  target: Target,
  learners: number,
  attempts: number,
  end: DriveEnd = { ended: false },
): Promise<Drive> {
  const agent = new Agent({ keepAlive: true, maxSockets: learners });
  const took: Record<StepName, number[]> = { start: [], read: [], save: [], submit: [] };
  const acknowledged: Acknowledged[] = [];
  let [begun, finished, requests, errors] = [0, 0, 0, 0];

  const ask = async (name: StepName, values: Record<string, string>): Promise<string | null> => {
    const started = performance.now();
    const reply = await send(agent, target, target.steps[name], values).catch(() => null);
    took[name].push(performance.now() - started);
    requests += 1;
    if (reply && reply.status >= 200 && reply.status < 300) return reply.text;
    if (!end.ended) errors += 1;
    return null;
  };

  const learn = async (learner: number) => {
    const token = target.tokens[learner] ?? '';
    while (begun < attempts && !end.ended) {
      const run = begun;
      begun += 1;
      const started = await ask('start', { token });
      if (started === null) continue;
      const values: Record<string, string> = { token, ...variablesOf(target, started) };
      await ask('read', values);
      for (let slot = 1; slot <= target.slots && !end.ended; slot += 1) {
        const choice = String((slot * 7 + run) % 4);
        const saved = await ask('save', { ...values, slot: String(slot), choice });
        if (saved !== null) acknowledged.push({ learner, attemptId: values.attemptId ?? '', slot, choice });
      }
      if ((await ask('submit', values)) !== null) finished += 1;
    }
  };

  const started = performance.now();
  await Promise.all(Array.from({ length: learners }, (_, learner) => learn(learner)));
  const seconds = (performance.now() - started) / 1000;
  agent.destroy();
  return { attempts: finished, requests, errors, seconds, took, acknowledged };
}

function variablesOf(target: Target, started: string): Record<string, string> {
  const reply: unknown = JSON.parse(started);
  return Object.fromEntries(
    Object.entries(target.vars).map(([name, place]) => {
      let value = reply;
      for (const field of place.replace(/^start:/, '').split('.'))
        value = typeof value === 'object' && value !== null ? Reflect.get(value, field) : undefined;
      return [name, String(value)];
    }),
  );
}

function send(
  agent: Agent,
  { base, headers }: Target,
  { method, path, body }: Step,
  values: Readonly<Record<string, string>>,
): Promise<{ status: number; text: string }> {
  const sent = body && fill(body, values);
  return new Promise((resolve, reject) => {
    const url = new URL(base);
    const asked = request(
      {
        agent,
        host: url.hostname,
        port: url.port,
        method,
        path: fill(path, values),
        headers: {
          ...Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, fill(value, values)])),
          ...(sent && { 'content-length': Buffer.byteLength(sent) }),
        },
      },
      (reply) => {
        let text = '';
        reply.setEncoding('utf8').on('data', (part: string) => (text += part));
        reply.once('end', () => resolve({ status: reply.statusCode ?? 0, text }));
        reply.once('error', reject);
      },
    );
    asked.once('error', reject);
    asked.end(sent);
  });
}

function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\$\{(\w+)\}/g, (_whole, name: string) => values[name] ?? '');
}

/** The p-th percentile, by the nearest rank. */
export function percentile(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((p / 100) * sorted.length) - 1)] ?? 0;
}

export { STEP_NAMES };
