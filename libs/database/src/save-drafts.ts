import type { Question } from '#question';
import { In, type EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { chunks } from './chunks.js';
import { ArticleRow, type ArticleVersionRow } from './entities/article.js';
import {
  type QuestionOrigin,
  type QuestionProvenance,
  QuestionRow,
  QuestionVersionRow,
} from './entities/question.js';
import { questionFingerprint } from './fingerprint.js';
import { searchColumns } from './question-search.js';
import { storable } from './storable.js';

export interface WrittenDraft {
  readonly factId: string;
  readonly question: Question;
  readonly difficulty: number;
  readonly origin?: QuestionOrigin;
  readonly provenance?: QuestionProvenance;
}

interface Order {
  /** Null when no generation wrote them. */
  readonly generationId: string | null;
  readonly version: Pick<ArticleVersionRow, 'id' | 'articleId'>;
  /** From the drafts' `factId` to the id of the stored fact. */
  readonly factIds: ReadonlyMap<string, string>;
  readonly drafts: readonly WrittenDraft[];
  readonly now: Date;
}

/** Stores questions as drafts and returns the ids of those that were new to the bank. */
export async function saveDrafts(
  manager: EntityManager,
  { generationId, version, factIds, drafts, now }: Order,
): Promise<string[]> {
  const { courseId } = await manager.findOneByOrFail(ArticleRow, { id: version.articleId });
  const written = drafts.map((draft, index) => ({
    draft,
    question: {
      id: uuidv7(),
      courseId,
      articleId: version.articleId,
      articleVersionId: version.id,
      fingerprint: questionFingerprint(draft.question),
      factId: factIds.get(draft.factId) ?? null,
      generationId,
      position: index + 1,
      status: 'draft' as const,
      latestVersion: 1,
      ...searchColumns(draft.question),
      createdAt: now,
    },
  }));
  const added: string[] = [];
  for (const some of chunks(written)) {
    const questions = some.map(({ question }) => question);
    await manager.createQueryBuilder().insert().into(QuestionRow).values(questions).orIgnore().execute();
    const stored = await manager.findBy(QuestionRow, { id: In(questions.map(({ id }) => id)) });
    const isNew = new Set(stored.map(({ id }) => id));
    const versions = some
      .filter(({ question }) => isNew.has(question.id))
      .map(({ question, draft }) => ({
        id: uuidv7(),
        questionId: question.id,
        number: 1,
        type: draft.question.type,
        content: draft.question,
        articleVersionId: version.id,
        difficulty: draft.difficulty,
        origin: draft.origin ?? 'rule',
        provenance: draft.provenance ?? null,
        createdAt: now,
      }));
    if (versions.length > 0) await manager.insert(QuestionVersionRow, versions);
    added.push(...versions.map(({ questionId }) => questionId));
  }
  return added;
}

/**
 * Stores questions that ask one fact anew and returns the ids of those that were new. Runs inside the caller's
 * transaction; holds the article, so that no comparison of its versions overlooks them.
 */
export async function saveForms(
  manager: EntityManager,
  factId: string,
  version: Pick<ArticleVersionRow, 'id' | 'articleId'>,
  drafts: readonly Omit<WrittenDraft, 'factId'>[],
  now: Date,
): Promise<string[]> {
  await manager.query('select from article where id = $1 for no key update', [version.articleId]);
  return saveDrafts(manager, {
    generationId: null,
    version,
    factIds: new Map([[factId, factId]]),
    drafts: storable(drafts.map((draft) => ({ ...draft, factId }))),
    now,
  });
}
