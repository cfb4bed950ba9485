import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { LearnerIdentity } from '../identity/identity.js';
import type { QuizSummary } from './quizzes.dto.js';

/** The published version of a quiz with what this learner has done of it; an attempt past its time is not open any more. */
const SUMMARY = `
  select q.id, q.course_id as "courseId", v.title, v.description,
         v.mode, coalesce(o.opens_at, v.opens_at) as "opensAt", coalesce(o.closes_at, v.closes_at) as "closesAt",
         v.pass_mark::float8 as "passMark", v.counting, v.navigation,
         v.time_limit_seconds + round(v.time_limit_seconds * coalesce(o.extra_percent, 0) / 100.0)::int
           + coalesce(o.extra_seconds, 0) as "timeLimitSeconds",
         coalesce(o.attempts_allowed, v.attempts_allowed) as "attemptsAllowed",
         s.count as "questionCount", s.points as "totalPoints",
         mine.used as "attemptsUsed", mine.open as "openAttemptId"
  from quiz q
  join course c on c.id = q.course_id
  join lateral (
    select * from quiz_version where quiz_id = q.id and published_at is not null order by number desc limit 1
  ) v on true
  left join learner_override o on o.learner_id = $2 and o.quiz_id = q.id
  cross join lateral (
    select count(*)::int as count, sum(points)::float8 as points from quiz_slot where quiz_version_id = v.id
  ) s
  cross join lateral (
    select count(*)::int as used,
           (array_agg(id) filter (where state = 'in_progress' and (closes_at is null or closes_at > $3)))[1] as open
    from attempt where learner_id = $2 and quiz_id = q.id
  ) mine
  where c.partner_id = $1`;

@Injectable()
export class QuizzesStore {
  findPublished(
    manager: EntityManager,
    { partnerId, learnerId }: LearnerIdentity,
    courseId: string,
    now: Date,
  ): Promise<QuizSummary[]> {
    return manager.query(`${SUMMARY} and q.course_id = $4 order by v.published_at, q.id`, [
      partnerId,
      learnerId,
      now,
      courseId,
    ]);
  }

  async findOnePublished(
    manager: EntityManager,
    { partnerId, learnerId }: LearnerIdentity,
    quizId: string,
    now: Date,
  ): Promise<QuizSummary | null> {
    const parameters = [partnerId, learnerId, now, quizId];
    const [quiz] = await manager.query<QuizSummary[]>(`${SUMMARY} and q.id = $4`, parameters);
    return quiz ?? null;
  }
}
