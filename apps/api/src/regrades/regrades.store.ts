import { type RegradeCounts, type RegradeKind, RegradeRunRow, type RegradeState } from '#database';
import type { QuestionType } from '#question';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

export interface RegradeRecord {
  readonly id: string;
  readonly quizId: string;
  readonly questionId: string;
  readonly stem: string;
  readonly kind: RegradeKind;
  readonly toVersion: number | null;
  readonly reason: string;
  readonly state: RegradeState;
  readonly counts: RegradeCounts;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly appliedAt: Date | null;
  readonly undoneAt: Date | null;
  readonly undoReason: string;
}

export interface RegradeChangeRecord {
  readonly learnerId: string;
  readonly nickname: string | null;
  readonly attemptId: string;
  readonly number: number;
  readonly slot: number;
  readonly from: number;
  readonly to: number;
  readonly maxFrom: number;
  readonly maxTo: number;
  readonly passedFrom: boolean | null;
  readonly passedTo: boolean | null;
  readonly appliedAt: Date | null;
  readonly undoneAt: Date | null;
}

export interface QuestionVersion {
  readonly id: string;
  readonly number: number;
  readonly type: QuestionType;
}

const RUN = `
  select r.id, r.quiz_id as "quizId", r.question_id as "questionId", n.content ->> 'stem' as stem, r.kind,
         t.number as "toVersion", r.reason, r.state, r.counts, i.name as "createdBy", r.created_at as "createdAt",
         r.applied_at as "appliedAt", r.undone_at as "undoneAt", r.undo_reason as "undoReason"
  from regrade_run r
  join question q on q.id = r.question_id
  join question_version n on n.question_id = q.id and n.number = q.latest_version
  join instructor i on i.id = r.created_by
  left join question_version t on t.id = r.to_version_id
  where r.quiz_id = $1`;

@Injectable()
export class RegradesStore {
  async hasQuiz(manager: EntityManager, partnerId: string, quizId: string): Promise<boolean> {
    const rows = await manager.query<unknown[]>(
      'select 1 from quiz q join course c on c.id = q.course_id where c.partner_id = $1 and q.id = $2',
      [partnerId, quizId],
    );
    return rows.length > 0;
  }

  /** Versions of a question that some version of the quiz asks or draws from; none when the quiz does not know it. */
  findVersions(manager: EntityManager, quizId: string, questionId: string): Promise<QuestionVersion[]> {
    return manager.query(
      `select v.id, v.number, v.type from question_version v
       where v.question_id = $2 and exists (
         select from quiz_version p
         where p.quiz_id = $1 and p.published_at is not null and (
           exists (select from quiz_slot s where s.quiz_version_id = p.id and s.question_id = $2)
           or exists (select from quiz_pool o join question_version w on w.id = o.question_version_id
                      where o.quiz_version_id = p.id and w.question_id = $2)))
       order by v.number`,
      [quizId, questionId],
    );
  }

  async find(manager: EntityManager, quizId: string, runId: string): Promise<RegradeRecord | null> {
    const [run] = await manager.query<RegradeRecord[]>(`${RUN} and r.id = $2`, [quizId, runId]);
    return run ?? null;
  }

  findPage(manager: EntityManager, quizId: string, page: number, pageSize: number): Promise<RegradeRecord[]> {
    return manager.query(`${RUN} order by r.id desc limit $2 offset $3`, [
      quizId,
      pageSize,
      (page - 1) * pageSize,
    ]);
  }

  count(manager: EntityManager, quizId: string): Promise<number> {
    return manager.countBy(RegradeRunRow, { quizId });
  }

  findChanges(
    manager: EntityManager,
    runId: string,
    page: number,
    pageSize: number,
  ): Promise<RegradeChangeRecord[]> {
    return manager.query(
      `select c.learner_id as "learnerId", l.nickname, c.attempt_id as "attemptId", a.number, c.slot,
              c.old_score::float8 as "from", c.new_score::float8 as "to", c.old_max_score::float8 as "maxFrom",
              c.new_max_score::float8 as "maxTo", c.old_passed as "passedFrom", c.new_passed as "passedTo",
              c.applied_at as "appliedAt", c.undone_at as "undoneAt"
       from regrade_change c
       join attempt a on a.learner_id = c.learner_id and a.id = c.attempt_id
       join learner l on l.id = c.learner_id
       where c.regrade_run_id = $1
       order by abs(c.new_score - c.old_score) desc, c.attempt_id limit $2 offset $3`,
      [runId, pageSize, (page - 1) * pageSize],
    );
  }

  async countChanges(manager: EntityManager, runId: string): Promise<number> {
    const [row] = await manager.query<{ count: number }[]>(
      'select count(*)::int as count from regrade_change where regrade_run_id = $1',
      [runId],
    );
    return row?.count ?? 0;
  }

  /** The regrade, the quiz held so that no other regrade of it begins or ends meanwhile. */
  async lock(manager: EntityManager, quizId: string, runId: string): Promise<RegradeRunRow | null> {
    await manager.query('select id from quiz where id = $1 for no key update', [quizId]);
    return manager.findOneBy(RegradeRunRow, { id: runId, quizId });
  }

  /** Whether another regrade of the quiz is under way. */
  async hasOtherUnderWay(manager: EntityManager, quizId: string, runId: string): Promise<boolean> {
    const rows = await manager.query<unknown[]>(
      `select 1 from regrade_run where quiz_id = $1 and id <> $2 and state in ('applying', 'undoing')`,
      [quizId, runId],
    );
    return rows.length > 0;
  }
}
