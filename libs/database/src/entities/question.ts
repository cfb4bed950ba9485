import type { Question, QuestionEdit, QuestionType } from '#question';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { ArticleRow, ArticleVersionRow } from './article.js';
import { CourseRow } from './course.js';
import { FactRow } from './fact.js';
import { GenerationRow } from './generation.js';
import { InstructorRow } from './instructor.js';
import { TopicRow } from './topic.js';
import { numeric } from '../numeric.js';

export type QuestionStatus = 'draft' | 'in_review' | 'published' | 'retired';
export type QuestionOrigin = 'rule' | 'llm' | 'person';

export interface QuestionProvenance {
  readonly model: string;
  readonly promptVersion: string;
  /** What it cost in tokens. */
  readonly tokens?: number;
}

/** The identity of a question in the bank; what it says is in its versions. */
@Entity('question')
@Unique(['articleVersionId', 'fingerprint'])
@Unique(['courseId', 'externalId'])
@Index(['courseId', 'status'])
@Index(['tags'], { type: 'gin' })
@Index(['bigrams'], { type: 'gin' })
@Check('question_difficulty_check', 'difficulty between 1 and 5')
@Check('question_status_check', `status in ('draft', 'in_review', 'published', 'retired')`)
export class QuestionRow {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey(() => CourseRow)
  @Column('uuid')
  courseId!: string;

  @Index()
  @ForeignKey(() => ArticleRow)
  @Column('uuid', { nullable: true })
  articleId!: string | null;

  /**
   * The newest text that its newest version stands in. With the fingerprint: the same question, written again, is the
   * same row.
   */
  @ForeignKey(() => ArticleVersionRow)
  @Column('uuid', { nullable: true })
  articleVersionId!: string | null;

  @Column('text')
  fingerprint!: string;

  @Index()
  @ForeignKey(() => FactRow)
  @Column('uuid', { nullable: true })
  factId!: string | null;

  @ForeignKey(() => GenerationRow)
  @Column('uuid', { nullable: true })
  generationId!: string | null;

  /** Place within its generation, from 1. */
  @Column('integer')
  position!: number;

  @Column('text')
  status!: QuestionStatus;

  /** Why it went back to draft, or what a new text of its article did to it. */
  @Column('text', { nullable: true })
  statusReason!: string | null;

  /** Number of the newest version. */
  @Column('integer')
  latestVersion!: number;

  @Index()
  @ForeignKey(() => TopicRow)
  @Column('uuid', { nullable: true })
  topicId!: string | null;

  @Column('text', { array: true, default: [] })
  tags!: string[];

  /** What another system calls it: importing it again changes this question. */
  @Column('text', { nullable: true })
  externalId!: string | null;

  /** 1 easy to 5 hard, as a person judged it; null leaves it to the writer's guess. */
  @Column('smallint', { nullable: true })
  difficulty!: number | null;

  /** Who wrote or last edited it; null for one that no person has touched. */
  @ForeignKey(() => InstructorRow)
  @Column('uuid', { nullable: true })
  authorId!: string | null;

  /** Who accepted it, when it was published. */
  @ForeignKey(() => InstructorRow)
  @Column('uuid', { nullable: true })
  reviewedBy!: string | null;

  /** Why it may be published although no sentence proves it. */
  @Column('text', { nullable: true })
  evidenceWaiver!: string | null;

  /** What a search looks in: its words, folded; and all pairs of neighbouring characters of it, for the index. */
  @Column('text', { default: '' })
  searchText!: string;

  @Column('text', { array: true, default: [] })
  bigrams!: string[];

  @Column('timestamptz')
  createdAt!: Date;
}

/** What a question says: immutable, an edit makes the next number. */
@Entity('question_version')
@Unique(['questionId', 'number'])
@Check('question_version_type_check', `type in ('single', 'multi', 'tf', 'fill', 'order', 'match', 'short')`)
@Check('question_version_edit_check', `edit in ('wording', 'explanation', 'key', 'content')`)
@Check('question_version_origin_check', `origin in ('rule', 'llm', 'person')`)
export class QuestionVersionRow {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey(() => QuestionRow)
  @Column('uuid')
  questionId!: string;

  @Column('integer')
  number!: number;

  @Column('text')
  type!: QuestionType;

  @Column('jsonb')
  content!: Question;

  /** The text its evidence counts offsets in; where the evidence is untouched, later ones as well. */
  @ForeignKey(() => ArticleVersionRow)
  @Column('uuid', { nullable: true })
  articleVersionId!: string | null;

  /** 0 easy to 1 hard, as the writer guessed it. */
  @Column('numeric', { nullable: true, transformer: numeric })
  difficulty!: number | null;

  @Column('text')
  origin!: QuestionOrigin;

  /** The heaviest thing it changed of the version before; null for the first version. */
  @Column('text', { nullable: true })
  edit!: QuestionEdit | null;

  @Column('text', { nullable: true })
  editNote!: string | null;

  @ForeignKey(() => InstructorRow)
  @Column('uuid', { nullable: true })
  createdBy!: string | null;

  /** Who proposed it, when a model did. */
  @Column('jsonb', { nullable: true })
  provenance!: QuestionProvenance | null;

  @Column('timestamptz')
  createdAt!: Date;
}
