import { Command } from 'commander';
import { readSurroundings } from '../surroundings.js';

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
    .action(async () => {
      const { start } = await import('./start.js');
      await start(readSurroundings(process.env));
    });
}
