import { Global, Module } from '@nestjs/common';
import { Drain } from './drain.js';
import { HealthController } from './health.controller.js';
import { HealthService } from './health.service.js';

@Global()
@Module({ controllers: [HealthController], providers: [Drain, HealthService], exports: [Drain] })
export class HealthModule {}
