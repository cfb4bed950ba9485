import { Command } from 'commander';
import { readSurroundings } from '../surroundings.js';
import { tell } from '../tell.js';

export function migrateCommand(): Command {
  return new Command('migrate').description('把数据库升级到最新的结构；可以重复运行').action(async () => {
    const [{ migrate }, { useDatabase }] = await Promise.all([
      import('#database'),
      import('./use-database.js'),
    ]);
    const ran = await useDatabase(readSurroundings(process.env), migrate);
    ran.forEach((name) => tell(`已运行 ${name}`));
    tell(ran.length > 0 ? '数据库已升级。' : '数据库已是最新。');
  });
}
