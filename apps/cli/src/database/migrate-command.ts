import { Command } from 'commander';
import { migrate } from '#database';
import { readSurroundings } from '../surroundings.js';
import { tell } from '../tell.js';
import { useDatabase } from './use-database.js';

export function migrateCommand(): Command {
  return new Command('migrate').description('把数据库升级到最新的结构；可以重复运行').action(async () => {
    const ran = await useDatabase(readSurroundings(process.env), migrate);
    ran.forEach((name) => tell(`已运行 ${name}`));
    tell(ran.length > 0 ? '数据库已升级。' : '数据库已是最新。');
  });
}
