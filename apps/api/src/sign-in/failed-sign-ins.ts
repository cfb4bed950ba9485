/** Counts tries that did not succeed (yet) per account and address, in this process: guessing gets slow, one typo costs nothing. */
export class FailedSignIns {
  private readonly failures = new Map<string, { count: number; since: number }>();

  constructor(
    private readonly allowed = 10,
    private readonly windowMs = 5 * 60_000,
  ) {}

  /** Seconds to wait before the next try, or 0. */
  secondsToWait(who: string, now: Date): number {
    const failed = this.failures.get(who);
    if (!failed || failed.count < this.allowed) return 0;
    return Math.max(0, Math.ceil((failed.since + this.windowMs - now.getTime()) / 1000));
  }

  add(who: string, now: Date): void {
    this.forgetOld(now);
    const failed = this.failures.get(who) ?? { count: 0, since: now.getTime() };
    this.failures.set(who, { ...failed, count: failed.count + 1 });
  }

  clear(who: string): void {
    this.failures.delete(who);
  }

  private forgetOld(now: Date): void {
    for (const [who, { since }] of this.failures) {
      if (since + this.windowMs > now.getTime()) break;
      this.failures.delete(who);
    }
  }
}
