import { createHash, randomBytes } from 'node:crypto';

export interface FakeApp {
  readonly appId: string;
  readonly secret: string;
  /** Apps of one open-platform account share their users' unionid. */
  readonly openPlatform?: string;
}

export interface FakeCode {
  readonly appId: string;
  readonly user: string;
  readonly expiresAt: number;
  used: boolean;
}

const CODE_MINUTES = 5;

/** What the fake remembers: who may ask, which codes are out, and how far its clock was moved. */
export class FakeState {
  readonly codes = new Map<string, FakeCode>();
  private readonly apps: ReadonlyMap<string, FakeApp>;
  private advancedMs = 0;

  constructor(
    private readonly listed: readonly FakeApp[],
    private readonly realNow: () => number = Date.now,
  ) {
    this.apps = new Map(listed.map((app) => [app.appId, app]));
  }

  now(): number {
    return this.realNow() + this.advancedMs;
  }

  advance(ms: number): void {
    this.advancedMs += ms;
  }

  reset(): void {
    this.codes.clear();
    this.advancedMs = 0;
  }

  /** Without an id: the first app. */
  app(appId?: string): FakeApp | undefined {
    return appId === undefined ? this.listed[0] : this.apps.get(appId);
  }

  /** What wx.login gives on this user's phone: for five minutes, for one use. */
  mintCode(app: FakeApp, user: string): string {
    const code = `0${randomBytes(23).toString('base64url')}`;
    const expiresAt = this.now() + CODE_MINUTES * 60_000;
    this.codes.set(code, { appId: app.appId, user, expiresAt, used: false });
    return code;
  }
}

/** The same user of the same app is always the same openid: 28 characters, like real ones. */
export function openidOf(app: FakeApp, user: string): string {
  return `o${digest(app.appId, user).slice(0, 27)}`;
}

export function unionidOf(app: FakeApp, user: string): string | undefined {
  return app.openPlatform === undefined ? undefined : `o6${digest(app.openPlatform, user).slice(0, 26)}`;
}

function digest(...parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('base64url');
}
