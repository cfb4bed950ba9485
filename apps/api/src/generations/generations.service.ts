import { enqueueGeneration } from '#database';
import { Injectable } from '@nestjs/common';
import { randomInt } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';
import { ArticlesService } from '../articles/articles.service.js';
import type { StaffIdentity } from '../identity/identity.js';
import { Problem } from '../problems/problem.js';
import type { Generation, GenerationNotePage, NewGeneration, NotesQuery } from './generations.dto.js';
import { type GenerationRecord, GenerationsStore } from './generations.store.js';

@Injectable()
export class GenerationsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly store: GenerationsStore,
    private readonly articles: ArticlesService,
  ) {}

  create(staff: StaffIdentity, articleId: string, input: NewGeneration, now: Date): Promise<Generation> {
    return this.dataSource.transaction(async (manager) => {
      const article = await this.articles.require(manager, staff, articleId);
      const id = await this.store.addGeneration(manager, {
        articleVersionId: article.versionId,
        seed: input.seed ?? randomInt(2 ** 31 - 1),
        count: input.count ?? null,
        types: input.types ?? null,
        formsPerFact: input.formsPerFact ?? 1,
        requestedBy: staff.instructorId,
        requestedAt: now,
      });
      await enqueueGeneration(manager, id);
      return generationView(await this.require(manager, staff, id));
    });
  }

  async get(staff: StaffIdentity, generationId: string): Promise<Generation> {
    return generationView(await this.require(this.dataSource.manager, staff, generationId));
  }

  async listNotes(
    staff: StaffIdentity,
    generationId: string,
    { page, pageSize }: NotesQuery,
  ): Promise<GenerationNotePage> {
    const { manager } = this.dataSource;
    const { noteCount } = await this.require(manager, staff, generationId);
    const items = await this.store.findNotes(manager, generationId, { page, pageSize });
    return { items, page, pageSize, total: noteCount };
  }

  private async require(manager: EntityManager, staff: StaffIdentity, id: string): Promise<GenerationRecord> {
    const generation = await this.store.findGeneration(manager, staff.partnerId, id);
    if (!generation) throw new Problem('not-found', { detail: '没有找到这次出题。' });
    return generation;
  }
}

function generationView(record: GenerationRecord): Generation {
  const { id, articleId, state, seed, formsPerFact, progress, notes, noteCount, assistance, error } = record;
  return {
    id,
    articleId,
    state,
    seed,
    formsPerFact,
    progress,
    notes: [...notes],
    noteCount,
    assistance: assistance && { ...assistance, failures: [...assistance.failures] },
    counts: { facts: record.factCount, questions: record.questionCount },
    error,
    requestedAt: record.requestedAt.toISOString(),
    finishedAt: record.finishedAt?.toISOString() ?? null,
  };
}
