import { Module } from '@nestjs/common';
import { FrozenContentModule } from '../frozen-content/frozen-content.module.js';
import { AttemptsController } from './attempts.controller.js';
import { AttemptsService } from './attempts.service.js';
import { AttemptsStore } from './attempts.store.js';

@Module({
  imports: [FrozenContentModule],
  controllers: [AttemptsController],
  providers: [AttemptsService, AttemptsStore],
  exports: [AttemptsService],
})
export class AttemptsModule {}
