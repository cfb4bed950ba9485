import { Module } from '@nestjs/common';
import { CoursesModule } from '../courses/courses.module.js';
import { StaffTopicsController } from './topics.controller.js';
import { TopicsService } from './topics.service.js';
import { TopicsStore } from './topics.store.js';

@Module({
  imports: [CoursesModule],
  controllers: [StaffTopicsController],
  providers: [TopicsService, TopicsStore],
  exports: [TopicsService],
})
export class TopicsModule {}
