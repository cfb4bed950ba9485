import { Module } from '@nestjs/common';
import { ArticlesModule } from '../articles/articles.module.js';
import { StaffGenerationsController } from './generations.controller.js';
import { GenerationsService } from './generations.service.js';
import { GenerationsStore } from './generations.store.js';

@Module({
  imports: [ArticlesModule],
  controllers: [StaffGenerationsController],
  providers: [GenerationsService, GenerationsStore],
})
export class GenerationsModule {}
