import { Module } from '@nestjs/common';
import { AttemptsController } from './attempts.controller.js';
import { AttemptsService } from './attempts.service.js';
import { AttemptsStore } from './attempts.store.js';

@Module({
  controllers: [AttemptsController],
  providers: [AttemptsService, AttemptsStore],
  exports: [AttemptsService],
})
export class AttemptsModule {}
