import { Module } from '@nestjs/common';
import { FlagsController } from './flags.controller.js';
import { FlagsService } from './flags.service.js';
import { FlagsStore } from './flags.store.js';

@Module({ controllers: [FlagsController], providers: [FlagsService, FlagsStore] })
export class FlagsModule {}
