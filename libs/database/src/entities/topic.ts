import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { CourseRow } from './course.js';

/** 知识点: a node of the tree by which a course's questions are sorted. */
@Entity('topic')
@Unique(['courseId', 'parentId', 'name'])
@Index('topic_top_name_idx', ['courseId', 'name'], { unique: true, where: 'parent_id is null' })
export class TopicRow {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey(() => CourseRow)
  @Column('uuid')
  courseId!: string;

  /** Null at the top. */
  @Index()
  @ForeignKey(() => TopicRow)
  @Column('uuid', { nullable: true })
  parentId!: string | null;

  @Column('text')
  name!: string;

  /** Among its siblings, from 1. */
  @Column('integer')
  position!: number;
}
