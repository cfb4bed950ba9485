import { compareQuestions } from '#question';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { StaffIdentity } from '../identity/identity.js';
import { Problem } from '../problems/problem.js';
import { QuestionsService } from '../questions/questions.service.js';
import type {
  QuestionDiff,
  QuestionVersionDetail,
  QuestionVersionList,
  SimilarQuestions,
} from './question-edits.dto.js';
import { QuestionEditsStore } from './question-edits.store.js';
import { diffView, versionDetail, versionSummary } from './question-edits.view.js';

/** What became of a question, and what is like it. */
@Injectable()
export class QuestionHistoryService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly store: QuestionEditsStore,
    private readonly questions: QuestionsService,
  ) {}

  async list(staff: StaffIdentity, questionId: string): Promise<QuestionVersionList> {
    const { manager } = this.dataSource;
    const { id } = await this.questions.require(manager, staff, questionId);
    return { items: (await this.store.findVersions(manager, id)).map(versionSummary) };
  }

  async get(staff: StaffIdentity, questionId: string, version: number): Promise<QuestionVersionDetail> {
    const [found] = await this.find(staff, questionId, [version]);
    return versionDetail(found);
  }

  async diff(staff: StaffIdentity, questionId: string, from: number, to: number): Promise<QuestionDiff> {
    const [before, after = before] = await this.find(staff, questionId, [from, to]);
    return diffView(compareQuestions(before.content, after.content));
  }

  async findDuplicates(staff: StaffIdentity, questionId: string): Promise<SimilarQuestions> {
    const { manager } = this.dataSource;
    const { id, courseId, content } = await this.questions.require(manager, staff, questionId);
    return { items: await this.store.findDuplicates(manager, courseId, content, [id]) };
  }

  /** In the order asked for; all of them, or a refusal. */
  private async find(staff: StaffIdentity, questionId: string, versions: readonly [number, ...number[]]) {
    const { manager } = this.dataSource;
    const { id } = await this.questions.require(manager, staff, questionId);
    const found = await this.store.findVersions(manager, id, versions);
    const [first, ...rest] = versions.map((version) => {
      const one = found.find((candidate) => candidate.version === version);
      if (!one) throw new Problem('not-found', { detail: `这道题没有第 ${version} 版。` });
      return one;
    });
    if (!first) throw new Problem('not-found');
    return [first, ...rest] as const;
  }
}
