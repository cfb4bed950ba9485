import { refuseResponse } from '#question';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AttemptsService } from '../attempts/attempts.service.js';
import type { LearnerIdentity } from '../identity/identity.js';
import { invalidField, Problem } from '../problems/problem.js';
import { responseView } from '../question-content/response-view.js';
import type { Answer, AnswerReceipt } from './answers.dto.js';
import { AnswersStore } from './answers.store.js';

@Injectable()
export class AnswersService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly store: AnswersStore,
    private readonly attempts: AttemptsService,
  ) {}

  /** `now` is when the request arrived: an answer in time is in time, however long it had to wait here. */
  async save(
    { learnerId }: LearnerIdentity,
    attemptId: string,
    slot: number,
    { sequence, response }: Answer,
    now: Date,
  ): Promise<AnswerReceipt> {
    const { manager } = this.dataSource;
    const spot = { learnerId, attemptId, slot };
    const found = await this.store.findQuestion(manager, spot);
    if (!found) throw new Problem('not-found', { detail: '没有找到这份答卷或这一题。' });
    if (found.state !== 'in_progress') throw new Problem('attempt-closed');
    const refusal = refuseResponse(found.content, response);
    if (refusal) throw invalidField(`/response${refusal.pointer}`, refusal.code, refusal.detail);

    const outcome = await this.store.record(
      manager,
      spot,
      { sequence, response: responseView(response) },
      now,
    );
    if (!outcome) throw new Problem('not-found', { detail: '没有找到这份答卷或这一题。' });
    if (!outcome.open) {
      await this.attempts.closeIfOverdue(learnerId, attemptId, now);
      throw new Problem('attempt-closed');
    }
    const { saved, answered, total } = outcome;
    return {
      slot,
      saved,
      sequence: outcome.sequence,
      answeredAt: outcome.answeredAt.toISOString(),
      answered,
      total,
    };
  }
}
