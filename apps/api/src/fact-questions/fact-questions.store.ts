import type { Question } from '#question';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

export interface AskedQuestion {
  readonly id: string;
  readonly content: Question;
}

@Injectable()
export class FactQuestionsStore {
  /** What the bank asks of the fact's text, in any state: what was turned down is not to be asked again either. */
  findAsked(manager: EntityManager, articleVersionId: string): Promise<AskedQuestion[]> {
    return manager.query(
      `select q.id, v.content
       from question q join question_version v on v.question_id = q.id and v.number = q.latest_version
       where q.article_version_id = $1 order by q.id`,
      [articleVersionId],
    );
  }
}
