import { Module } from '@nestjs/common';
import { OverridesController } from './overrides.controller.js';
import { OverridesService } from './overrides.service.js';
import { OverridesStore } from './overrides.store.js';

@Module({ controllers: [OverridesController], providers: [OverridesService, OverridesStore] })
export class OverridesModule {}
