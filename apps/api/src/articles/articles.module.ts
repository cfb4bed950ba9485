import { Module } from '@nestjs/common';
import { CoursesModule } from '../courses/courses.module.js';
import { StaffArticlesController } from './articles.controller.js';
import { ArticlesService } from './articles.service.js';
import { ArticlesStore } from './articles.store.js';

@Module({
  imports: [CoursesModule],
  controllers: [StaffArticlesController],
  providers: [ArticlesService, ArticlesStore],
  exports: [ArticlesService],
})
export class ArticlesModule {}
