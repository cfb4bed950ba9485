import { Command } from 'commander';
import { readSurroundings } from '../surroundings.js';

export function seedCommand(): Command {
  return new Command('seed')
    .description('写入演示数据：账号、课程、文章、题目和一份已发布的测验；只写一次')
    .option('--new-passwords', '给演示账号换一组新的随机密码')
    .action(async ({ newPasswords = false }: { newPasswords?: boolean }) => {
      const { seed } = await import('./seed.js');
      await seed(readSurroundings(process.env), newPasswords);
    });
}
