import type { Question } from '#question';
import type { EntityManager } from 'typeorm';
import type { GenerationNote } from './entities/generation.js';
import { type NearDuplicate, nearDuplicatesIn } from './near-duplicates.js';

const MOST_NOTES = 20;

/** Says which of the new questions are much like others of the course, each pair once. */
export async function noteNearDuplicates(
  manager: EntityManager,
  articleId: string,
  added: readonly string[],
): Promise<GenerationNote[]> {
  if (added.length === 0) return [];
  const rows = await manager.query<{ id: string; courseId: string; content: Question }[]>(
    `select q.id, q.course_id as "courseId", v.content from question q
     join question_version v on v.question_id = q.id and v.number = q.latest_version
     where q.article_id = $1 and q.id = any($2::uuid[]) order by array_position($2::uuid[], q.id)`,
    [articleId, added],
  );
  const find = await nearDuplicatesIn(manager, rows[0]?.courseId ?? articleId);
  const notes: GenerationNote[] = [];
  for (const [index, { content }] of rows.entries()) {
    const [nearest] = await find(content, added.slice(index));
    if (nearest) notes.push(note(content, nearest));
  }
  const more = notes.length - MOST_NOTES;
  if (more <= 0) return notes;
  const detail = `还有 ${more} 道新题与题库里的题很像。`;
  return [...notes.slice(0, MOST_NOTES), { stage: 'save', code: 'near-duplicate', detail }];
}

function note({ stem }: Question, { stem: other, likeness }: NearDuplicate): GenerationNote {
  const share = Math.floor(likeness * 100);
  return {
    stage: 'save',
    code: 'near-duplicate',
    detail: `“${stem}”与题库里的“${other}”有 ${share}% 相同。`,
  };
}
