import { Injectable } from '@nestjs/common';
import type { LearnerIdentity } from '../identity/identity.js';
import { Problem } from '../problems/problem.js';
import type { FlaggedSlots } from './flags.dto.js';
import { FlagsStore } from './flags.store.js';

@Injectable()
export class FlagsService {
  constructor(private readonly store: FlagsStore) {}

  async set(
    { learnerId }: LearnerIdentity,
    attemptId: string,
    slot: number,
    flagged: boolean,
    now: Date,
  ): Promise<FlaggedSlots> {
    const slots = await this.store.setFlag(learnerId, attemptId, slot, flagged, now);
    if (slots) return { flagged: slots };
    const attempt = await this.store.findAttempt(learnerId, attemptId);
    if (!attempt || slot > attempt.slots) {
      throw new Problem('not-found', { detail: '没有找到这份答卷或这一题。' });
    }
    throw new Problem('attempt-closed');
  }
}
