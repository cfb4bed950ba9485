import {
  ArticleVersionRow,
  findUncomparedUpTo,
  findUncomparedVersions,
  readComparison,
  saveComparison,
  statementsOf,
} from '#database';
import {
  type BeforeApplicationShutdown,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Repeating } from '../repeating.js';
import { ThreadFailure } from '../run-thread.js';
import { compareInThread } from './compare-in-thread.js';

const AT_ONCE = 10;
const MOST_TRIES = 5;

/**
 * Compares new versions of articles with the older ones. The row that waits is the job: whoever dies in the middle leaves
 * nothing behind, and the next turn begins anew.
 */
@Injectable()
export class VersionComparer implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger(VersionComparer.name);
  private readonly stopping = new AbortController();
  private readonly sweep = new Repeating(500, () => this.compareAll(), this.log);

  constructor(private readonly dataSource: DataSource) {}

  onApplicationBootstrap(): void {
    this.sweep.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort(new Error('the worker stops'));
    await this.sweep.stop();
  }

  /** Compares this version and those before it, if nobody did so yet: what is written next must not be there twice. */
  async compareUpTo(versionId: string): Promise<void> {
    for (const id of await findUncomparedUpTo(this.dataSource.manager, versionId)) await this.compare(id);
  }

  private async compareAll(): Promise<void> {
    for (const id of await findUncomparedVersions(this.dataSource.manager, AT_ONCE)) {
      if (this.stopping.signal.aborted) return;
      await this.compare(id).catch((error: Error) => this.log.warn(`version ${id}: ${error.message}`));
    }
  }

  private async compare(versionId: string): Promise<void> {
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const open = await readComparison(this.dataSource.manager, versionId);
      const order = { text: open.text, cleanText: open.cleanText, older: statementsOf(open) };
      try {
        const compared = await compareInThread(order, this.stopping.signal);
        const now = new Date();
        const isSaved = await this.dataSource.transaction((manager) =>
          saveComparison(manager, open, compared, now),
        );
        if (isSaved) return;
      } catch (error) {
        if (!(error instanceof ThreadFailure)) throw error;
        this.log.error(`version ${versionId}: ${error.message}`, error.stack);
        const detail = '比较新旧两版文章时出错，题库没有变化。请联系管理员。';
        const comparisonError = { code: 'comparison-failed', detail };
        await this.dataSource.manager.update(ArticleVersionRow, versionId, { comparisonError });
        return;
      }
    }
    throw new Error('the question bank kept changing while it was compared');
  }
}
