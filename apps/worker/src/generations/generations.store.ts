import { GenerationRow, type GenerationProgress } from '#database';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { WritingOrder } from './write-in-thread.js';

/** After so long without a sign of life its worker is taken for dead. Signs come every second. */
const SILENT_SECONDS = 5;

@Injectable()
export class GenerationsStore {
  constructor(private readonly dataSource: DataSource) {}

  /** Marks a generation as running and returns what to write. Null when it is finished already. */
  async begin(id: string): Promise<WritingOrder | null> {
    const [order] = await this.dataSource.query<WritingOrder[]>(
      `with begun as (
         update generation set state = 'running', started_at = coalesce(started_at, now()), seen_at = now()
         where id = $1 and state in ('queued', 'running')
         returning article_version_id, seed, count, types, forms_per_fact
       )
       select v.text, b.seed, b.count, b.types, b.forms_per_fact as forms from begun b join article_version v on v.id = b.article_version_id`,
      [id],
    );
    return order ?? null;
  }

  /** A sign of life, with the progress if there is news of it. */
  async signal(id: string, progress: GenerationProgress | null): Promise<void> {
    await this.dataSource.query(
      `update generation set seen_at = now(), progress = coalesce($2::jsonb, progress)
       where id = $1 and state = 'running'`,
      [id, progress && JSON.stringify(progress)],
    );
  }

  async fail(id: string, code: string, detail: string, now: Date): Promise<void> {
    await this.dataSource.manager.update(
      GenerationRow,
      { id, state: 'running' },
      { state: 'failed', error: { code, detail }, finishedAt: now },
    );
  }

  /** Takes over generations whose worker has gone silent; of several that ask at once one gets each. */
  claimSilent(): Promise<{ id: string }[]> {
    return this.dataSource.query(
      `with claimed as (
         update generation set seen_at = now()
         where state = 'running' and seen_at < now() - make_interval(secs => $1) returning id
       )
       select id from claimed`,
      [SILENT_SECONDS],
    );
  }
}
