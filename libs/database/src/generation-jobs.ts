import PgBoss from 'pg-boss';
import type { EntityManager } from 'typeorm';

export const GENERATION_QUEUE = 'generation';

export interface GenerationJob {
  readonly generationId: string;
}

/** Creates the job tables and the queue; safe to repeat. Part of `migrate`. */
export async function installJobs(url: string): Promise<void> {
  const jobs = new PgBoss({ connectionString: url, max: 1, supervise: false, schedule: false });
  // Without a listener a lost connection would end the process; `start` and `createQueue` report it as well.
  jobs.on('error', () => undefined);
  await jobs.start();
  await jobs.createQueue(GENERATION_QUEUE, { name: GENERATION_QUEUE, policy: 'standard' });
  await jobs.stop({ graceful: false });
}

/**
 * Puts the job of a generation into the queue as part of the caller's transaction: row and job exist together or not at
 * all. The job carries the generation's id, so that asking twice still means one job.
 */
export async function enqueueGeneration(manager: EntityManager, generationId: string): Promise<void> {
  const db = {
    executeSql: async (text: string, values: unknown[]) => ({
      rows: await manager.query<Record<string, unknown>[]>(text, values),
    }),
  };
  const jobs = new PgBoss({ db, migrate: false, supervise: false, schedule: false });
  await jobs.send(GENERATION_QUEUE, { generationId } satisfies GenerationJob, {
    id: generationId,
    retryLimit: 5,
    retryDelay: 0,
    expireInMinutes: 15,
  });
}
