import { InstructorRow, LearnerIdentityRow, LearnerRow, PartnerRow } from '#database';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';

export interface WechatPerson {
  readonly appId: string;
  readonly openid: string;
  readonly unionid: string | null;
}

@Injectable()
export class SignInStore {
  findInstructor(manager: EntityManager, account: string): Promise<InstructorRow | null> {
    return manager.findOneBy(InstructorRow, { account });
  }

  findPartnerOfApp(manager: EntityManager, appId: string): Promise<PartnerRow | null> {
    return manager.findOneBy(PartnerRow, { wechatAppId: appId });
  }

  async findLearner(manager: EntityManager, { appId, openid }: WechatPerson): Promise<LearnerRow | null> {
    const key = { provider: 'wechat', appId, subject: openid } as const;
    const known = await manager.findOneBy(LearnerIdentityRow, key);
    return known && manager.findOneBy(LearnerRow, { id: known.learnerId });
  }

  /** Adds a learner with this identity; false when somebody else just did, and then nothing may stay of this one. */
  async addLearner(
    manager: EntityManager,
    partnerId: string,
    person: WechatPerson,
    now: Date,
  ): Promise<boolean> {
    const learnerId = uuidv7();
    await manager.insert(LearnerRow, { id: learnerId, partnerId, nickname: null, createdAt: now });
    const added = await manager.query<unknown[]>(
      `insert into learner_identity (provider, app_id, subject, union_id, learner_id, created_at)
       values ('wechat', $1, $2, $3, $4, $5) on conflict do nothing returning 1`,
      [person.appId, person.openid, person.unionid, learnerId, now],
    );
    if (added.length === 0) await manager.delete(LearnerRow, { id: learnerId });
    return added.length > 0;
  }
}
