import { describe, expect, it } from 'vitest';
import { readApiConfig } from './api-config.js';

const env = { DATABASE_URL: 'postgres://a:b@127.0.0.1:5432/c', TOKEN_SECRET: 'x'.repeat(32) };
const production = { ...env, NODE_ENV: 'production' };

describe('readApiConfig', () => {
  it('has a default for everything but the database', () => {
    expect(readApiConfig({ DATABASE_URL: env.DATABASE_URL })).toMatchObject({
      host: '127.0.0.1',
      port: 3000,
      logLevel: 'info',
      wechat: { baseUrl: 'https://api.weixin.qq.com' },
    });
  });

  it('makes up a secret for development, another one each time', () => {
    const [one, two] = [env, env].map(({ DATABASE_URL }) => readApiConfig({ DATABASE_URL }).tokenSecret);
    expect(one).not.toBe(two);
  });

  it.each<[string, NodeJS.ProcessEnv, string]>([
    ['no database', {}, '请设置 DATABASE_URL'],
    ['a database of another kind', { ...env, DATABASE_URL: 'mysql://a' }, '请设置 DATABASE_URL'],
    ['a port that is none', { ...env, PORT: 'http' }, 'PORT 应是'],
    ['a port beyond', { ...env, PORT: '65536' }, 'PORT 应是'],
    ['a short secret', { ...env, TOKEN_SECRET: 'short' }, 'TOKEN_SECRET 太短'],
    ['no secret in production', { ...production, TOKEN_SECRET: '' }, '必须设置 TOKEN_SECRET'],
    ['an unknown log level', { ...env, LOG_LEVEL: 'loud' }, 'LOG_LEVEL 应是'],
    ['an address that is none', { ...env, WECHAT_API_BASE_URL: 'wechat' }, '不是有效的网址'],
    [
      'plain http in production',
      { ...production, WECHAT_API_BASE_URL: 'http://api.weixin.qq.com' },
      '必须是 https',
    ],
    ['localhost in production', { ...production, WECHAT_API_BASE_URL: 'https://localhost' }, '不能指向本机'],
    ['loopback in production', { ...production, WECHAT_API_BASE_URL: 'https://127.9.9.9' }, '不能指向本机'],
    ['loopback as a number', { ...production, WECHAT_API_BASE_URL: 'https://2130706433' }, '不能指向本机'],
    ['loopback in v6', { ...production, WECHAT_API_BASE_URL: 'https://[::1]:9' }, '不能指向本机'],
    [
      'loopback in v6 clothes',
      { ...production, WECHAT_API_BASE_URL: 'https://[::ffff:127.0.0.1]' },
      '不能指向本机',
    ],
  ])('refuses %s with a Chinese sentence', (_name, given, sentence) => {
    expect(() => readApiConfig(given)).toThrow(sentence);
  });

  it('takes the real WeChat in production', () => {
    expect(readApiConfig(production).wechat.baseUrl).toBe('https://api.weixin.qq.com');
  });
});
