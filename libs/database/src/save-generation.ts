import type { Fact } from '#question';
import type { EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { chunks } from './chunks.js';
import { type ArticleOrigins, type ArticleRepair, ArticleVersionRow } from './entities/article.js';
import { FactRow } from './entities/fact.js';
import {
  type GenerationAssistance,
  type GenerationNote,
  type GenerationProgress,
  GenerationRow,
} from './entities/generation.js';
import { factFingerprint } from './fingerprint.js';
import { noteNearDuplicates } from './note-near-duplicates.js';
import { saveDrafts, type WrittenDraft } from './save-drafts.js';
import { storable } from './storable.js';

/** A text after cleaning; `CleanArticle` of #quiz-writing fits. */
export interface CleanedText {
  /** The cleaned article: evidence counts offsets in it. */
  readonly article: string;
  /** From there to the text that was cleaned. */
  readonly origins: ArticleOrigins;
  readonly repairs: readonly ArticleRepair[];
}

/** What the writing pipeline hands over; `WrittenQuiz` of #quiz-writing fits. */
export interface WrittenGeneration extends CleanedText {
  readonly facts: readonly Fact[];
  readonly questions: readonly WrittenDraft[];
  readonly notes: readonly GenerationNote[];
  /** How far it was at its end. */
  readonly progress?: GenerationProgress | null;
  /** What a model did for it. */
  readonly assistance?: GenerationAssistance | null;
}

/**
 * Stores what a generation wrote: facts as proposed, questions as drafts, notes, and the generation as succeeded.
 * Runs inside the caller's transaction and may be repeated: a generation that is already finished is left alone (false),
 * and a fact or question the article already has is not stored a second time.
 */
export async function saveGeneration(
  manager: EntityManager,
  generationId: string,
  given: WrittenGeneration,
  now: Date,
): Promise<boolean> {
  const generation = await manager.findOneOrFail(GenerationRow, {
    where: { id: generationId },
    lock: { mode: 'pessimistic_write' },
  });
  if (generation.state === 'succeeded' || generation.state === 'failed') return false;

  const written = storable(given);
  const version = await settleText(manager, generation.articleVersionId, written, now);
  if (!version) {
    await manager.update(GenerationRow, generationId, { state: 'failed', error: OUTDATED, finishedAt: now });
    return true;
  }
  const factIds = await saveFacts(manager, generationId, version.id, written.facts, now);
  const added = await saveDrafts(manager, { generationId, version, factIds, drafts: written.questions, now });
  await manager.update(GenerationRow, generationId, {
    articleVersionId: version.id,
    state: 'succeeded',
    notes: [
      ...written.notes,
      ...noteRepeats(written.questions.length - added.length),
      ...(await noteNearDuplicates(manager, version.articleId, added)),
    ],
    progress: written.progress ?? generation.progress,
    assistance: written.assistance ?? null,
    factCount: written.facts.length,
    questionCount: written.questions.length,
    error: null,
    startedAt: generation.startedAt ?? now,
    finishedAt: now,
  });
  return true;
}

/**
 * Gives the generation's article version its clean text ahead of `saveGeneration` and returns the id of the version that
 * the facts will be stored in, so that it can be compared with older ones first. Null when there is nothing to store.
 */
export async function settleArticle(
  manager: EntityManager,
  generationId: string,
  written: CleanedText,
  now: Date,
): Promise<string | null> {
  const generation = await manager.findOneOrFail(GenerationRow, {
    where: { id: generationId },
    lock: { mode: 'pessimistic_write' },
  });
  if (generation.state === 'succeeded' || generation.state === 'failed') return null;
  const { article, origins, repairs } = written;
  const cleaned = storable({ article, origins, repairs });
  const version = await settleText(manager, generation.articleVersionId, cleaned, now);
  if (version) await manager.update(GenerationRow, generationId, { articleVersionId: version.id });
  return version?.id ?? null;
}

const OUTDATED = {
  code: 'article-outdated',
  detail: '出题期间文章有了新的版本，旧版本的整理方法也变了，题库没有变化。请对新版本重新出题。',
};

/**
 * Gives the article version its clean text. One that already has another (a newer pipeline cleans differently) is kept
 * as it is, because stored evidence counts in it; the new text becomes the next version. Null when that would put an old
 * text in front of a newer one. Holds the article, so that no comparison of its versions overlooks what is stored next.
 */
async function settleText(
  manager: EntityManager,
  versionId: string,
  { article, origins, repairs }: CleanedText,
  now: Date,
): Promise<ArticleVersionRow | null> {
  const { articleId } = await manager.findOneByOrFail(ArticleVersionRow, { id: versionId });
  await manager.query('select from article where id = $1 for no key update', [articleId]);
  const version = await manager.findOneByOrFail(ArticleVersionRow, { id: versionId });
  const newest = await manager.findOneOrFail(ArticleVersionRow, {
    select: { id: true, number: true },
    where: { articleId },
    order: { number: 'desc' },
  });
  const isNewest = newest.id === versionId;
  if (version.cleanText === null || version.cleanText === article) {
    await manager.update(ArticleVersionRow, version.id, {
      cleanText: article,
      cleanOrigins: origins,
      repairs,
    });
    // What is found now in an older text has to be sorted by the newest one as well.
    if (!isNewest) await manager.update(ArticleVersionRow, newest.id, { comparedAt: null });
    return version;
  }
  if (!isNewest) return null;
  return manager.save(ArticleVersionRow, {
    ...version,
    id: uuidv7(),
    number: newest.number + 1,
    cleanText: article,
    cleanOrigins: origins,
    repairs,
    comparedAt: null,
    comparisonError: null,
    createdBy: null,
    createdAt: now,
  });
}

/** Returns the row id of each fact, by the number the run gave it. */
async function saveFacts(
  manager: EntityManager,
  generationId: string,
  articleVersionId: string,
  facts: readonly Fact[],
  now: Date,
): Promise<Map<string, string>> {
  const rows = facts.map((fact, index) => ({
    id: uuidv7(),
    articleVersionId,
    generationId,
    position: index + 1,
    kind: fact.kind,
    status: 'proposed' as const,
    content: fact,
    fingerprint: factFingerprint(fact),
    createdAt: now,
  }));
  for (const some of chunks(rows)) {
    await manager.createQueryBuilder().insert().into(FactRow).values(some).orIgnore().execute();
  }
  const stored = await manager.find(FactRow, {
    select: { id: true, fingerprint: true },
    where: { articleVersionId },
  });
  const idOf = new Map(stored.map((row) => [row.fingerprint, row.id]));
  return new Map(rows.map((row) => [row.content.id, idOf.get(row.fingerprint) ?? row.id]));
}

function noteRepeats(repeats: number): GenerationNote[] {
  if (repeats === 0) return [];
  const detail = `这次写出的题目有 ${repeats} 道题库里已经有了，没有重复存入。`;
  return [{ stage: 'save', code: 'already-in-bank', detail }];
}
