import { likeness, NEAR_DUPLICATE, type Question, viewsOf } from '#question';
import type { EntityManager } from 'typeorm';
import type { QuestionStatus } from './entities/question.js';

export interface NearDuplicate {
  readonly id: string;
  readonly status: QuestionStatus;
  readonly stem: string;
  /** 0.8 and more; 1 is the same to the last character. */
  readonly likeness: number;
}

/** Looks for near duplicates of one question after another; may be asked again while the transaction lasts. */
export type FindNearDuplicates = (
  question: Question,
  /** Questions that are not meant: itself, and those still to come. */
  besides: readonly string[],
) => Promise<NearDuplicate[]>;

const MOST_CANDIDATES = 200;
const MOST_TOLD = 20;

/** The bank of one course, retired questions included: one may have been retired for its error. */
export async function nearDuplicatesIn(
  manager: EntityManager,
  courseId: string,
): Promise<FindNearDuplicates> {
  const frequencies = await readFrequencies(manager);
  return async (question, besides) => {
    const views = viewsOf(question).map((view) => rarestFirst([...view], frequencies));
    const blocks = views.flatMap(blocksOf);
    if (blocks.length === 0) return [];
    const [stemAndAnswer = [], shown = []] = views;
    const sets = [stemAndAnswer, needed(stemAndAnswer), shown, needed(shown)];
    const given = [courseId, besides, question.type, MOST_CANDIDATES, ...sets, ...blocks];
    const candidates = await manager.query<Candidate[]>(candidatesWith(blocks.length), given);
    return candidates
      .map(({ id, status, content }) => ({
        id,
        status,
        stem: content.stem,
        likeness: Math.floor(likeness(question, content) * 1000) / 1000,
      }))
      .filter((found) => found.likeness >= NEAR_DUPLICATE)
      .sort((one, other) => other.likeness - one.likeness)
      .slice(0, MOST_TOLD);
  };
}

interface Candidate {
  readonly id: string;
  readonly status: QuestionStatus;
  readonly content: Question;
}

/** Each block by itself is looked up in the index; what is found is counted. */
function candidatesWith(blocks: number): string {
  const block = (_: unknown, index: number) => `q.bigrams @> $${index + 9}::text[]`;
  return `
    select q.id, q.status, v.content
    from question q join question_version v on v.question_id = q.id and v.number = q.latest_version
    where q.course_id = $1 and q.id <> all($2::uuid[]) and v.type = $3
      and (${Array.from({ length: blocks }, block).join(' or ')})
      and (cardinality(array(select unnest(q.bigrams) intersect select unnest($5::text[]))) >= $6
           or cardinality(array(select unnest(q.bigrams) intersect select unnest($7::text[]))) >= $8)
    order by q.id desc limit $4`;
}

/** How many pairs of a view another question must have to come near: fewer, and the share of all cannot suffice either. */
function needed(view: readonly string[]): number {
  return Math.ceil(view.length * NEAR_DUPLICATE - 1e-9);
}

/**
 * A near duplicate lacks so many pairs of a view at most: of one block more than that, it has at least one block whole. The
 * rare pairs are dealt to different blocks, so that few questions have any.
 */
function blocksOf(view: readonly string[]): string[][] {
  if (view.length === 0) return [];
  const blocks: string[][] = Array.from({ length: view.length - needed(view) + 1 }, () => []);
  for (const [index, pair] of view.entries()) blocks[index % blocks.length]?.push(pair);
  return blocks;
}

function rarestFirst(view: readonly string[], frequencies: ReadonlyMap<string, number>): string[] {
  const frequency = (pair: string) => frequencies.get(pair) ?? 0;
  return view.toSorted((one, other) => frequency(one) - frequency(other));
}

/** The frequent pairs, as Postgres noted them when it last analysed the bank; only the speed depends on them. */
async function readFrequencies(manager: EntityManager): Promise<Map<string, number>> {
  const rows = await manager.query<{ pair: string; frequency: number }[]>(
    `select pair, frequency::float8 as frequency
     from pg_stats, unnest(most_common_elems::text::text[], most_common_elem_freqs) as m (pair, frequency)
     where schemaname = current_schema() and tablename = 'question' and attname = 'bigrams' and pair is not null`,
  );
  return new Map(rows.map(({ pair, frequency }) => [pair, frequency]));
}
