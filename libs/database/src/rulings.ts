import type { Ruling } from '#scoring';
import type { RegradeKind } from './entities/score-changes.js';

/** What a regrade that holds says about a question. */
export interface RulingRecord {
  readonly id: string;
  readonly kind: RegradeKind;
  readonly questionVersionIds: readonly string[];
  /** The version whose key decides; null for the other kinds. */
  readonly toVersionId: string | null;
  readonly reason: string;
  /** ISO 8601. */
  readonly appliedAt: string | null;
}

/** How a question that an attempt froze is judged today. */
export interface Judged {
  /** The version whose key decides. */
  readonly versionId: string;
  readonly ruling: Ruling | null;
  /** The newest regrade that speaks of it. */
  readonly decidedBy: RulingRecord | null;
}

/** Judges by the rulings, oldest first: the newest key decides, and the newest of void and full marks stands over any key. */
export function judge(frozenVersionId: string, rulings: readonly RulingRecord[]): Judged {
  let judged: Judged = { versionId: frozenVersionId, ruling: null, decidedBy: null };
  for (const decidedBy of rulings) {
    if (!decidedBy.questionVersionIds.includes(frozenVersionId)) continue;
    const { kind, toVersionId } = decidedBy;
    judged =
      kind === 'regrade'
        ? {
            ...judged,
            versionId: toVersionId ?? frozenVersionId,
            decidedBy: judged.ruling ? judged.decidedBy : decidedBy,
          }
        : { ...judged, ruling: kind, decidedBy };
  }
  return judged;
}

/** The versions whose keys decide, each once. */
export function judgedVersionIds(
  frozenVersionIds: readonly string[],
  rulings: readonly RulingRecord[],
): string[] {
  return [...new Set(frozenVersionIds.map((id) => judge(id, rulings).versionId))];
}

/**
 * SQL for the regrades of a quiz that hold and speak of one of these versions: a RulingRecord[], oldest first, or null. One
 * that is still being applied holds already: whoever closes an attempt from then on follows it.
 */
export function activeRulings(quizId: string, questionVersionIds: string): string {
  return `(
    select json_agg(json_build_object('id', r.id, 'kind', r.kind, 'questionVersionIds', r.question_version_ids,
                      'toVersionId', r.to_version_id, 'reason', r.reason, 'appliedAt', r.applied_at)
                    order by r.applied_at, r.id)
    from regrade_run r
    where r.quiz_id = ${quizId} and r.state in ('applying', 'applied')
      and r.question_version_ids && ${questionVersionIds})`;
}
