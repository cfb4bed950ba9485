import type { Question } from '#question';
import { markingPolicy, type MarkingPolicy } from '#scoring';
import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import type { EvidenceInContext } from '../question-content/evidence.dto.js';
import { evidenceInContext } from '../question-content/evidence-view.js';
import type { PlannedSlot, PoolQuestion } from '../question-content/draw-questions.js';
import { FrozenContentStore, type PlanRecord } from './frozen-content.store.js';

/** A published version of a quiz, ready to draw from. */
export type FrozenPlan = Omit<PlanRecord, 'slots' | 'pools' | 'marking'> & {
  readonly marking: MarkingPolicy;
  readonly slots: readonly PlannedSlot[];
  readonly pools: ReadonlyMap<number, readonly PoolQuestion[]>;
};

/** What a version of a question says, with the sentences it stands on. */
export interface FrozenQuestion {
  readonly content: Question;
  readonly evidence: EvidenceInContext[];
  readonly articleTitle: string | null;
}

const MOST_QUESTIONS = 5_000;
const MOST_PLANS = 500;
/** The title of an article may change, and a question be retired from a pool; everything else here never does. */
const MAY_BE_OLD_MS = 30_000;

/** Versions of questions and published plans of quizzes: they never change, so they are read once and remembered. */
@Injectable()
export class FrozenContent {
  private readonly questions = new LRUCache<string, FrozenQuestion>({
    max: MOST_QUESTIONS,
    ttl: MAY_BE_OLD_MS,
  });
  private readonly plans = new LRUCache<string, FrozenPlan>({ max: MOST_PLANS, ttl: MAY_BE_OLD_MS });

  constructor(private readonly store: FrozenContentStore) {}

  /** Versions that do not exist are left out. */
  async readQuestions(versionIds: readonly string[]): Promise<Map<string, FrozenQuestion>> {
    const read = new Map<string, FrozenQuestion>();
    const unread = new Set<string>();
    for (const id of versionIds) {
      const known = this.questions.get(id);
      if (known) read.set(id, known);
      else unread.add(id);
    }
    if (unread.size === 0) return read;
    for (const { id, content, articleTitle, cleanText } of await this.store.findVersions([...unread])) {
      const evidence = evidenceInContext(content.evidence, cleanText);
      const question = { content, evidence, articleTitle };
      this.questions.set(id, question);
      read.set(id, question);
    }
    return read;
  }

  /** What the versions say, for whoever marks. */
  readContents = async (versionIds: readonly string[]): Promise<Map<string, Question>> => {
    const read = await this.readQuestions(versionIds);
    return new Map(Array.from(read, ([id, { content }]) => [id, content]));
  };

  async readPlan(quizVersionId: string): Promise<FrozenPlan> {
    const known = this.plans.get(quizVersionId);
    if (known) return known;
    const found = await this.store.findPlan(quizVersionId);
    if (!found) throw new Error('an attempt of a quiz that was never published');
    const pools = new Map(found.pools?.map(({ draw, questions }) => [draw, questions]));
    const marking = markingPolicy(found.marking ?? undefined);
    const plan = { ...found, marking, slots: found.slots ?? [], pools };
    this.plans.set(quizVersionId, plan);
    return plan;
  }
}
