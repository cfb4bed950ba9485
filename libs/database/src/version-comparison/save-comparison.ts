import type { EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { chunks } from '../chunks.js';
import { ArticleVersionRow } from '../entities/article.js';
import { FactRow } from '../entities/fact.js';
import { FactChangeRow, type QuoteChange } from '../entities/version-changes.js';
import { factFingerprint } from '../fingerprint.js';
import type { CleanedText } from '../save-generation.js';
import { storable } from '../storable.js';
import { type OpenComparison, readComparison, type StandingFact } from './open-comparison.js';
import { settleQuestion } from './settle-question.js';
import type { StatementChange } from './statements.js';
import { quoteChanges } from './verdict.js';

/** What comparing found. */
export interface ComparedVersion {
  /** The new text after cleaning; null when it was clean already. */
  readonly cleaned: CleanedText | null;
  /** One for each statement of `statementsOf`. */
  readonly changes: readonly StatementChange[];
}

/**
 * Carries over what the new text left as it was and re-opens the rest, inside the caller's transaction. Returns false when
 * the bank changed since `open` was read: then it has to be read and compared anew. Safe to repeat: what was sorted once
 * by this version is not open any more.
 */
export async function saveComparison(
  manager: EntityManager,
  open: OpenComparison,
  compared: ComparedVersion,
  now: Date,
): Promise<boolean> {
  // Shorter than Postgres waits to look for a deadlock: an instructor who publishes meanwhile is never the one refused.
  await manager.query(`set local lock_timeout = '500ms'`);
  await manager.query('select from article where id = $1 for no key update', [open.articleId]);
  const held = await readComparison(manager, open.versionId, { hold: true });
  if (fingerprintOf(held) !== fingerprintOf(open)) return false;

  const changes = new Map(compared.changes.map((change) => [change.factId, change]));
  const carried = await carryFacts(manager, held, changes, now);
  await noteFacts(manager, held, changes, carried, now);
  for (const question of held.questions) {
    const ofQuestion = changes.get(question.id) ?? null;
    const ofFact = changes.get(question.factId ?? '') ?? null;
    const carriedFactId = carried.get(question.factId ?? '') ?? null;
    await settleQuestion(manager, held, { question, ofQuestion, ofFact, carriedFactId }, now);
  }
  const { article, origins, repairs } = compared.cleaned ?? {};
  const cleaned = { cleanText: article, cleanOrigins: origins, repairs: repairs && storable(repairs) };
  await manager.update(ArticleVersionRow, held.versionId, {
    ...(compared.cleaned && cleaned),
    comparedAt: now,
  });
  return true;
}

/** What was compared, as far as it decides the outcome. */
function fingerprintOf({ cleanText, facts, questions }: OpenComparison): string {
  const parts = questions.map(({ id, latestVersion }) => [id, latestVersion]);
  return JSON.stringify([cleanText, facts.map(({ id }) => id), parts]);
}

/** Returns the row in the new text for each fact that came along. One that was found there already is that row. */
async function carryFacts(
  manager: EntityManager,
  { versionId, facts }: OpenComparison,
  changes: ReadonlyMap<string, StatementChange>,
  now: Date,
): Promise<Map<string, string>> {
  const rows = facts.flatMap((fact) => {
    const change = changes.get(fact.id);
    return change && 'evidence' in change
      ? [{ from: fact.id, row: carry(fact, change.evidence, versionId, now) }]
      : [];
  });
  for (const some of chunks(rows)) {
    const values = some.map(({ row }) => row);
    await manager.createQueryBuilder().insert().into(FactRow).values(values).orIgnore().execute();
  }
  const stored = await manager.find(FactRow, {
    select: { id: true, fingerprint: true },
    where: { articleVersionId: versionId },
  });
  const idOf = new Map(stored.map(({ fingerprint, id }) => [fingerprint, id]));
  return new Map(rows.map(({ from, row }) => [from, idOf.get(row.fingerprint) ?? row.id]));
}

function carry(
  { generationId, position, status, content }: StandingFact,
  evidence: StandingFact['content']['evidence'],
  articleVersionId: string,
  now: Date,
) {
  const moved = { ...content, evidence };
  return {
    id: uuidv7(),
    articleVersionId,
    generationId,
    position,
    kind: content.kind,
    status,
    content: moved,
    fingerprint: factFingerprint(moved),
    createdAt: now,
  };
}

async function noteFacts(
  manager: EntityManager,
  { versionId, facts }: OpenComparison,
  changes: ReadonlyMap<string, StatementChange>,
  carried: ReadonlyMap<string, string>,
  now: Date,
): Promise<void> {
  const rows = facts.flatMap(({ id, content }) => {
    const change = changes.get(id);
    if (!change) return [];
    const quotes: QuoteChange[] = quoteChanges(content.evidence, change);
    return [
      {
        articleVersionId: versionId,
        factId: id,
        state: change.state,
        what: change.state === 'changed' ? change.what : null,
        quotes,
        carriedFactId: carried.get(id) ?? null,
        createdAt: now,
      },
    ];
  });
  for (const some of chunks(rows)) await manager.insert(FactChangeRow, some);
}
