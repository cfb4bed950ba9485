import { Module } from '@nestjs/common';
import { ArticlesModule } from '../articles/articles.module.js';
import { StaffFactsController } from './facts.controller.js';
import { FactsService } from './facts.service.js';
import { FactsStore } from './facts.store.js';

@Module({
  imports: [ArticlesModule],
  controllers: [StaffFactsController],
  providers: [FactsService, FactsStore],
  exports: [FactsService],
})
export class FactsModule {}
