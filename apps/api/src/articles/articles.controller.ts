import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ForInstructors, SignedInStaff } from '../identity/audience.decorator.js';
import type { StaffIdentity } from '../identity/identity.js';
import { ApiProblems } from '../problems/api-problems.decorator.js';
import { ArrivedAt } from '../requests/arrived-at.decorator.js';
import { FileBody, type SentFile, TakesFile } from '../requests/file-body.js';
import { IdParam } from '../requests/id-param.decorator.js';
import {
  Article,
  ArticleList,
  ArticlesQuery,
  ArticleText,
  NewArticle,
  NewArticleFile,
} from './articles.dto.js';
import { ArticlesService } from './articles.service.js';
import { FILE_PROBLEMS, TEXT_PROBLEMS } from './reading-problems.js';

@ApiTags('staff articles')
@Controller('v1/staff/articles')
@ForInstructors()
export class StaffArticlesController {
  constructor(private readonly articles: ArticlesService) {}

  /** 粘贴一篇文章。Uploads an article as text. */
  @Post()
  @ApiProblems(...TEXT_PROBLEMS, 'not-found')
  create(
    @SignedInStaff() staff: StaffIdentity,
    @Body() input: NewArticle,
    @ArrivedAt() now: Date,
  ): Promise<Article> {
    return this.articles.create(staff, input, now);
  }

  /** 上传一篇文章的文件：Markdown、HTML、Word（.docx）或纯文本。Uploads an article as a file. */
  @Post('files')
  @TakesFile()
  @ApiProblems(...FILE_PROBLEMS, 'not-found')
  createFromFile(
    @SignedInStaff() staff: StaffIdentity,
    @Query() query: NewArticleFile,
    @FileBody() file: SentFile,
    @ArrivedAt() now: Date,
  ): Promise<Article> {
    return this.articles.createFromFile(staff, query, file, now);
  }

  /** 一门课程的文章。Articles of a course. */
  @Get()
  @ApiProblems('not-found')
  list(@SignedInStaff() staff: StaffIdentity, @Query() query: ArticlesQuery): Promise<ArticleList> {
    return this.articles.list(staff, query.courseId);
  }

  /** 一篇文章最新版的原稿、正文，以及清洗后的正文。The newest version of an article with its texts. */
  @Get(':articleId')
  @ApiProblems('not-found')
  get(@SignedInStaff() staff: StaffIdentity, @IdParam('articleId') articleId: string): Promise<ArticleText> {
    return this.articles.get(staff, articleId);
  }
}
