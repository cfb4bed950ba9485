import type { DataSource } from 'typeorm';
import type { Surroundings } from '../surroundings.js';
import { type DemoAccount, inventAccounts, readDemoAccounts, writeDemoAccounts } from './demo-accounts.js';
import { DEMO_WECHAT_APP, readDemoArticle } from './demo-content.js';
import { accountsFit, isSeeded, seedDemo } from './demo-seed.js';

export interface PreparedDemo {
  /** Whether this call wrote the demo. */
  readonly seeded: boolean;
  /** Null when this installation does not know the passwords of the demo accounts. */
  readonly accounts: readonly DemoAccount[] | null;
}

/** Writes the demo unless it is there. The passwords are in the file before the accounts are in the database. */
export async function prepareDemo(
  dataSource: DataSource,
  { root, dataDir, env }: Surroundings,
  now: Date,
): Promise<PreparedDemo> {
  const known = readDemoAccounts(dataDir);
  if (await isSeeded(dataSource.manager)) {
    const fits = known !== null && (await accountsFit(dataSource, known));
    return { seeded: false, accounts: fits ? known : null };
  }
  const accounts = known ?? inventAccounts();
  if (!known) writeDemoAccounts(dataDir, accounts);
  const wechatAppId = env.WECHAT_APP_ID ?? DEMO_WECHAT_APP.appId;
  const seeded = await seedDemo(dataSource, { article: readDemoArticle(root), accounts, wechatAppId, now });
  return { seeded, accounts: seeded || (await accountsFit(dataSource, accounts)) ? accounts : null };
}
