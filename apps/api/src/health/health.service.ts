import { findPendingMigrations } from '#database';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Problem } from '../problems/problem.js';
import { Drain } from './drain.js';
import type { HealthReply } from './health.dto.js';

/** A database that takes longer to answer so small a question is as good as away. */
const LONGEST_MS = 3_000;

@Injectable()
export class HealthService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly drain: Drain,
  ) {}

  live(): HealthReply {
    return { status: 'ok' };
  }

  async ready(): Promise<HealthReply> {
    if (this.drain.started) throw new Problem('unavailable', { detail: '服务正在停止。' });
    const answer = within(LONGEST_MS, findPendingMigrations(this.dataSource));
    const pending = await answer.catch((cause: unknown) => {
      throw new Problem('unavailable', { detail: '数据库连接不上。', cause });
    });
    if (pending.length > 0) throw new Problem('unavailable', { detail: '数据库迁移还没有完成。' });
    return { status: 'ok' };
  }
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${ms} ms`)), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
