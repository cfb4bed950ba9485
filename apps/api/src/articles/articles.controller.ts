import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ForInstructors, SignedInStaff } from '../identity/audience.decorator.js';
import type { StaffIdentity } from '../identity/identity.js';
import { ApiProblems } from '../problems/api-problems.decorator.js';
import { ArrivedAt } from '../requests/arrived-at.decorator.js';
import { IdParam } from '../requests/id-param.decorator.js';
import { Article, ArticleList, ArticlesQuery, ArticleText, NewArticle } from './articles.dto.js';
import { ArticlesService } from './articles.service.js';

@ApiTags('staff articles')
@Controller('v1/staff/articles')
@ForInstructors()
export class StaffArticlesController {
  constructor(private readonly articles: ArticlesService) {}

  /** 上传一篇文章。Uploads an article. */
  @Post()
  @ApiProblems('article-empty', 'article-binary', 'article-too-long', 'not-found')
  create(
    @SignedInStaff() staff: StaffIdentity,
    @Body() input: NewArticle,
    @ArrivedAt() now: Date,
  ): Promise<Article> {
    return this.articles.create(staff, input, now);
  }

  /** 一门课程的文章。Articles of a course. */
  @Get()
  @ApiProblems('not-found')
  list(@SignedInStaff() staff: StaffIdentity, @Query() query: ArticlesQuery): Promise<ArticleList> {
    return this.articles.list(staff, query.courseId);
  }

  /** 一篇文章的正文，以及清洗后的正文。One article with its text. */
  @Get(':articleId')
  @ApiProblems('not-found')
  get(@SignedInStaff() staff: StaffIdentity, @IdParam('articleId') articleId: string): Promise<ArticleText> {
    return this.articles.get(staff, articleId);
  }
}
