import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { CourseRow } from './course.js';
import { InstructorRow } from './instructor.js';

/** One thing that cleaning changed in a text, in Chinese an instructor can read. */
export interface ArticleRepair {
  readonly code: string;
  readonly detail: string;
  readonly quote?: string;
}

@Entity('article')
export class ArticleRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Index()
  @ForeignKey(() => CourseRow)
  @Column('uuid')
  courseId!: string;

  @Column('text')
  title!: string;

  @ForeignKey(() => InstructorRow)
  @Column('uuid')
  createdBy!: string;

  @Column('timestamptz')
  createdAt!: Date;
}

/** One text of an article. Offsets of evidence count in `cleanText`, which therefore never changes once it is set. */
@Entity('article_version')
@Unique(['articleId', 'number'])
export class ArticleVersionRow {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey(() => ArticleRow)
  @Column('uuid')
  articleId!: string;

  @Column('integer')
  number!: number;

  /** As uploaded. */
  @Column('text')
  text!: string;

  /** Set by the first generation. */
  @Column('text', { nullable: true })
  cleanText!: string | null;

  /** What cleaning changed; null until cleaned. */
  @Column('jsonb', { nullable: true })
  repairs!: readonly ArticleRepair[] | null;

  @Column('timestamptz')
  createdAt!: Date;
}
