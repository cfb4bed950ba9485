import { findUnfinishedRegrades, finishRegrade, runOn } from '#database';
import {
  type BeforeApplicationShutdown,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Repeating } from '../repeating.js';

/** The api that began it finishes within this time, unless it was ended. */
const PATIENCE_MS = 60_000;

/** Finishes regrades whose api process was ended half-way. */
@Injectable()
export class UnfinishedRegrades implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger(UnfinishedRegrades.name);
  private readonly sweep = new Repeating(5_000, () => this.finishAll(new Date()), this.log);

  constructor(private readonly dataSource: DataSource) {}

  onApplicationBootstrap(): void {
    this.sweep.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.sweep.stop();
  }

  private async finishAll(now: Date): Promise<void> {
    const before = new Date(now.getTime() - PATIENCE_MS);
    for (const runId of await findUnfinishedRegrades(runOn(this.dataSource), before)) {
      await finishRegrade(this.dataSource, runId);
      this.log.log(`regrade ${runId} had broken off and is finished`);
    }
  }
}
