import { migrate } from '#database';
import { useDatabase } from '../database/use-database.js';
import { CommandFailure } from '../failure.js';
import type { Surroundings } from '../surroundings.js';
import { tell } from '../tell.js';
import { accountsFile, inventAccounts, writeDemoAccounts } from './demo-accounts.js';
import { changePasswords } from './demo-seed.js';
import { prepareDemo } from './prepare-demo.js';

/** Writes the demo, once, and prints its accounts; on demand with new passwords. */
export async function seed(surroundings: Surroundings, newPasswords: boolean): Promise<void> {
  const file = accountsFile(surroundings.dataDir);
  await useDatabase(surroundings, async (dataSource) => {
    await migrate(dataSource);
    const { seeded, accounts: known } = await prepareDemo(dataSource, surroundings, new Date());
    tell(seeded ? '演示数据已写入。' : '演示数据早已写入，没有改动。');
    const accounts = newPasswords && !seeded ? inventAccounts() : known;
    if (!accounts) {
      throw new CommandFailure(
        `${file} 里没有这个数据库的演示密码：运行 npm run -s quiz -- seed --new-passwords 换一组新的。`,
      );
    }
    if (accounts !== known) {
      await changePasswords(dataSource, accounts, () => writeDemoAccounts(surroundings.dataDir, accounts));
      tell('演示账号的密码已更换。');
    }
    accounts.forEach(({ account, password, name }) => {
      process.stdout.write(`${account}\t${password}\t${name}\n`);
    });
    tell(`账号和密码存于 ${file}。`);
  });
}
