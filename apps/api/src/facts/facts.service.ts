import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { ArticlesService } from '../articles/articles.service.js';
import { AuditService } from '../audit/audit.service.js';
import type { StaffIdentity } from '../identity/identity.js';
import { Problem } from '../problems/problem.js';
import { evidencePlacer } from '../question-content/staff-evidence.js';
import type { Fact, FactList } from './facts.dto.js';
import { type FactRecord, FactsStore } from './facts.store.js';

@Injectable()
export class FactsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly store: FactsStore,
    private readonly articles: ArticlesService,
    private readonly audit: AuditService,
  ) {}

  async list(staff: StaffIdentity, articleId: string): Promise<FactList> {
    const { manager } = this.dataSource;
    const { versionId } = await this.articles.require(manager, staff, articleId);
    const rows = await this.store.findFacts(manager, versionId);
    const texts = await this.articles.getTexts(manager, versionId);
    const place = evidencePlacer(texts);
    return { items: rows.map((row) => factView(row, place)) };
  }

  setStatus(staff: StaffIdentity, factId: string, status: 'accepted' | 'retired', now: Date): Promise<Fact> {
    return this.dataSource.transaction(async (manager) => {
      const fact = await this.require(manager, staff, factId);
      if (fact.status !== status) {
        await this.store.setStatus(manager, factId, status);
        const detail = { from: fact.status, to: status };
        await this.audit.record(manager, staff, { action: 'fact.status', subjectId: factId, detail }, now);
      }
      const texts = await this.articles.getTexts(manager, fact.articleVersionId);
      return factView({ ...fact, status }, evidencePlacer(texts));
    });
  }

  /** The fact, held until the transaction ends. Throws Problem `not-found` when there is none or it is another partner's. */
  async require(manager: EntityManager, staff: StaffIdentity, factId: string): Promise<FactRecord> {
    const fact = await this.store.lockFact(manager, staff.partnerId, factId);
    if (!fact) throw new Problem('not-found', { detail: '没有找到这个事实。' });
    return fact;
  }
}

function factView(
  { id, articleId, status, content }: FactRecord,
  place: ReturnType<typeof evidencePlacer>,
): Fact {
  const { kind, subject, statement, answer, importance, evidence } = content;
  return {
    id,
    articleId,
    kind,
    status,
    subject,
    statement,
    answer,
    importance,
    evidence: place(evidence),
  };
}
