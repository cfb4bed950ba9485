import type { Fact, Question } from '#question';
import type { EntityManager } from 'typeorm';
import type { FactStatus } from '../entities/fact.js';
import type { QuestionOrigin, QuestionProvenance, QuestionStatus } from '../entities/question.js';
import type { ChangeState, QuoteChange } from '../entities/version-changes.js';

/** A fact of an older text that has not come along to a newer one yet. */
export interface StandingFact {
  readonly id: string;
  readonly articleVersionId: string;
  readonly generationId: string;
  readonly position: number;
  readonly status: FactStatus;
  readonly content: Fact;
}

/** A question that still stands on an older text, with its newest version. */
export interface StandingQuestion {
  readonly id: string;
  readonly articleVersionId: string;
  readonly factId: string | null;
  readonly status: QuestionStatus;
  readonly latestVersion: number;
  readonly fingerprint: string;
  readonly content: Question;
  readonly difficulty: number | null;
  readonly origin: QuestionOrigin;
  readonly provenance: QuestionProvenance | null;
  /** What the comparison before this one said of it. */
  readonly said: { readonly state: ChangeState; readonly quotes: readonly QuoteChange[] } | null;
}

/** A version of an article together with what it has to be compared with. */
export interface OpenComparison {
  readonly versionId: string;
  readonly articleId: string;
  readonly number: number;
  readonly text: string;
  readonly cleanText: string | null;
  /** Who gave the text. */
  readonly actorId: string;
  readonly facts: readonly StandingFact[];
  readonly questions: readonly StandingQuestion[];
  /** Cleaned texts of the versions that these stand in, by id. */
  readonly olderTexts: ReadonlyMap<string, string>;
}

/** Versions that nobody compared yet, an article's older ones first. */
export async function findUncomparedVersions(manager: EntityManager, limit: number): Promise<string[]> {
  const rows = await manager.query<{ id: string }[]>(
    `select id from article_version
     where compared_at is null and comparison_error is null and number > 1 order by number, id limit $1`,
    [limit],
  );
  return rows.map(({ id }) => id);
}

/** The same for one version and those of its article before it. */
export async function findUncomparedUpTo(manager: EntityManager, versionId: string): Promise<string[]> {
  const rows = await manager.query<{ id: string }[]>(
    `select v.id from article_version v join article_version newest on newest.article_id = v.article_id
     where newest.id = $1 and v.number <= newest.number
       and v.compared_at is null and v.comparison_error is null and v.number > 1
     order by v.number`,
    [versionId],
  );
  return rows.map(({ id }) => id);
}

/**
 * What stands on older texts and was not sorted by this version yet. With `hold` the questions stay as they are until the
 * transaction ends.
 */
export async function readComparison(
  manager: EntityManager,
  versionId: string,
  { hold = false } = {},
): Promise<OpenComparison> {
  const [version] = await manager.query<Omit<OpenComparison, 'facts' | 'questions' | 'olderTexts'>[]>(
    `select v.id as "versionId", v.article_id as "articleId", v.number, v.text, v.clean_text as "cleanText",
            coalesce(v.created_by, a.created_by) as "actorId"
     from article_version v join article a on a.id = v.article_id where v.id = $1`,
    [versionId],
  );
  if (!version) throw new Error(`there is no article version ${versionId}`);
  const place = [version.articleId, version.number, versionId];
  const facts = await manager.query<StandingFact[]>(
    `select f.id, f.article_version_id as "articleVersionId", f.generation_id as "generationId", f.position,
            f.status, f.content
     from fact f join article_version v on v.id = f.article_version_id
     where v.article_id = $1 and v.number < $2 and not exists (
       select from fact_change c
       where c.fact_id = f.id and (c.carried_fact_id is not null or c.article_version_id = $3)
     )
     order by f.id`,
    place,
  );
  const questions = await manager.query<StandingQuestion[]>(
    `select q.id, q.article_version_id as "articleVersionId", q.fact_id as "factId", q.status,
            q.latest_version as "latestVersion", q.fingerprint, w.content, w.difficulty::float8 as difficulty,
            w.origin, w.provenance,
            (select jsonb_build_object('state', c.state, 'quotes', c.quotes)
             from question_change c join article_version cv on cv.id = c.article_version_id
             where c.question_id = q.id order by cv.number desc limit 1) as said
     from question q
     join question_version w on w.question_id = q.id and w.number = q.latest_version
     join article_version v on v.id = q.article_version_id
     where v.article_id = $1 and v.number < $2 and not exists (
       select from question_change c where c.question_id = q.id and c.article_version_id = $3
     )
     order by q.id ${hold ? 'for no key update of q' : ''}`,
    place,
  );
  const standing = [...facts, ...questions].map(({ articleVersionId }) => articleVersionId);
  const texts = await manager.query<{ id: string; cleanText: string }[]>(
    `select id, clean_text as "cleanText" from article_version
     where id = any($1::uuid[]) and clean_text is not null`,
    [[...new Set(standing)]],
  );
  const olderTexts = new Map(texts.map(({ id, cleanText }) => [id, cleanText]));
  return { ...version, facts, questions, olderTexts };
}
