import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { AttemptsService } from '../attempts/attempts.service.js';
import { AuditService } from '../audit/audit.service.js';
import type { LearnerIdentity, StaffIdentity } from '../identity/identity.js';
import { Problem } from '../problems/problem.js';
import type {
  AnsweredReports,
  NewQuestionReport,
  QuestionReport,
  QuestionReportList,
  ReportAnswer,
  ReportPage,
  ReportsQuery,
} from './question-reports.dto.js';
import { QuestionReportsStore, type ReportRecord, type StaffReportRecord } from './question-reports.store.js';

/** What learners say is wrong with a question, and what the staff answers. */
@Injectable()
export class QuestionReportsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly store: QuestionReportsStore,
    private readonly attempts: AttemptsService,
    private readonly audit: AuditService,
  ) {}

  /** One report a slot. It may change until it is answered; sent again later, it gives what there is. */
  async report(
    { learnerId }: LearnerIdentity,
    attemptId: string,
    slot: number,
    { kind, text }: NewQuestionReport,
    now: Date,
  ): Promise<{ report: QuestionReport; isNew: boolean }> {
    const frozen = await this.attempts.findFrozen(learnerId, attemptId);
    const questionVersionId = frozen?.questionVersionIds[slot - 1];
    if (!questionVersionId) throw new Problem('not-found', { detail: '没有找到这份答卷或这一题。' });
    const given = {
      id: uuidv7(),
      learnerId,
      attemptId,
      slot,
      questionVersionId,
      kind,
      text: text?.trim() ?? '',
    };
    const isNew = await this.store.upsert(this.dataSource.manager, given, now);
    const reports = await this.store.findOwn(this.dataSource.manager, learnerId, attemptId);
    const report = reports.find((each) => each.slot === slot);
    if (!report) throw new Error('a report vanished');
    return { report: reportView(report), isNew };
  }

  async listOwn({ learnerId }: LearnerIdentity, attemptId: string): Promise<QuestionReportList> {
    const frozen = await this.attempts.findFrozen(learnerId, attemptId);
    if (!frozen) throw new Problem('not-found', { detail: '没有找到这份答卷。' });
    const reports = await this.store.findOwn(this.dataSource.manager, learnerId, attemptId);
    return { items: reports.map(reportView) };
  }

  async listForStaff(
    { partnerId }: StaffIdentity,
    { page, pageSize, ...filter }: ReportsQuery,
  ): Promise<ReportPage> {
    const { manager } = this.dataSource;
    const [items, total] = await Promise.all([
      this.store.findPage(manager, partnerId, filter, page, pageSize),
      this.store.count(manager, partnerId, filter),
    ]);
    return { items: items.map(staffReportView), page, pageSize, total };
  }

  /** The same answer again changes nothing and succeeds. */
  answer(
    staff: StaffIdentity,
    reportId: string,
    { state, reply, wholeQuestion }: ReportAnswer,
    now: Date,
  ): Promise<AnsweredReports> {
    return this.dataSource.transaction(async (manager) => {
      const report = await this.store.lock(manager, staff.partnerId, reportId);
      if (!report) throw new Problem('not-found', { detail: '没有找到这份报告。' });
      if (report.state !== 'open' && (report.state !== state || report.reply !== reply)) {
        throw new Problem('invalid-transition', { detail: '这份报告已经答复过了。' });
      }
      const { questionId } = report;
      const target = { id: reportId, questionId: wholeQuestion ? questionId : null };
      const answered = await this.store.resolve(manager, target, { state, reply }, staff.instructorId, now);
      if (answered > 0) {
        const detail = { reportId, state, reply, answered };
        await this.audit.record(
          manager,
          staff,
          { action: 'report.answer', subjectId: questionId, detail },
          now,
        );
      }
      return { answered };
    });
  }
}

function reportView({ slot, kind, text, state, reply, createdAt, resolvedAt }: ReportRecord): QuestionReport {
  return {
    slot,
    kind,
    text,
    state,
    reply,
    createdAt: createdAt.toISOString(),
    resolvedAt: resolvedAt?.toISOString() ?? null,
  };
}

function staffReportView(record: StaffReportRecord) {
  const { id, questionId, version, stem, quizId, quizTitle, openOfQuestion } = record;
  return { ...reportView(record), id, questionId, version, stem, quizId, quizTitle, openOfQuestion };
}
