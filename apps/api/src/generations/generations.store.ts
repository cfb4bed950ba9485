import { type GenerationNote, GenerationRow } from '#database';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';

export interface GenerationRecord extends Pick<
  GenerationRow,
  | 'id'
  | 'state'
  | 'seed'
  | 'formsPerFact'
  | 'progress'
  | 'notes'
  | 'error'
  | 'assistance'
  | 'factCount'
  | 'questionCount'
  | 'requestedAt'
  | 'finishedAt'
> {
  readonly articleId: string;
  readonly noteCount: number;
}

/** Notes told together with a generation; whoever polls it should not be sent thousands each time. */
const FIRST_NOTES = 100;

type NewRow = Pick<
  GenerationRow,
  'articleVersionId' | 'seed' | 'count' | 'types' | 'formsPerFact' | 'requestedBy' | 'requestedAt'
>;

@Injectable()
export class GenerationsStore {
  async addGeneration(manager: EntityManager, { types, ...row }: NewRow): Promise<string> {
    const id = uuidv7();
    await manager.insert(GenerationRow, { ...row, id, types: types && [...types], state: 'queued' });
    return id;
  }

  async findGeneration(
    manager: EntityManager,
    partnerId: string,
    id: string,
  ): Promise<GenerationRecord | null> {
    const [generation] = await manager.query<GenerationRecord[]>(
      `select g.id, v.article_id as "articleId", g.state, g.seed, g.forms_per_fact as "formsPerFact", g.progress, g.error, g.assistance,
              jsonb_path_query_array(g.notes, '$[0 to ${FIRST_NOTES - 1}]') as notes,
              jsonb_array_length(g.notes) as "noteCount", g.fact_count as "factCount", g.question_count as "questionCount",
              g.requested_at as "requestedAt", g.finished_at as "finishedAt"
       from generation g
       join article_version v on v.id = g.article_version_id
       join article a on a.id = v.article_id
       join course c on c.id = a.course_id
       where g.id = $1 and c.partner_id = $2`,
      [id, partnerId],
    );
    return generation ?? null;
  }

  /** The caller has made sure that the generation is the asker's. */
  async findNotes(
    manager: EntityManager,
    id: string,
    { page, pageSize }: { page: number; pageSize: number },
  ): Promise<GenerationNote[]> {
    const rows = await manager.query<{ note: GenerationNote }[]>(
      `select n.note from generation g, jsonb_array_elements(g.notes) with ordinality as n (note, place)
       where g.id = $1 order by n.place limit $2 offset $3`,
      [id, pageSize, (page - 1) * pageSize],
    );
    return rows.map(({ note }) => note);
  }
}
