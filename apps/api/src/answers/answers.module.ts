import { Module } from '@nestjs/common';
import { AttemptsModule } from '../attempts/attempts.module.js';
import { FrozenContentModule } from '../frozen-content/frozen-content.module.js';
import { AnswersController } from './answers.controller.js';
import { AnswersService } from './answers.service.js';
import { AnswersStore } from './answers.store.js';

@Module({
  imports: [AttemptsModule, FrozenContentModule],
  controllers: [AnswersController],
  providers: [AnswersService, AnswersStore],
})
export class AnswersModule {}
