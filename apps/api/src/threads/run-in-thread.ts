import { Worker } from 'node:worker_threads';

export interface ThreadLimits {
  readonly longestMs: number;
  readonly mostMemoryMb: number;
}

/** The module of a thread beside this one. The stories run from the sources, and a thread only what was built. */
export function builtBeside(here: string, file: string): URL {
  const built = here.endsWith('.ts')
    ? here.replace(/\/apps\/api\/src\/(?!.*\/apps\/api\/src\/)/, '/dist$&')
    : here;
  return new URL(file, built);
}

/**
 * Gives the module an order as its `workerData` and answers the one message it posts. A thread that takes too long or too
 * much memory ends, and only its order fails.
 */
export function runInThread<Reply>(
  module: URL,
  order: unknown,
  { longestMs, mostMemoryMb }: ThreadLimits,
): Promise<Reply> {
  const thread = new Worker(module, {
    workerData: order,
    // Nothing of ours is told by flags, and a test runner's would lead the thread to the sources.
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: mostMemoryMb },
  });
  return new Promise<Reply>((resolve, reject) => {
    const deadline = setTimeout(() => reject(new Error(`no answer after ${longestMs} ms`)), longestMs);
    thread.once('message', resolve);
    thread.once('error', reject);
    thread.once('exit', (code) => {
      clearTimeout(deadline);
      reject(new Error(`the thread ended with ${code}`));
    });
  }).finally(() => thread.terminate());
}
