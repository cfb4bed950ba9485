import { Module } from '@nestjs/common';
import { ResultsController } from './results.controller.js';
import { ResultsService } from './results.service.js';
import { ResultsStore } from './results.store.js';

@Module({ controllers: [ResultsController], providers: [ResultsService, ResultsStore] })
export class ResultsModule {}
