import { Module } from '@nestjs/common';
import { MarkingController } from './marking.controller.js';
import { MarkingService } from './marking.service.js';
import { MarkingStore } from './marking.store.js';

@Module({ controllers: [MarkingController], providers: [MarkingService, MarkingStore] })
export class MarkingModule {}
