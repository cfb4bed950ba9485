import { Command } from 'commander';
import { readSurroundings } from '../surroundings.js';

export function doctorCommand(): Command {
  return new Command('doctor')
    .description('检查能不能启动：Node、平台、数据目录、端口、数据库、迁移、编码；不改动任何东西')
    .option('--json', '输出 JSON')
    .action(async ({ json = false }: { json?: boolean }) => {
      const { examine } = await import('./checks.js');
      const checks = await examine(readSurroundings(process.env));
      const ok = checks.every((check) => check.ok);
      const lines = checks.map((check) => `${check.ok ? '✓' : '✗'} ${check.name}  ${check.detail}`);
      const verdict = ok ? '一切就绪。' : '请先解决标 ✗ 的问题。';
      process.stdout.write(
        json ? `${JSON.stringify({ ok, checks }, null, 2)}\n` : `${lines.join('\n')}\n${verdict}\n`,
      );
      if (!ok) process.exitCode = 1;
    });
}
