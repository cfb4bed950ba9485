import type { Surroundings } from '../surroundings.js';
import { tell } from '../tell.js';
import { bringUp } from './bring-up.js';
import type { Running } from './running.js';
import { listenForStop, StopRequested } from './stop-request.js';

/** Runs the service until somebody asks it to stop, or something in it fails for good. */
export async function start(surroundings: Surroundings): Promise<void> {
  const stop = listenForStop(surroundings.env);
  const running: Running[] = [];
  stop.onHurry(() => {
    tell('立即停止。');
    running.forEach((one) => one.hurry());
  });
  const failure = new AbortController();
  const failed = new Promise<never>((_, reject) => {
    failure.signal.addEventListener('abort', () => reject(failure.signal.reason));
  });
  const onFailed = (reason: Error) => failure.abort(reason);
  try {
    const block = await Promise.race([bringUp({ surroundings, stop, running, onFailed }), failed]);
    process.stdout.write(`${block}\n`);
    await Promise.race([stop.asked, failed]);
  } catch (error) {
    if (!(error instanceof StopRequested)) throw error;
  } finally {
    await stopAll(running);
  }
}

/** The last one started is the first to go: api, worker, stand-in, database. */
async function stopAll(running: readonly Running[]): Promise<void> {
  if (running.length > 0) tell('正在停止…');
  for (const one of [...running].reverse()) {
    await one.stop().catch((error: unknown) => tell(`${one.name} 没有正常停止：${String(error)}`));
  }
  if (running.length > 0) tell('已全部停止，数据都在。');
}
