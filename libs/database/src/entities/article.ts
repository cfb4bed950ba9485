import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { CourseRow } from './course.js';
import { InstructorRow } from './instructor.js';

/** One thing that cleaning changed in a text, in Chinese an instructor can read. */
export interface ArticleRepair {
  readonly code: string;
  readonly detail: string;
  readonly quote?: string;
  /** In `text`. Those told by an older way of cleaning have none. */
  readonly places?: readonly { readonly start: number; readonly end: number }[];
}

export type ArticleFormat = 'text' | 'markdown' | 'html' | 'docx';

/** One kind of thing that reading a file dropped or changed; `places` count in the source. */
export interface ArticleReadingNote {
  readonly code: string;
  readonly detail: string;
  readonly count: number;
  readonly places: readonly { readonly start: number; readonly end: number }[];
}

/** Which stretches of a text stood where in the one it was made of: OffsetMap of #article-files, TextOrigins of #quiz-writing. */
export interface ArticleOrigins {
  readonly runs: readonly {
    readonly at: number;
    readonly length: number;
    readonly start: number;
    readonly end: number;
  }[];
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

/**
 * One text of an article. What an instructor gave is read into `text`, and `text` is cleaned into `cleanText`: offsets of
 * evidence count there, which therefore never changes once it is set.
 */
@Entity('article_version')
@Unique(['articleId', 'number'])
@Index('article_version_uncompared_idx', ['articleId', 'number'], { where: 'compared_at is null' })
@Check('article_version_format_check', `format in ('text', 'markdown', 'html', 'docx')`)
export class ArticleVersionRow {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey(() => ArticleRow)
  @Column('uuid')
  articleId!: string;

  @Column('integer')
  number!: number;

  @Column('text', { default: 'text' })
  format!: ArticleFormat;

  @Column('text', { nullable: true })
  fileName!: string | null;

  /** The plain text that was read. */
  @Column('text')
  text!: string;

  /** What was given; null when it is `text`, character by character. */
  @Column('text', { nullable: true })
  source!: string | null;

  /** From `text` to `source`; null when they are the same. */
  @Column('jsonb', { nullable: true })
  origins!: ArticleOrigins | null;

  @Column('jsonb', { default: [] })
  readingNotes!: readonly ArticleReadingNote[];

  /** Set by the comparison with the version before, or by the first generation. */
  @Column('text', { nullable: true })
  cleanText!: string | null;

  /** What cleaning changed. */
  @Column('jsonb', { nullable: true })
  repairs!: readonly ArticleRepair[] | null;

  /** From `cleanText` to `text`; null for texts that were cleaned before this column was. */
  @Column('jsonb', { nullable: true })
  cleanOrigins!: ArticleOrigins | null;

  /** When older facts and questions were last sorted by what this text did to them; the first version never is. */
  @Column('timestamptz', { nullable: true })
  comparedAt!: Date | null;

  /** Why that could not be done. */
  @Column('jsonb', { nullable: true })
  comparisonError!: { readonly code: string; readonly detail: string } | null;

  /** Null for versions that are older than this column, and for those that a newer way of cleaning made. */
  @ForeignKey(() => InstructorRow)
  @Column('uuid', { nullable: true })
  createdBy!: string | null;

  @Column('timestamptz')
  createdAt!: Date;
}
