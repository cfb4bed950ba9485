import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { StaffIdentity } from '../identity/identity.js';
import { QuestionsService } from '../questions/questions.service.js';
import type { QuestionUses } from './question-uses.dto.js';
import { QuestionUsesStore } from './question-uses.store.js';

@Injectable()
export class QuestionUsesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly store: QuestionUsesStore,
    private readonly questions: QuestionsService,
  ) {}

  async list(staff: StaffIdentity, questionId: string): Promise<QuestionUses> {
    const { manager } = this.dataSource;
    const { id } = await this.questions.require(manager, staff, questionId);
    const items = await this.store.findUses(manager, id);
    const sum = (pick: 'shownCount' | 'answeredCount') => items.reduce((all, use) => all + use[pick], 0);
    return { items, shownCount: sum('shownCount'), answeredCount: sum('answeredCount') };
  }
}
