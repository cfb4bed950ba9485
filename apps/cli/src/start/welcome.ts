import path from 'node:path';
import { accountsFile, type DemoAccount } from '../seed/demo-accounts.js';
import type { ProvidedWechat } from './wechat.js';

export interface Welcome {
  readonly url: string;
  /** What the data stand in, for people. */
  readonly database: string;
  readonly dataDir: string;
  readonly accounts: readonly DemoAccount[] | null;
  readonly wechat: Pick<ProvidedWechat, 'fakeUrl' | 'appId'>;
  readonly production: boolean;
}

/** The block that `quiz start` prints once everything is up. */
export function welcome({ url, database, dataDir, accounts, wechat, production }: Welcome): string {
  const json = `-H 'content-type: application/json' -d`;
  const lines = [
    '',
    '青岛工业互联网学院 · 测验服务已启动（按 Ctrl-C 停止）',
    '',
    `  接口      ${url}`,
    `  文档      ${url}/docs`,
    `  OpenAPI   ${url}/openapi.json`,
    `  数据库    ${database}`,
    '',
  ];
  if (accounts) {
    lines.push(`  演示账号（密码只属于这次安装，也存于 ${shorten(accountsFile(dataDir))}）`);
    accounts.forEach(({ account, password, name }) =>
      lines.push(`    ${account.padEnd(12)}${password}  ${name}`),
    );
    const instructor = accounts.find(({ role }) => role === 'instructor');
    const credentials = JSON.stringify({ account: instructor?.account, password: instructor?.password });
    lines.push(
      '',
      '  教师登录（可直接粘贴）',
      `    curl -s ${url}/v1/auth/password ${json} '${credentials}'`,
      '',
    );
  } else if (!production) {
    lines.push(
      '  这个目录里没有演示账号的密码：停止后运行 npm run -s quiz -- seed --new-passwords 换一组新的。',
      '',
    );
  }
  if (wechat.fakeUrl) {
    const login = JSON.stringify({ appId: wechat.appId, code: '上一步的 code' });
    lines.push(
      '  学员登录：先向本机的微信替身要一个 code（用一次就失效），再拿它登录',
      `    curl -s ${wechat.fakeUrl}/__fake/login ${json} '{"user":"zhang-san"}'`,
      `    curl -s ${url}/v1/auth/wechat ${json} '${login}'`,
      '',
    );
  }
  return lines.join('\n');
}

/** Relative when that is shorter and stays below the current folder. */
export function shorten(file: string): string {
  const relative = path.relative(process.cwd(), file);
  return relative.startsWith('..') || path.isAbsolute(relative) ? file : relative;
}
