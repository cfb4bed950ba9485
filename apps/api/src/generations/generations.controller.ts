import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ForInstructors, SignedInStaff } from '../identity/audience.decorator.js';
import type { StaffIdentity } from '../identity/identity.js';
import { ApiProblems } from '../problems/api-problems.decorator.js';
import { ArrivedAt } from '../requests/arrived-at.decorator.js';
import { IdParam } from '../requests/id-param.decorator.js';
import { Generation, GenerationNotePage, NewGeneration, NotesQuery } from './generations.dto.js';
import { GenerationsService } from './generations.service.js';

@ApiTags('staff generations')
@Controller('v1/staff')
@ForInstructors()
export class StaffGenerationsController {
  constructor(private readonly generations: GenerationsService) {}

  /** 让后台从一篇文章出题；立即返回，进度另查。Starts writing questions from an article in the background. */
  @Post('articles/:articleId/generations')
  @HttpCode(202)
  @ApiProblems('not-found')
  create(
    @SignedInStaff() staff: StaffIdentity,
    @IdParam('articleId') articleId: string,
    @Body() input: NewGeneration,
    @ArrivedAt() now: Date,
  ): Promise<Generation> {
    return this.generations.create(staff, articleId, input, now);
  }

  /** 一次出题的进度和结果。Progress and outcome of one run. */
  @Get('generations/:generationId')
  @ApiProblems('not-found')
  get(
    @SignedInStaff() staff: StaffIdentity,
    @IdParam('generationId') generationId: string,
  ): Promise<Generation> {
    return this.generations.get(staff, generationId);
  }

  /** 一次出题的全部说明，分页。All notes of one run, page by page. */
  @Get('generations/:generationId/notes')
  @ApiProblems('not-found')
  listNotes(
    @SignedInStaff() staff: StaffIdentity,
    @IdParam('generationId') generationId: string,
    @Query() query: NotesQuery,
  ): Promise<GenerationNotePage> {
    return this.generations.listNotes(staff, generationId, query);
  }
}
