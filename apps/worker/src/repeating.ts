import type { Logger } from '@nestjs/common';

/** Does something again and again, never twice at once; a failure is logged and the next turn tries again. */
export class Repeating {
  private timer: NodeJS.Timeout | undefined;
  private turn: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly everyMs: number,
    private readonly work: () => Promise<void>,
    private readonly log: Logger,
  ) {}

  start(): void {
    this.timer = setTimeout(() => {
      this.turn = this.takeTurn();
    }, this.everyMs);
  }

  /** Resolves when the turn under way is over. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.turn;
  }

  private async takeTurn(): Promise<void> {
    try {
      await this.work();
    } catch (error) {
      this.log.error(error);
    }
    if (!this.stopped) this.start();
  }
}
