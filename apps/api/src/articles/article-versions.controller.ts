import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ForInstructors, SignedInStaff } from '../identity/audience.decorator.js';
import type { StaffIdentity } from '../identity/identity.js';
import { ApiProblems } from '../problems/api-problems.decorator.js';
import { ArrivedAt } from '../requests/arrived-at.decorator.js';
import { FileBody, type SentFile, TakesFile } from '../requests/file-body.js';
import { IdParam } from '../requests/id-param.decorator.js';
import {
  ArticleVersion,
  ArticleVersionList,
  NewArticleVersion,
  NewVersionFile,
} from './article-versions.dto.js';
import { ArticleVersionsService } from './article-versions.service.js';
import { FILE_PROBLEMS, TEXT_PROBLEMS } from './reading-problems.js';

const CREATED = { type: ArticleVersion, description: '新的版本。The new version.' };
const SAME = {
  type: ArticleVersion,
  description: '与最新版相同，没有增加版本。The newest version, which has this text already.',
};

@ApiTags('staff articles')
@Controller('v1/staff/articles/:articleId/versions')
@ForInstructors()
export class StaffArticleVersionsController {
  constructor(private readonly versions: ArticleVersionsService) {}

  /** 给文章换一份文本：成为下一个版本，旧版本不变；后台随即比较新旧两版。Gives an article a new text, which becomes its next version. */
  @Post()
  @ApiCreatedResponse(CREATED)
  @ApiOkResponse(SAME)
  @ApiProblems(...TEXT_PROBLEMS, 'not-found')
  async create(
    @SignedInStaff() staff: StaffIdentity,
    @IdParam('articleId') articleId: string,
    @Body() input: NewArticleVersion,
    @ArrivedAt() now: Date,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ArticleVersion> {
    const { version, isNew } = await this.versions.create(staff, articleId, input.text, now);
    void reply.code(isNew ? 201 : 200);
    return version;
  }

  /** 用文件给文章换一份文本。Gives an article a new text as a file. */
  @Post('files')
  @TakesFile()
  @ApiCreatedResponse(CREATED)
  @ApiOkResponse(SAME)
  @ApiProblems(...FILE_PROBLEMS, 'not-found')
  async createFromFile(
    @SignedInStaff() staff: StaffIdentity,
    @IdParam('articleId') articleId: string,
    @Query() query: NewVersionFile,
    @FileBody() file: SentFile,
    @ArrivedAt() now: Date,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ArticleVersion> {
    const { version, isNew } = await this.versions.createFromFile(staff, articleId, query.name, file, now);
    void reply.code(isNew ? 201 : 200);
    return version;
  }

  /** 文章的各个版本，新的在前。Versions of an article, newest first. */
  @Get()
  @ApiProblems('not-found')
  list(
    @SignedInStaff() staff: StaffIdentity,
    @IdParam('articleId') articleId: string,
  ): Promise<ArticleVersionList> {
    return this.versions.list(staff, articleId);
  }
}
