import { refuseResponse } from '#question';
import { Injectable } from '@nestjs/common';
import { AttemptsService } from '../attempts/attempts.service.js';
import { FrozenContent } from '../frozen-content/frozen-content.service.js';
import type { LearnerIdentity } from '../identity/identity.js';
import { invalidField, Problem } from '../problems/problem.js';
import { responseView } from '../question-content/response-view.js';
import type { Answer, AnswerReceipt } from './answers.dto.js';
import { AnswersStore } from './answers.store.js';

@Injectable()
export class AnswersService {
  constructor(
    private readonly store: AnswersStore,
    private readonly attempts: AttemptsService,
    private readonly content: FrozenContent,
  ) {}

  /** `now` is when the request arrived: an answer in time is in time, however long it had to wait here. */
  async save(
    { learnerId }: LearnerIdentity,
    attemptId: string,
    slot: number,
    { sequence, response }: Answer,
    now: Date,
  ): Promise<AnswerReceipt> {
    const frozen = await this.attempts.findFrozen(learnerId, attemptId);
    const versionId = frozen?.questionVersionIds[slot - 1];
    if (!frozen || !versionId) throw new Problem('not-found', { detail: '没有找到这份答卷或这一题。' });
    const question = (await this.content.readQuestions([versionId])).get(versionId);
    const refusal = question && refuseResponse(question.content, response);
    if (refusal) throw invalidField(`/response${refusal.pointer}`, refusal.code, refusal.detail);

    const { navigation } = await this.content.readPlan(frozen.quizVersionId);
    const onward = navigation === 'sequential';
    const given = { learnerId, attemptId, slot, sequence, response: responseView(response), onward, now };
    const outcome = await this.store.record(given);
    if (!outcome) throw new Problem('not-found', { detail: '没有找到这份答卷或这一题。' });
    if (!outcome.open) {
      await this.attempts.closeIfOverdue(learnerId, attemptId, now);
      throw new Problem('attempt-closed');
    }
    if (outcome.isRevealed && !outcome.saved) throw new Problem('slot-revealed');
    if (onward && !outcome.saved && outcome.isPassed) throw new Problem('slot-passed');
    return {
      slot,
      saved: outcome.saved,
      sequence: outcome.sequence,
      answeredAt: outcome.answeredAt.toISOString(),
      answered: outcome.answered,
      total: frozen.questionVersionIds.length,
      dueAt: outcome.dueAt?.toISOString() ?? null,
    };
  }
}
