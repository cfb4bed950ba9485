import { markResponse, slotScore } from '#scoring';
import { Injectable } from '@nestjs/common';
import { AttemptsService } from '../attempts/attempts.service.js';
import { FrozenContent } from '../frozen-content/frozen-content.service.js';
import type { LearnerIdentity } from '../identity/identity.js';
import { Problem } from '../problems/problem.js';
import { feedbackPolicy } from '../question-content/feedback-view.js';
import type { SlotResult } from '../results/results.dto.js';
import { slotResult } from '../results/results.view.js';
import { RevealsStore } from './reveals.store.js';

@Injectable()
export class RevealsService {
  constructor(
    private readonly store: RevealsStore,
    private readonly attempts: AttemptsService,
    private readonly content: FrozenContent,
  ) {}

  async reveal(
    { learnerId }: LearnerIdentity,
    attemptId: string,
    slot: number,
    now: Date,
  ): Promise<SlotResult> {
    const frozen = await this.attempts.findFrozen(learnerId, attemptId);
    const questionVersionId = frozen?.questionVersionIds[slot - 1];
    if (!frozen || !questionVersionId)
      throw new Problem('not-found', { detail: '没有找到这份答卷或这一题。' });
    const plan = await this.content.readPlan(frozen.quizVersionId);
    const shown = feedbackPolicy(plan).during;
    if (!shown.correctness && !shown.key && !shown.explanation) {
      throw new Problem('feedback-closed', { detail: '这份测验交卷以后才能查看。' });
    }
    const revealed = await this.store.reveal(learnerId, attemptId, slot, now);
    const question = (await this.content.readQuestions([questionVersionId])).get(questionVersionId);
    if (!revealed || !question) throw new Problem('not-found', { detail: '没有找到这份答卷或这一题。' });
    if (!revealed.isOpen) throw new Problem('attempt-closed');
    const { points, response, seed } = revealed;
    const { fraction, rule } = markResponse(question.content, response, plan.marking);
    const score = slotScore({ fraction, points });
    const record = { slot, questionVersionId, points, score, fraction, rule, response };
    return slotResult(record, plan.shuffleOptions ? seed : null, question, shown);
  }
}
