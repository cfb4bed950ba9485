import { Module } from '@nestjs/common';
import { RegradesController } from './regrades.controller.js';
import { RegradesService } from './regrades.service.js';
import { RegradesStore } from './regrades.store.js';

@Module({ controllers: [RegradesController], providers: [RegradesService, RegradesStore] })
export class RegradesModule {}
