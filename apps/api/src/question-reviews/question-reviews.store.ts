import { PartnerRow } from '#database';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

@Injectable()
export class QuestionReviewsStore {
  async mayReviewAlone(manager: EntityManager, partnerId: string): Promise<boolean> {
    const { singleReview } = await manager.findOneByOrFail(PartnerRow, { id: partnerId });
    return singleReview;
  }

  async setSingleReview(manager: EntityManager, partnerId: string, singleReview: boolean): Promise<void> {
    await manager.update(PartnerRow, partnerId, { singleReview });
  }
}
