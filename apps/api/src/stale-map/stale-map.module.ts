import { Module } from '@nestjs/common';
import { ArticlesModule } from '../articles/articles.module.js';
import { StaffStaleMapController } from './stale-map.controller.js';
import { StaleMapService } from './stale-map.service.js';
import { StaleMapStore } from './stale-map.store.js';

@Module({
  imports: [ArticlesModule],
  controllers: [StaffStaleMapController],
  providers: [StaleMapService, StaleMapStore],
})
export class StaleMapModule {}
