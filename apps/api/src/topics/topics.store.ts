import { TopicRow } from '#database';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

export interface TopicRecord {
  readonly id: string;
  readonly courseId: string;
  readonly parentId: string | null;
  readonly name: string;
  readonly position: number;
  readonly questionCount: number;
}

@Injectable()
export class TopicsStore {
  /** The caller has made sure that the course is the asker's. */
  findTopics(manager: EntityManager, courseId: string): Promise<TopicRecord[]> {
    return manager.query(
      `with recursive tree as (
         select t.*, array[t.position::text || t.id] as place, array[t.position] as numbers
         from topic t where t.course_id = $1 and t.parent_id is null
         union all
         select t.*, p.place || (t.position::text || t.id), p.numbers || t.position
         from topic t join tree p on t.parent_id = p.id
       )
       select t.id, t.course_id as "courseId", t.parent_id as "parentId", t.name, t.position,
              (select count(*)::int from question q where q.topic_id = t.id and q.status <> 'retired') as "questionCount"
       from tree t order by t.numbers, t.place`,
      [courseId],
    );
  }

  async findCourseOf(manager: EntityManager, partnerId: string, topicId: string): Promise<string | null> {
    const [row] = await manager.query<{ courseId: string }[]>(
      `select t.course_id as "courseId" from topic t join course c on c.id = t.course_id
       where c.partner_id = $1 and t.id = $2`,
      [partnerId, topicId],
    );
    return row?.courseId ?? null;
  }

  /** Two who change one tree do so one after the other. */
  async lockTree(manager: EntityManager, courseId: string): Promise<void> {
    await manager.query('select from course where id = $1 for no key update', [courseId]);
  }

  async addTopic(manager: EntityManager, topic: Omit<TopicRecord, 'questionCount'>): Promise<void> {
    await manager.insert(TopicRow, topic);
  }

  async change(manager: EntityManager, id: string, change: Partial<TopicRow>): Promise<void> {
    await manager.update(TopicRow, id, change);
  }

  async isInUse(manager: EntityManager, id: string): Promise<boolean> {
    const [row] = await manager.query<[{ used: boolean }]>(
      `select exists (select from topic where parent_id = $1) or exists (select from question where topic_id = $1)
              or exists (select from quiz_draw where topic_id = $1) as used`,
      [id],
    );
    return row.used;
  }

  async remove(manager: EntityManager, id: string): Promise<void> {
    await manager.delete(TopicRow, id);
  }
}
