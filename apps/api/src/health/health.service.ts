import { findPendingMigrations } from '#database';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Problem } from '../problems/problem.js';
import { Drain } from './drain.js';
import type { HealthReply } from './health.dto.js';

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
    const pending = await findPendingMigrations(this.dataSource).catch((cause: unknown) => {
      throw new Problem('unavailable', { detail: '数据库连接不上。', cause });
    });
    if (pending.length > 0) throw new Problem('unavailable', { detail: '数据库迁移还没有完成。' });
    return { status: 'ok' };
  }
}
