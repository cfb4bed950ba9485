import { watchLauncher } from './launcher.js';

/** Thrown out of the start when a person asks to stop before everything is up. */
export class StopRequested extends Error {
  override readonly name = 'StopRequested';
}

export interface StopRequest {
  /** Resolves at the first Ctrl-C, SIGTERM, closed terminal or vanished npm. */
  readonly asked: Promise<void>;
  throwIfAsked(): void;
  /** Called at the second one. */
  onHurry(hurry: () => void): void;
}

export function listenForStop(env: NodeJS.ProcessEnv): StopRequest {
  let times = 0;
  let hurry = () => {};
  let answer = () => {};
  const asked = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const ask = () => {
    times += 1;
    if (times === 1) answer();
    else if (times === 2) hurry();
    // Whatever still hangs: the children end with our channel, the database with its keeper.
    else process.exit(1);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, ask);
  watchLauncher(env, () => {
    if (times === 0) ask();
  });
  return {
    asked,
    throwIfAsked() {
      if (times > 0) throw new StopRequested();
    },
    onHurry(call) {
      hurry = call;
    },
  };
}
