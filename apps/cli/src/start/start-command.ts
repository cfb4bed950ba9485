import { Command } from 'commander';
import { readSurroundings } from '../surroundings.js';
import { tell } from '../tell.js';
import { bringUp } from './bring-up.js';
import type { Running } from './running.js';
import { listenForStop, StopRequested } from './stop-request.js';

const HELP = `
环境变量：
  PORT            接口的端口，默认 3000
  HOST            接口监听的地址，默认 127.0.0.1
  DATABASE_URL    使用这个 PostgreSQL（15 或更新），不启动自带的
  QUIZ_DATA_DIR   数据目录，默认 .data
  LOG_LEVEL       日志级别，默认 warn
  NODE_ENV        为 production 时不写演示数据，也不启动微信替身`;

export function startCommand(): Command {
  return new Command('start')
    .description('启动数据库、后台任务和接口；按 Ctrl-C 停止')
    .addHelpText('after', HELP)
    .action(start);
}

async function start(): Promise<void> {
  const surroundings = readSurroundings(process.env);
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
