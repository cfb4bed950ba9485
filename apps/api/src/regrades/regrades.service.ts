import { finishRegrade, foreseeRegrade, RegradeRunRow, runIn, writeChanges } from '#database';
import { addCounts } from '#scoring';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { AuditService } from '../audit/audit.service.js';
import type { StaffIdentity } from '../identity/identity.js';
import { invalidField, Problem } from '../problems/problem.js';
import type {
  NewRegrade,
  Regrade,
  RegradeChangePage,
  RegradePage,
  RegradesQuery,
  RegradeUndoing,
} from './regrades.dto.js';
import { type QuestionVersion, RegradesStore } from './regrades.store.js';
import { regradeChangeView, regradeView } from './regrades.view.js';

const NONE = { attempts: 0, changed: 0, up: 0, down: 0, nowPassed: 0, nowFailed: 0 };

/** When a question of a quiz was wrong: a dry run, its application to every attempt, and the way back. */
@Injectable()
export class RegradesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly store: RegradesStore,
    private readonly audit: AuditService,
  ) {}

  propose(staff: StaffIdentity, quizId: string, input: NewRegrade, now: Date): Promise<Regrade> {
    return this.dataSource.transaction(async (manager) => {
      await this.requireQuiz(manager, staff, quizId);
      const { questionId, kind, reason } = input;
      const versions = await this.store.findVersions(manager, quizId, questionId);
      if (versions.length === 0) throw new Problem('not-found', { detail: '这个测验里没有这道题。' });
      const { toVersionId, questionVersionIds } = ruledVersions(input, versions);
      const id = uuidv7();
      const ruling = { id, kind, questionVersionIds, toVersionId, reason, appliedAt: null };
      const run = runIn(manager);
      let counts = NONE;
      for await (const batch of foreseeRegrade(run, { quizId, questionVersionIds }, ruling)) {
        counts = addCounts(counts, batch.counts);
        await writeChanges(run, id, batch.changed, null);
      }
      await manager.insert(RegradeRunRow, {
        id,
        quizId,
        questionId,
        kind,
        toVersionId,
        questionVersionIds,
        reason,
        state: 'proposed',
        counts,
        createdBy: staff.instructorId,
        createdAt: now,
      });
      const detail = { runId: id, questionId, kind, toVersionId, reason, ...counts };
      await this.audit.record(manager, staff, { action: 'regrade.propose', subjectId: quizId, detail }, now);
      return this.read(manager, quizId, id);
    });
  }

  async list(staff: StaffIdentity, quizId: string, { page, pageSize }: RegradesQuery): Promise<RegradePage> {
    const { manager } = this.dataSource;
    await this.requireQuiz(manager, staff, quizId);
    const [items, total] = await Promise.all([
      this.store.findPage(manager, quizId, page, pageSize),
      this.store.count(manager, quizId),
    ]);
    return { items: items.map(regradeView), page, pageSize, total };
  }

  async get(staff: StaffIdentity, quizId: string, runId: string): Promise<Regrade> {
    const { manager } = this.dataSource;
    await this.requireQuiz(manager, staff, quizId);
    return this.read(manager, quizId, runId);
  }

  async listChanges(
    staff: StaffIdentity,
    quizId: string,
    runId: string,
    { page, pageSize }: RegradesQuery,
  ): Promise<RegradeChangePage> {
    const { manager } = this.dataSource;
    await this.get(staff, quizId, runId);
    const [items, total] = await Promise.all([
      this.store.findChanges(manager, runId, page, pageSize),
      this.store.countChanges(manager, runId),
    ]);
    return { items: items.map(regradeChangeView), page, pageSize, total };
  }

  /** From the first commit on it holds for whoever closes an attempt; then the closed ones follow, batch by batch. */
  async apply(staff: StaffIdentity, quizId: string, runId: string, now: Date): Promise<Regrade> {
    await this.turn(staff, quizId, runId, async (manager, { state, questionId, kind, reason }) => {
      if (state === 'applying' || state === 'applied') return;
      if (state !== 'proposed')
        throw new Problem('invalid-transition', { detail: '这次更正已经撤销，请重新试算。' });
      const change = { state: 'applying', appliedAt: now, appliedBy: staff.instructorId } as const;
      await manager.update(RegradeRunRow, { id: runId }, change);
      const detail = { runId, questionId, kind, reason };
      await this.audit.record(manager, staff, { action: 'regrade.apply', subjectId: quizId, detail }, now);
    });
    return this.finish(quizId, runId);
  }

  async undo(
    staff: StaffIdentity,
    quizId: string,
    runId: string,
    { reason = '' }: RegradeUndoing,
    now: Date,
  ): Promise<Regrade> {
    await this.turn(staff, quizId, runId, async (manager, { state, questionId, kind }) => {
      if (state === 'undoing' || state === 'undone') return;
      if (state !== 'applied')
        throw new Problem('invalid-transition', { detail: '这次更正还没有应用完，不能撤销。' });
      const change = {
        state: 'undoing',
        undoneAt: now,
        undoneBy: staff.instructorId,
        undoReason: reason,
      } as const;
      await manager.update(RegradeRunRow, { id: runId }, change);
      const detail = { runId, questionId, kind, reason };
      await this.audit.record(manager, staff, { action: 'regrade.undo', subjectId: quizId, detail }, now);
    });
    return this.finish(quizId, runId);
  }

  private async turn(
    staff: StaffIdentity,
    quizId: string,
    runId: string,
    change: (manager: EntityManager, run: RegradeRunRow) => Promise<void>,
  ): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      await this.requireQuiz(manager, staff, quizId);
      const run = await this.store.lock(manager, quizId, runId);
      if (!run) throw new Problem('not-found', { detail: '没有找到这次更正。' });
      if (await this.store.hasOtherUnderWay(manager, quizId, runId)) {
        throw new Problem('invalid-transition', { detail: '这个测验的另一次更正还没有做完，请稍后再试。' });
      }
      await change(manager, run);
    });
  }

  private async finish(quizId: string, runId: string): Promise<Regrade> {
    await finishRegrade(this.dataSource, runId);
    return this.read(this.dataSource.manager, quizId, runId);
  }

  private async read(manager: EntityManager, quizId: string, runId: string): Promise<Regrade> {
    const run = await this.store.find(manager, quizId, runId);
    if (!run) throw new Problem('not-found', { detail: '没有找到这次更正。' });
    return regradeView(run);
  }

  private async requireQuiz(
    manager: EntityManager,
    { partnerId }: StaffIdentity,
    quizId: string,
  ): Promise<void> {
    if (await this.store.hasQuiz(manager, partnerId, quizId)) return;
    throw new Problem('not-found', { detail: '没有找到这个测验。' });
  }
}

/** Which versions a ruling speaks of: all there are, or those that the version with the better key replaces. */
function ruledVersions({ kind, toVersion }: NewRegrade, versions: readonly QuestionVersion[]) {
  const ids = (some: readonly QuestionVersion[]) => some.map(({ id }) => id);
  if (kind !== 'regrade') return { toVersionId: null, questionVersionIds: ids(versions) };
  const target = versions.find(({ number }) => number === toVersion);
  if (!target) throw invalidField('/toVersion', 'not-found', `这道题没有第 ${toVersion} 版。`);
  if (target.type === 'short') {
    throw invalidField('/kind', 'not-allowed', '简答题由教师评分，不能按答案重判；可以作废或全员满分。');
  }
  const older = versions.filter(({ number }) => number < target.number);
  const other = older.find(({ type }) => type !== target.type);
  if (other) {
    const detail = `第 ${other.number} 版的题型不同，那时的作答不能按第 ${target.number} 版的答案判；可以作废或全员满分。`;
    throw invalidField('/toVersion', 'type-mismatch', detail);
  }
  return { toVersionId: target.id, questionVersionIds: ids(older) };
}
