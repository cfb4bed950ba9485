import { LearnerRow } from '#database';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { LearnerIdentity } from '../identity/identity.js';
import { Problem } from '../problems/problem.js';
import type { Learner } from '../sign-in/sign-in.dto.js';

@Injectable()
export class LearnersService {
  constructor(private readonly dataSource: DataSource) {}

  async get({ learnerId, partnerId }: LearnerIdentity): Promise<Learner> {
    const learner = await this.dataSource.manager.findOneBy(LearnerRow, { id: learnerId, partnerId });
    if (!learner) throw new Problem('not-found');
    return { id: learner.id, nickname: learner.nickname };
  }
}
