import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ForEverybody } from '../identity/audience.decorator.js';
import { ApiProblems } from '../problems/api-problems.decorator.js';
import { HealthReply } from './health.dto.js';
import { HealthService } from './health.service.js';

@ApiTags('health')
@Controller()
@ForEverybody()
export class HealthController {
  constructor(private readonly health: HealthService) {}

  /** 进程活着就回答；不检查数据库。Answers as long as the process lives. */
  @Get('healthz')
  live(): HealthReply {
    return this.health.live();
  }

  /** 可以接收请求时回答 200；数据库不可用、迁移未完成或正在停止时为 503。Ready to take requests. */
  @Get('readyz')
  @ApiProblems('unavailable')
  ready(): Promise<HealthReply> {
    return this.health.ready();
  }
}
