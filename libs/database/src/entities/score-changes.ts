import type { AwardedPoint } from '#scoring';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { numeric } from '../numeric.js';
import { InstructorRow } from './instructor.js';
import { QuestionRow, QuestionVersionRow } from './question.js';
import { QuizRow } from './quiz.js';

export type ScoreCause = 'closed' | 'regrade' | 'void' | 'full-marks' | 'manual' | 'undo';

/** 得分流水: why the score of an attempt is what it is, line by line; the last line holds today's score. */
@Entity('score_event')
@Check('score_event_cause_check', `cause in ('closed', 'regrade', 'void', 'full-marks', 'manual', 'undo')`)
export class ScoreEventRow {
  @PrimaryColumn('uuid')
  learnerId!: string;

  @PrimaryColumn('uuid')
  attemptId!: string;

  /** From 1. The first line, of the closing, is written with the first change: until then the attempt's own columns say it. */
  @PrimaryColumn('integer')
  number!: number;

  @Column('text')
  cause!: ScoreCause;

  /** Null before there was one. What still waits for a person adds nothing. */
  @Column('numeric', { nullable: true, transformer: numeric })
  before!: number | null;

  @Column('numeric', { nullable: true, transformer: numeric })
  after!: number | null;

  /** What could be reached. */
  @Column('numeric', { nullable: true, transformer: numeric })
  maxBefore!: number | null;

  @Column('numeric', { nullable: true, transformer: numeric })
  maxAfter!: number | null;

  @Column('boolean', { nullable: true })
  passedBefore!: boolean | null;

  @Column('boolean', { nullable: true })
  passedAfter!: boolean | null;

  /** Slot it concerns; null for the whole attempt. */
  @Column('integer', { nullable: true })
  slot!: number | null;

  /** For the learner to read. */
  @Column('text', { default: '' })
  reason!: string;

  @Column('uuid', { nullable: true })
  regradeRunId!: string | null;

  @Column('uuid', { nullable: true })
  actorId!: string | null;

  @Column('timestamptz')
  happenedAt!: Date;
}

export type RegradeKind = 'regrade' | 'void' | 'full-marks';
export type RegradeState = 'proposed' | 'applying' | 'applied' | 'undoing' | 'undone';

export interface RegradeCounts {
  readonly attempts: number;
  readonly changed: number;
  readonly up: number;
  readonly down: number;
  readonly nowPassed: number;
  readonly nowFailed: number;
}

/** 重判: one question of one quiz marked anew in all attempts; a dry run until it is applied. */
@Entity('regrade_run')
@Index('regrade_run_unfinished_idx', ['id'], { where: `state in ('applying', 'undoing')` })
@Check('regrade_run_kind_check', `kind in ('regrade', 'void', 'full-marks')`)
@Check('regrade_run_state_check', `state in ('proposed', 'applying', 'applied', 'undoing', 'undone')`)
export class RegradeRunRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Index()
  @ForeignKey(() => QuizRow)
  @Column('uuid')
  quizId!: string;

  @ForeignKey(() => QuestionRow)
  @Column('uuid')
  questionId!: string;

  @Column('text')
  kind!: RegradeKind;

  /** The version whose key decides; null for the other kinds. */
  @ForeignKey(() => QuestionVersionRow)
  @Column('uuid', { nullable: true })
  toVersionId!: string | null;

  /** The versions it speaks of: those there were when it was proposed, of a regrade only the older ones. */
  @Column('uuid', { array: true })
  questionVersionIds!: string[];

  @Column('text')
  reason!: string;

  @Column('text')
  state!: RegradeState;

  @Column('jsonb')
  counts!: RegradeCounts;

  @ForeignKey(() => InstructorRow)
  @Column('uuid')
  createdBy!: string;

  @Column('timestamptz')
  createdAt!: Date;

  /** From when on it holds; all attempts follow it once the state says so. */
  @Column('timestamptz', { nullable: true })
  appliedAt!: Date | null;

  @ForeignKey(() => InstructorRow)
  @Column('uuid', { nullable: true })
  appliedBy!: string | null;

  @Column('timestamptz', { nullable: true })
  undoneAt!: Date | null;

  @ForeignKey(() => InstructorRow)
  @Column('uuid', { nullable: true })
  undoneBy!: string | null;

  /** For the learner to read. */
  @Column('text', { default: '' })
  undoReason!: string;
}

