import type { ReportKind, ReportState } from '#database';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

export interface ReportRecord {
  readonly slot: number;
  readonly kind: ReportKind;
  readonly text: string;
  readonly state: ReportState;
  readonly reply: string | null;
  readonly createdAt: Date;
  readonly resolvedAt: Date | null;
}

export interface StaffReportRecord extends ReportRecord {
  readonly id: string;
  readonly questionId: string;
  readonly version: number;
  readonly stem: string;
  readonly quizId: string;
  readonly quizTitle: string;
  readonly openOfQuestion: number;
}

export interface NewReport {
  readonly id: string;
  readonly learnerId: string;
  readonly attemptId: string;
  readonly slot: number;
  readonly questionVersionId: string;
  readonly kind: ReportKind;
  readonly text: string;
}

export interface ReportFilter {
  readonly state?: ReportState;
  readonly kind?: ReportKind;
  readonly quizId?: string;
  readonly questionId?: string;
}

const REPORT = `r.slot, r.kind, r.text, r.state, r.reply, r.created_at as "createdAt", r.resolved_at as "resolvedAt"`;

const OF_STAFF = `
  from question_report r
  join question q on q.id = r.question_id
  join course c on c.id = q.course_id
  join question_version w on w.id = r.question_version_id
  join attempt a on a.learner_id = r.learner_id and a.id = r.attempt_id
  join quiz_version v on v.id = a.quiz_version_id
  where c.partner_id = $1 and ($2::text is null or r.state = $2) and ($3::text is null or r.kind = $3)
    and ($4::uuid is null or a.quiz_id = $4) and ($5::uuid is null or r.question_id = $5)`;

@Injectable()
export class QuestionReportsStore {
  /** Adds the report, or changes the one there is while it is open. Returns whether it is new. */
  async upsert(manager: EntityManager, report: NewReport, now: Date): Promise<boolean> {
    const { id, learnerId, attemptId, slot, questionVersionId, kind, text } = report;
    const [stored] = await manager.query<{ id: string }[]>(
      `insert into question_report (learner_id, attempt_id, slot, id, question_id, question_version_id, kind, text, state,
                                    created_at)
       select $1, $2, $3, $4, v.question_id, v.id, $6, $7, 'open', $8 from question_version v where v.id = $5
       on conflict (learner_id, attempt_id, slot) do update set kind = excluded.kind, text = excluded.text
       where question_report.state = 'open' returning id`,
      [learnerId, attemptId, slot, id, questionVersionId, kind, text, now],
    );
    return stored?.id === id;
  }

  findOwn(manager: EntityManager, learnerId: string, attemptId: string): Promise<ReportRecord[]> {
    return manager.query(
      `select ${REPORT} from question_report r where r.learner_id = $1 and r.attempt_id = $2 order by r.slot`,
      [learnerId, attemptId],
    );
  }

  findPage(
    manager: EntityManager,
    partnerId: string,
    filter: ReportFilter,
    page: number,
    pageSize: number,
  ): Promise<StaffReportRecord[]> {
    return manager.query(
      `select ${REPORT}, r.id, r.question_id as "questionId", w.number as version, w.content ->> 'stem' as stem,
              a.quiz_id as "quizId", v.title as "quizTitle",
              (select count(*)::int from question_report o where o.question_id = r.question_id and o.state = 'open')
                as "openOfQuestion"
       ${OF_STAFF} order by r.created_at, r.id limit $6 offset $7`,
      [...parameters(partnerId, filter), pageSize, (page - 1) * pageSize],
    );
  }

  async count(manager: EntityManager, partnerId: string, filter: ReportFilter): Promise<number> {
    const [row] = await manager.query<{ count: number }[]>(
      `select count(*)::int as count ${OF_STAFF}`,
      parameters(partnerId, filter),
    );
    return row?.count ?? 0;
  }

  async lock(
    manager: EntityManager,
    partnerId: string,
    id: string,
  ): Promise<{ questionId: string; state: ReportState; reply: string | null } | null> {
    const [report] = await manager.query<{ questionId: string; state: ReportState; reply: string | null }[]>(
      `select r.question_id as "questionId", r.state, r.reply
       from question_report r join question q on q.id = r.question_id join course c on c.id = q.course_id
       where c.partner_id = $1 and r.id = $2 for no key update of r`,
      [partnerId, id],
    );
    return report ?? null;
  }

  /** Answers the open report, and all other open ones about the question when that is given. Returns how many. */
  async resolve(
    manager: EntityManager,
    target: { readonly id: string; readonly questionId: string | null },
    answer: { readonly state: ReportState; readonly reply: string },
    by: string,
    now: Date,
  ): Promise<number> {
    const [rows] = await manager.query<[unknown[], number]>(
      `update question_report set state = $3, reply = $4, resolved_by = $5, resolved_at = $6
       where state = 'open' and (id = $1 or question_id = $2) returning id`,
      [target.id, target.questionId, answer.state, answer.reply, by, now],
    );
    return rows.length;
  }
}

function parameters(partnerId: string, { state, kind, quizId, questionId }: ReportFilter): unknown[] {
  return [partnerId, state ?? null, kind ?? null, quizId ?? null, questionId ?? null];
}
