import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { CourseRow } from './course.js';
import { InstructorRow } from './instructor.js';
import { QuestionRow, QuestionVersionRow } from './question.js';
import { numeric } from '../numeric.js';

@Entity('quiz')
export class QuizRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Index()
  @ForeignKey(() => CourseRow)
  @Column('uuid')
  courseId!: string;

  @ForeignKey(() => InstructorRow)
  @Column('uuid')
  createdBy!: string;

  @Column('timestamptz')
  createdAt!: Date;
}

/** One plan of a quiz. A draft may change; publishing freezes it for good. */
@Entity('quiz_version')
@Unique(['quizId', 'number'])
@Index('quiz_version_one_draft_idx', ['quizId'], { unique: true, where: 'published_at is null' })
@Check('quiz_version_time_limit_check', 'time_limit_seconds > 0')
@Check('quiz_version_attempts_allowed_check', 'attempts_allowed > 0')
export class QuizVersionRow {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey(() => QuizRow)
  @Column('uuid')
  quizId!: string;

  @Column('integer')
  number!: number;

  @Column('text')
  title!: string;

  @Column('text', { default: '' })
  description!: string;

  /** Null: no limit. */
  @Column('integer', { nullable: true })
  timeLimitSeconds!: number | null;

  /** Null: as often as one likes. */
  @Column('integer', { nullable: true })
  attemptsAllowed!: number | null;

  @Column('timestamptz', { nullable: true })
  publishedAt!: Date | null;

  @ForeignKey(() => InstructorRow)
  @Column('uuid', { nullable: true })
  publishedBy!: string | null;
}

@Entity('quiz_slot')
@Check('quiz_slot_points_check', 'points > 0')
export class QuizSlotRow {
  @ForeignKey(() => QuizVersionRow)
  @PrimaryColumn('uuid')
  quizVersionId!: string;

  /** From 1. */
  @PrimaryColumn('integer')
  slot!: number;

  @Index()
  @ForeignKey(() => QuestionRow)
  @Column('uuid')
  questionId!: string;

  /** Null means the newest until publishing freezes it. */
  @ForeignKey(() => QuestionVersionRow)
  @Column('uuid', { nullable: true })
  questionVersionId!: string | null;

  @Column('numeric', { transformer: numeric })
  points!: number;
}
