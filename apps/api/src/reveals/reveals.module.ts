import { Module } from '@nestjs/common';
import { AttemptsModule } from '../attempts/attempts.module.js';
import { FrozenContentModule } from '../frozen-content/frozen-content.module.js';
import { RevealsController } from './reveals.controller.js';
import { RevealsService } from './reveals.service.js';
import { RevealsStore } from './reveals.store.js';

@Module({
  imports: [AttemptsModule, FrozenContentModule],
  controllers: [RevealsController],
  providers: [RevealsService, RevealsStore],
})
export class RevealsModule {}