/** What a regrade does to one attempt. */
@Entity('regrade_change')
@Index(['regradeRunId'])
export class RegradeChangeRow {
  @PrimaryColumn('uuid')
  learnerId!: string;

  @PrimaryColumn('uuid')
  attemptId!: string;

  @PrimaryColumn('uuid')
  regradeRunId!: string;

  @Column('integer')
  slot!: number;

  @Column('numeric', { nullable: true, transformer: numeric })
  oldFraction!: number | null;

  @Column('text')
  oldRule!: string;

  @Column('numeric', { nullable: true, transformer: numeric })
  newFraction!: number | null;

  @Column('text')
  newRule!: string;

  @Column('numeric', { nullable: true, transformer: numeric })
  oldScore!: number | null;

  @Column('numeric', { nullable: true, transformer: numeric })
  newScore!: number | null;

  @Column('numeric', { nullable: true, transformer: numeric })
  oldMaxScore!: number | null;

  @Column('numeric', { nullable: true, transformer: numeric })
  newMaxScore!: number | null;

  @Column('boolean', { nullable: true })
  oldPassed!: boolean | null;

  @Column('boolean', { nullable: true })
  newPassed!: boolean | null;

  @Column('timestamptz', { nullable: true })
  appliedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  undoneAt!: Date | null;
}

/** A mark that a person gave to a slot, append-only: the one with the highest number counts. */
@Entity('person_mark')
@Check('person_mark_fraction_check', 'fraction between 0 and 1')
export class PersonMarkRow {
  @PrimaryColumn('uuid')
  learnerId!: string;

  @PrimaryColumn('uuid')
  attemptId!: string;

  @PrimaryColumn('integer')
  slot!: number;

  /** From 1. */
  @PrimaryColumn('integer')
  number!: number;

  @Column('numeric', { transformer: numeric })
  fraction!: number;

  /** Point by point, where the question has a rubric. */
  @Column('jsonb', { nullable: true })
  awarded!: readonly AwardedPoint[] | null;

  /** For the learner to read. */
  @Column('text', { default: '' })
  comment!: string;

  @ForeignKey(() => InstructorRow)
  @Column('uuid')
  markedBy!: string;

  @Column('timestamptz')
  markedAt!: Date;
}

export type ReportKind = 'wrong-key' | 'unclear' | 'typo' | 'other';
export type ReportState = 'open' | 'accepted' | 'rejected';

/** A learner says that a question is wrong; the reply is for them to read. */
@Entity('question_report')
@Index(['questionId', 'state'])
@Check('question_report_kind_check', `kind in ('wrong-key', 'unclear', 'typo', 'other')`)
@Check('question_report_state_check', `state in ('open', 'accepted', 'rejected')`)
export class QuestionReportRow {
  @PrimaryColumn('uuid')
  learnerId!: string;

  @PrimaryColumn('uuid')
  attemptId!: string;

  /** One report of a slot: sent again, it is the same. */
  @PrimaryColumn('integer')
  slot!: number;

  /** What the staff calls it by. */
  @Index()
  @Column('uuid')
  id!: string;

  @Column('uuid')
  questionId!: string;

  @Column('uuid')
  questionVersionId!: string;

  @Column('text')
  kind!: ReportKind;

  @Column('text', { default: '' })
  text!: string;

  @Column('text')
  state!: ReportState;

  @Column('text', { nullable: true })
  reply!: string | null;

  @ForeignKey(() => InstructorRow)
  @Column('uuid', { nullable: true })
  resolvedBy!: string | null;

  @Column('timestamptz', { nullable: true })
  resolvedAt!: Date | null;

  @Column('timestamptz')
  createdAt!: Date;
}
