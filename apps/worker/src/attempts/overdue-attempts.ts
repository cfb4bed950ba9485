import { closeAttempt, findOverdueAttempts, runOn } from '#database';
import {
  type BeforeApplicationShutdown,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Repeating } from '../repeating.js';

/** An answer that arrived in time may still be on its way through the api; it gets this long to be stored. */
const GRACE_MS = 2_000;
const AT_ONCE = 100;

/** Closes attempts that nobody submitted, at their deadline however late it is noticed. */
@Injectable()
export class OverdueAttempts implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger(OverdueAttempts.name);
  private readonly sweep = new Repeating(1_000, () => this.closeAll(new Date()), this.log);

  constructor(private readonly dataSource: DataSource) {}

  onApplicationBootstrap(): void {
    this.sweep.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.sweep.stop();
  }

  private async closeAll(now: Date): Promise<void> {
    const before = new Date(now.getTime() - GRACE_MS);
    const run = runOn(this.dataSource);
    for (const key of await findOverdueAttempts(run, before, AT_ONCE)) {
      await closeAttempt(run, key, 'deadline', now).catch((error: Error) =>
        this.log.error(`attempt ${key.attemptId}: ${error.message}`, error.stack),
      );
    }
  }
}
