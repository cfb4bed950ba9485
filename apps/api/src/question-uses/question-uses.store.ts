import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { QuestionUse } from './question-uses.dto.js';

/** Attempts are found by their quiz, slots by their attempt: nothing is read that has not to do with the question. */
const USES = `
  with used as (
    select s.quiz_version_id, 'pinned' as how, s.question_version_id from quiz_slot s where s.question_id = $1
    union all
    select p.quiz_version_id, 'drawn', p.question_version_id
    from quiz_pool p join question_version v on v.id = p.question_version_id where v.question_id = $1
  )
  select z.quiz_id as "quizId", z.title, z.number as "quizVersion", z.published_at is not null as "isPublished",
         u.how, v.number as version, c.shown as "shownCount", c.answered as "answeredCount"
  from used u
  join quiz_version z on z.id = u.quiz_version_id
  left join question_version v on v.id = u.question_version_id
  cross join lateral (
    select count(*)::int as shown, count(s.response)::int as answered
    from attempt a
    join attempt_slot s on s.learner_id = a.learner_id and s.attempt_id = a.id
                       and s.question_version_id = u.question_version_id
    where a.quiz_id = z.quiz_id and a.quiz_version_id = z.id and a.state = 'submitted'
  ) c
  order by z.id desc, u.how limit 200`;

@Injectable()
export class QuestionUsesStore {
  /** The caller has made sure that the question is the asker's. */
  findUses(manager: EntityManager, questionId: string): Promise<QuestionUse[]> {
    return manager.query(USES, [questionId]);
  }
}
