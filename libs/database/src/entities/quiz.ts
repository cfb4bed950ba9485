import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { QuestionType } from '#question';
import type { MarkingPolicy } from '#scoring';
import { CourseRow } from './course.js';
import { InstructorRow } from './instructor.js';
import { QuestionRow, QuestionVersionRow } from './question.js';
import { TopicRow } from './topic.js';
import { numeric } from '../numeric.js';

export type QuizMode = 'exam' | 'practice';
/** Which of several attempts counts. */
export type CountingAttempt = 'highest' | 'average' | 'first' | 'last';
export type QuizNavigation = 'free' | 'sequential';

/** What a learner is shown of the answers at one moment; the quoted sentences come with the explanation. */
export interface FeedbackView {
  readonly score: boolean;
  readonly correctness: boolean;
  readonly key: boolean;
  readonly explanation: boolean;
}

export interface FeedbackPolicy {
  /** While answering, slot by slot: what was shown of a slot fixes its response. */
  readonly during: FeedbackView;
  readonly afterSubmit: FeedbackView;
  /** Once the quiz has closed for everybody; without a closing time this moment never comes. */
  readonly afterClose: FeedbackView;
}

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
@Check('quiz_version_mode_check', `mode in ('exam', 'practice')`)
@Check('quiz_version_counting_check', `counting in ('highest', 'average', 'first', 'last')`)
@Check('quiz_version_navigation_check', `navigation in ('free', 'sequential')`)
@Check('quiz_version_window_check', 'opens_at < closes_at')
@Check('quiz_version_grace_seconds_check', 'grace_seconds between 0 and 3600')
@Check('quiz_version_pass_mark_check', 'pass_mark between 0 and 1')
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

  @Column('text', { default: 'exam' })
  mode!: QuizMode;

  /** Attempts start from here on; null: at any time. */
  @Column('timestamptz', { nullable: true })
  opensAt!: Date | null;

  /** No attempt starts, and every attempt ends, here; null: never. */
  @Column('timestamptz', { nullable: true })
  closesAt!: Date | null;

  /** Answers that arrive so long after the deadline still count. */
  @Column('integer', { default: 0 })
  graceSeconds!: number;

  /** Fraction of the points, 0..1; null: there is no passing. */
  @Column('numeric', { nullable: true, transformer: numeric })
  passMark!: number | null;

  @Column('text', { default: 'highest' })
  counting!: CountingAttempt;

  @Column('boolean', { default: false })
  shuffleQuestions!: boolean;

  @Column('boolean', { default: true })
  shuffleOptions!: boolean;

  @Column('text', { default: 'free' })
  navigation!: QuizNavigation;

  /** Null: nothing while answering, everything after submitting. */
  @Column('jsonb', { nullable: true })
  feedback!: FeedbackPolicy | null;

  /** Marking policies by question type, of #scoring; null: the strict ones. */
  @Column('jsonb', { nullable: true })
  marking!: Partial<MarkingPolicy> | null;

  /** Titles of the sections; slots name theirs by number, from 1. Empty: one section without a title. */
  @Column('jsonb', { default: [] })
  sections!: readonly { readonly title: string }[];

  @Column('timestamptz', { nullable: true })
  publishedAt!: Date | null;

  @ForeignKey(() => InstructorRow)
  @Column('uuid', { nullable: true })
  publishedBy!: string | null;
}

/** A slot is a pinned question, or draws one by its rule: then the question columns are null. */
@Entity('quiz_slot')
@Check('quiz_slot_points_check', 'points > 0')
@Check('quiz_slot_draw_check', '(question_id is null) = (draw is not null)')
export class QuizSlotRow {
  @ForeignKey(() => QuizVersionRow)
  @PrimaryColumn('uuid')
  quizVersionId!: string;

  /** From 1. */
  @PrimaryColumn('integer')
  slot!: number;

  /** From 1. */
  @Column('integer', { default: 1 })
  section!: number;

  @Index()
  @ForeignKey(() => QuestionRow)
  @Column('uuid', { nullable: true })
  questionId!: string | null;

  /** Null means the newest until publishing freezes it. */
  @ForeignKey(() => QuestionVersionRow)
  @Column('uuid', { nullable: true })
  questionVersionId!: string | null;

  /** Number of the rule within the version, from 1; slots of one rule draw without repeating. */
  @Column('integer', { nullable: true })
  draw!: number | null;

  @Column('numeric', { transformer: numeric })
  points!: number;
}

/** 抽题规则: one cell of a blueprint, topic × type × difficulty, with tags. */
@Entity('quiz_draw')
@Check('quiz_draw_difficulty_check', 'difficulty_from <= difficulty_to')
export class QuizDrawRow {
  @ForeignKey(() => QuizVersionRow)
  @PrimaryColumn('uuid')
  quizVersionId!: string;

  /** From 1. */
  @PrimaryColumn('integer')
  draw!: number;

  /** This topic and those below it; null: any. */
  @ForeignKey(() => TopicRow)
  @Column('uuid', { nullable: true })
  topicId!: string | null;

  @Column('text', { nullable: true })
  type!: QuestionType | null;

  @Column('smallint', { nullable: true })
  difficultyFrom!: number | null;

  @Column('smallint', { nullable: true })
  difficultyTo!: number | null;

  /** All of them. */
  @Column('text', { array: true, default: [] })
  tags!: string[];
}

/** The questions a rule may draw from, frozen when the version was published. */
@Entity('quiz_pool')
export class QuizPoolRow {
  @ForeignKey(() => QuizVersionRow)
  @PrimaryColumn('uuid')
  quizVersionId!: string;

  @PrimaryColumn('integer')
  draw!: number;

  @Index()
  @ForeignKey(() => QuestionVersionRow)
  @PrimaryColumn('uuid')
  questionVersionId!: string;
}
