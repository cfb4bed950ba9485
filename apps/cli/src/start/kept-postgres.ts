import { setTimeout as sleep } from 'node:timers/promises';
import { inspectLocalPostgres, type LocalPostgres, startLocalPostgres } from '#database';
import { CommandFailure } from '../failure.js';
import { tell } from '../tell.js';
import type { Running } from './running.js';

export interface KeptPostgres extends Running {
  readonly url: string;
}

const RESTARTS = 5;
const PAUSE_MS = 1_000;

/** The embedded Postgres, started again on the same port when it is killed, so that the applications reconnect. */
export async function keepPostgres(dir: string, onFailed: (failure: Error) => void): Promise<KeptPostgres> {
  let server: LocalPostgres = await startLocalPostgres({ dir });
  let restarts = 0;
  let stopping = false;
  let reviving = Promise.resolve();

  const revive = async () => {
    restarts += 1;
    if (restarts > RESTARTS) {
      throw new CommandFailure(`数据库接连退出 ${restarts} 次，不再重启：原因见 ${dir}/quiz-server.log。`);
    }
    tell('数据库意外退出，正在重新启动…');
    await server.stop();
    if (restarts > 1) await sleep(PAUSE_MS);
    if (stopping) return;
    const left = inspectLocalPostgres(dir);
    if (left.ok && left.folder === 'empty') {
      throw new CommandFailure(`数据目录 ${dir} 在运行中被删除或移走了：请把它放回原处，再重新启动。`);
    }
    server = await startLocalPostgres({ dir, port: server.port });
    watch();
  };
  const watch = () => {
    server.watch(() => {
      reviving = revive().catch(onFailed);
    });
  };
  watch();
  return {
    name: '数据库',
    url: server.url,
    async stop() {
      stopping = true;
      await reviving;
      await server.stop();
    },
    hurry: () => void server.stop('immediate'),
  };
}
