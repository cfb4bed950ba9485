import { GENERATION_QUEUE, type GenerationJob } from '#database';
import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import PgBoss from 'pg-boss';
import { Repeating } from '../repeating.js';
import { WORKER_CONFIG, type WorkerConfig } from '../worker-config.js';
import { GenerationWriter } from './generation-writer.js';
import { GenerationsStore } from './generations.store.js';

/** Takes generations from the queue, one at a time, and brings back those whose worker died. */
@Injectable()
export class GenerationJobs implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger(GenerationJobs.name);
  private readonly stopping = new AbortController();
  private readonly jobs: PgBoss;
  private readonly rescue = new Repeating(1_000, () => this.bringBack(), this.log);

  constructor(
    @Inject(WORKER_CONFIG) { databaseUrl }: WorkerConfig,
    private readonly writer: GenerationWriter,
    private readonly store: GenerationsStore,
  ) {
    this.jobs = new PgBoss({
      connectionString: databaseUrl,
      application_name: 'quiz-worker-jobs',
      max: 3,
      migrate: false,
      schedule: false,
      maintenanceIntervalSeconds: 60,
    });
    this.jobs.on('error', (error) => this.log.error(error.message));
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.start();
    await this.jobs.work<GenerationJob>(
      GENERATION_QUEUE,
      { pollingIntervalSeconds: 0.5, batchSize: 1 },
      async (batch) => {
        for (const { data } of batch) await this.writer.write(data.generationId, this.stopping.signal);
      },
    );
    this.rescue.start();
  }

  /** Stops writing at once and gives the job back: the next worker begins it anew. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort(new Error('the worker stops'));
    await this.rescue.stop();
    await this.jobs.stop({ graceful: true, timeout: 5_000 });
  }

  private async bringBack(): Promise<void> {
    for (const { id } of await this.store.claimSilent()) {
      await this.jobs.fail(GENERATION_QUEUE, id, { message: 'its worker went silent' });
      const job = await this.jobs.getJobById(GENERATION_QUEUE, id);
      if (job?.state === 'retry') {
        this.log.warn(`generation ${id} lost its worker and is done again`);
      } else {
        const detail = '出题程序多次中断，已经放弃。请稍后再试，或联系管理员。';
        await this.store.fail(id, 'worker-lost', detail, new Date());
      }
    }
  }
}
