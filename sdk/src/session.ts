import type { Platform } from './platform.js';
import { isQuizError, isRecord, quizError, type QuizError } from './quiz-error.js';
import { isTransient, retrying, type Retries } from './retrying.js';
import { send, type Sender } from './send.js';
import { within } from './timers.js';
import type { Learner, LearnerSession } from './wire.generated.js';

/** A token is not used in its last half minute, so that it does not expire on the way. */
const MARGIN_MS = 30_000;

export interface Session {
  /** A valid token; signs in when there is none. Any number of callers share one sign-in. */
  token(): Promise<string>;
  learner(): Promise<Learner>;
  /** Forgets this token, unless a newer one is there already. */
  drop(token: string): void;
  /** Signs out. A sign-in under way is not taken over any more. */
  clear(): void;
  /** Changes with every `clear`: what began before must not go on as the next learner. */
  epoch(): number;
}

export interface SessionOptions {
  readonly sender: Sender;
  readonly appId: string | undefined;
  readonly retries: Retries;
}

export function createSession({ sender, appId, retries }: SessionOptions): Session {
  const { platform, clock } = sender;
  const key = `qiic-quiz:session:${sender.baseUrl}:${appId || ''}`;
  let current = readStored(platform, key);
  let cleared = 0;
  let signingIn: Promise<LearnerSession> | undefined;

  const forget = () => {
    current = undefined;
    keeping(() => {
      platform.storage.removeItem(key);
    });
  };

  const askForSession = async () => {
    const id = appId || (platform.appId && platform.appId());
    if (!id) throw quizError('client', 'no-app-id', '缺少 appId，无法登录。');
    const askOnce = async () => {
      // A code is good for one use, so every try takes a fresh one.
      const code = await freshCode(platform, sender.timeout);
      const body = { appId: id, code };
      return (await send(sender, { method: 'POST', path: '/v1/auth/wechat', body })) as LearnerSession;
    };
    return retrying(retries, askOnce, canSignInAgain);
  };

  const signInNow = async () => {
    const before = cleared;
    try {
      const session = await askForSession();
      if (before === cleared) {
        current = session;
        keeping(() => {
          platform.storage.setItem(key, JSON.stringify(session));
        });
      }
      return session;
    } finally {
      if (before === cleared) signingIn = undefined;
    }
  };

  const signIn = () => {
    if (!signingIn) signingIn = signInNow();
    return signingIn;
  };

  const session = (): Promise<LearnerSession> => {
    if (current && Date.parse(current.expiresAt) - MARGIN_MS > clock.now()) return Promise.resolve(current);
    return signIn();
  };

  return {
    token: async () => (await session()).accessToken,
    learner: async () => (await session()).learner,
    drop(token) {
      if (current && current.accessToken === token) forget();
    },
    clear() {
      cleared += 1;
      signingIn = undefined;
      forget();
    },
    epoch: () => cleared,
  };
}

/** A used or stale code is mended by a fresh one; a server without its WeChat secret is not. */
function canSignInAgain(error: QuizError): boolean {
  return (
    error.code === 'wechat-code-invalid' || (isTransient(error) && error.code !== 'wechat-misconfigured')
  );
}

async function freshCode(platform: Platform, timeout: number): Promise<string> {
  const failed = () =>
    quizError('network', 'sign-in-code-failed', '获取微信登录凭证失败，请检查网络后重试。');
  const code = await within(timeout, platform.signInCode(), failed).catch((reason: unknown) => {
    throw isQuizError(reason) ? reason : failed();
  });
  if (!code) throw failed();
  return code;
}

function readStored(platform: Platform, key: string): LearnerSession | undefined {
  let stored: unknown;
  keeping(() => {
    stored = JSON.parse(platform.storage.getItem(key) || 'null');
  });
  return isRecord(stored) && typeof stored['accessToken'] === 'string' && isRecord(stored['learner'])
    ? (stored as unknown as LearnerSession)
    : undefined;
}

/** Storage may be full, forbidden or spoilt; then the session lives in memory only. */
function keeping(touchStorage: () => void): void {
  try {
    touchStorage();
  } catch {
    return;
  }
}
