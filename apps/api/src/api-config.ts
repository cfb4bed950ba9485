import { randomBytes } from 'node:crypto';

export interface ApiConfig {
  readonly databaseUrl: string;
  readonly host: string;
  readonly port: number;
  readonly tokenSecret: string;
  readonly wechat: { readonly baseUrl: string; readonly appId: string; readonly secret: string };
  readonly logLevel: string;
  /** How long a stopping api still answers, with `Connection: close` and readyz 503, so that its callers move on. */
  readonly drainMs: number;
  /** How long a stopping api waits, after that, for requests under way; then it hangs up on them. */
  readonly patienceMs: number;
}

export const API_CONFIG = Symbol('api config');

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];

/** A setting that cannot be used; the message is one Chinese sentence for whoever starts the api. */
export class ConfigRefusal extends Error {}

/** Reads the environment once. Throws ConfigRefusal. */
export function readApiConfig(env: NodeJS.ProcessEnv): ApiConfig {
  const production = env.NODE_ENV === 'production';
  const databaseUrl = env.DATABASE_URL ?? '';
  if (!/^postgres(ql)?:\/\//.test(databaseUrl)) {
    throw new ConfigRefusal('请设置 DATABASE_URL，形如 postgres://用户:密码@主机:5432/库名。');
  }
  const port = Number(env.PORT ?? 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new ConfigRefusal(`PORT 应是 0 到 65535 的整数，现在是“${env.PORT}”。`);
  }
  const logLevel = env.LOG_LEVEL ?? 'info';
  if (!LOG_LEVELS.includes(logLevel)) {
    throw new ConfigRefusal(`LOG_LEVEL 应是 ${LOG_LEVELS.join('、')} 之一，现在是“${logLevel}”。`);
  }
  return {
    databaseUrl,
    host: env.HOST ?? '127.0.0.1',
    port,
    tokenSecret: readTokenSecret(env.TOKEN_SECRET, production),
    wechat: {
      baseUrl: readWechatUrl(env.WECHAT_API_BASE_URL, production),
      appId: env.WECHAT_APP_ID ?? '',
      secret: env.WECHAT_APP_SECRET ?? '',
    },
    logLevel,
    drainMs: production ? 5_000 : 250,
    patienceMs: production ? 10_000 : 1_000,
  };
}

function readTokenSecret(given: string | undefined, production: boolean): string {
  if (!given && production)
    throw new ConfigRefusal('生产环境必须设置 TOKEN_SECRET（至少 32 个字符的随机文字）。');
  if (!given) return randomBytes(32).toString('base64url');
  if (given.length < 32) throw new ConfigRefusal('TOKEN_SECRET 太短，至少要 32 个字符。');
  return given;
}

/** In production the tests' fake WeChat must never be asked: whoever reaches it could sign in as anybody. */
function readWechatUrl(given: string | undefined, production: boolean): string {
  const url = given ?? 'https://api.weixin.qq.com';
  if (!URL.canParse(url)) throw new ConfigRefusal(`WECHAT_API_BASE_URL 不是有效的网址：“${url}”。`);
  const { protocol, hostname } = new URL(url);
  if (production && (protocol !== 'https:' || isLoopback(hostname))) {
    throw new ConfigRefusal(
      '生产环境的 WECHAT_API_BASE_URL 必须是 https 且不能指向本机（不允许使用微信模拟服务）。',
    );
  }
  return url;
}

function isLoopback(hostname: string): boolean {
  return /^(localhost|.*\.localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0|\[::1?\]|\[::ffff:.*\])$/i.test(hostname);
}
