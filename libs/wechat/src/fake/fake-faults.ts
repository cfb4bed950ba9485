/**
 * What can be made to go wrong. `errcode` answers with that number instead of acting. All others spoil the reply
 * after WeChat has acted, which is the harder case: the code is used up, and nobody was told.
 */
export const FAULT_KINDS = [
  'errcode',
  'latency',
  'hang',
  'reset',
  'truncated',
  'html-502',
  'errcode-zero',
] as const;

export interface Fault {
  /** The path it falls on; `*` is any. */
  readonly path: string;
  readonly kind: (typeof FAULT_KINDS)[number];
  /** errcode: which. */
  readonly errcode?: number;
  /** latency: how long. */
  readonly ms?: number;
}

/** Faults waiting for their calls, each with the number of calls it still spoils. */
export class FaultQueue {
  private readonly waiting: { fault: Fault; times: number }[] = [];

  add(fault: Fault, times: number): void {
    this.waiting.push({ fault, times });
  }

  clear(): void {
    this.waiting.length = 0;
  }

  /** The fault for this call, if any: the oldest first, used up by one. */
  take(path: string): Fault | undefined {
    const at = this.waiting.findIndex(({ fault }) => fault.path === path || fault.path === '*');
    const entry = this.waiting[at];
    if (!entry) return undefined;
    entry.times -= 1;
    if (entry.times <= 0) this.waiting.splice(at, 1);
    return entry.fault;
  }
}

/** Reads `{path, kind, times?, errcode?, ms?}`; a string is why it cannot be understood. */
export function readFault(body: Readonly<Record<string, unknown>>): { fault: Fault; times: number } | string {
  const { path, kind, times = 1, errcode, ms } = body;
  const known = FAULT_KINDS.find((name) => name === kind);
  if (typeof path !== 'string') return 'path 应为接口路径，或 "*"。';
  if (!known) return `kind 应为 ${FAULT_KINDS.join('、')} 之一。`;
  if (typeof times !== 'number' || !(times >= 1)) return 'times 应为不小于 1 的数。';
  if (known === 'errcode' && typeof errcode !== 'number') return 'kind 为 errcode 时要给出 errcode。';
  if (known === 'latency' && typeof ms !== 'number') return 'kind 为 latency 时要给出 ms。';
  return {
    times,
    fault: {
      path,
      kind: known,
      ...(typeof errcode === 'number' && { errcode }),
      ...(typeof ms === 'number' && { ms }),
    },
  };
}
