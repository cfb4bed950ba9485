import { Module } from '@nestjs/common';
import { AttemptsModule } from '../attempts/attempts.module.js';
import { FrozenContentModule } from '../frozen-content/frozen-content.module.js';
import { ResultsController } from './results.controller.js';
import { ResultsService } from './results.service.js';
import { ResultsStore } from './results.store.js';

@Module({
  imports: [AttemptsModule, FrozenContentModule],
  controllers: [ResultsController],
  providers: [ResultsService, ResultsStore],
})
export class ResultsModule {}
