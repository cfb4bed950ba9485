import { randomBytes } from 'node:crypto';
import path from 'node:path';
import type { StaffRole } from '#database';
import { readPrivateFile, writePrivateFile } from '../private-file.js';

export interface DemoAccount {
  readonly account: string;
  readonly password: string;
  readonly name: string;
  readonly role: StaffRole;
}

export const DEMO_STAFF = [
  { account: 'admin', name: '演示管理员', role: 'admin' },
  { account: 'instructor', name: '演示教师', role: 'instructor' },
] as const;

/** The only place where the plain passwords stand, readable by its owner alone. */
export function accountsFile(dataDir: string): string {
  return path.join(dataDir, 'demo-accounts.json');
}

/** Null when the file is missing or says something else. */
export function readDemoAccounts(dataDir: string): DemoAccount[] | null {
  const text = readPrivateFile(accountsFile(dataDir));
  if (text === null) return null;
  try {
    const { accounts } = JSON.parse(text) as { accounts: DemoAccount[] };
    const passwordOf = new Map(accounts.map(({ account, password }) => [account, password]));
    const whole = DEMO_STAFF.every(({ account }) => typeof passwordOf.get(account) === 'string');
    return whole
      ? DEMO_STAFF.map((person) => ({ ...person, password: passwordOf.get(person.account) ?? '' }))
      : null;
  } catch {
    return null;
  }
}

export function inventAccounts(): DemoAccount[] {
  return DEMO_STAFF.map((person) => ({ ...person, password: randomBytes(12).toString('base64url') }));
}

export function writeDemoAccounts(dataDir: string, accounts: readonly DemoAccount[]): void {
  const note = '只用于本机演示。忘记或泄露时运行 npm run -s quiz -- seed --new-passwords。';
  writePrivateFile(accountsFile(dataDir), `${JSON.stringify({ note, accounts }, null, 2)}\n`);
}
