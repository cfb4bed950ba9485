import { Module } from '@nestjs/common';
import { CoursesModule } from '../courses/courses.module.js';
import { ArticleReader } from './article-reader.js';
import { StaffArticleVersionsController } from './article-versions.controller.js';
import { ArticleVersionsService } from './article-versions.service.js';
import { StaffArticlesController } from './articles.controller.js';
import { ArticlesService } from './articles.service.js';
import { ArticlesStore } from './articles.store.js';

@Module({
  imports: [CoursesModule],
  controllers: [StaffArticlesController, StaffArticleVersionsController],
  providers: [ArticlesService, ArticleVersionsService, ArticleReader, ArticlesStore],
  exports: [ArticlesService],
})
export class ArticlesModule {}
