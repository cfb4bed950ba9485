import { type Question, showInPlaceOf } from '#question';
import { markingPolicy, type MarkingPolicy } from '#scoring';
import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import type { EvidenceInContext } from '../question-content/evidence.dto.js';
import { evidenceInContext } from '../question-content/evidence-view.js';
import type { PlannedSlot, PoolQuestion } from '../question-content/draw-questions.js';
import { FrozenContentStore, type PlanRecord, type VersionRecord } from './frozen-content.store.js';

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
/** Titles of articles change, questions are retired from pools, words are mended; everything else here never changes. */
const MAY_BE_OLD_MS = 30_000;

/** Versions of questions and published plans of quizzes: they never change, so they are read once and remembered. */
@Injectable()
export class FrozenContent {
  private readonly questions = new LRUCache<string, FrozenQuestion>({
    max: MOST_QUESTIONS,
    ttl: MAY_BE_OLD_MS,
  });
  private readonly shown = new LRUCache<string, FrozenQuestion>({ max: MOST_QUESTIONS, ttl: MAY_BE_OLD_MS });
  private readonly plans = new LRUCache<string, FrozenPlan>({ max: MOST_PLANS, ttl: MAY_BE_OLD_MS });

  constructor(private readonly store: FrozenContentStore) {}

  /** Versions that do not exist are left out. */
  readQuestions(versionIds: readonly string[]): Promise<Map<string, FrozenQuestion>> {
    return readThrough(this.questions, versionIds, async (ids) => {
      const found = await this.store.findVersions(ids);
      return found.map((version) => [version.id, frozen(version, version.content)]);
    });
  }

  /** The same as the results of old attempts show them: with the edits of wording and explanation made since. */
  readShown(versionIds: readonly string[]): Promise<Map<string, FrozenQuestion>> {
    return readThrough(this.shown, versionIds, async (ids) => {
      const found = await this.store.findShown(ids);
      return found.map((version) => [
        version.id,
        frozen(version, showInPlaceOf(version.given, version.content)),
      ]);
    });
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

function frozen({ cleanText, articleTitle }: VersionRecord, content: Question): FrozenQuestion {
  return { content, evidence: evidenceInContext(content.evidence, cleanText), articleTitle };
}

async function readThrough<Value extends object>(
  cache: LRUCache<string, Value>,
  ids: readonly string[],
  find: (ids: string[]) => Promise<[id: string, value: Value][]>,
): Promise<Map<string, Value>> {
  const read = new Map<string, Value>();
  const unread = new Set<string>();
  for (const id of ids) {
    const known = cache.get(id);
    if (known) read.set(id, known);
    else unread.add(id);
  }
  if (unread.size === 0) return read;
  for (const [id, value] of await find([...unread])) {
    cache.set(id, value);
    read.set(id, value);
  }
  return read;
}
