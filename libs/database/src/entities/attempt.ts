import type { Response } from '#question';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { LearnerRow } from './learner.js';
import { QuestionVersionRow } from './question.js';
import { QuizRow, QuizVersionRow } from './quiz.js';
import { numeric } from '../numeric.js';

export type AttemptState = 'in_progress' | 'submitted';
export type ClosedBy = 'learner' | 'deadline';

/** One learner's run through a quiz. Answering and closing lock this row, so that score and responses never part. */
@Entity('attempt')
@Unique(['learnerId', 'quizId', 'number'])
@Index('attempt_one_open_idx', ['learnerId', 'quizId'], { unique: true, where: `state = 'in_progress'` })
@Index('attempt_overdue_idx', ['dueAt'], { where: `state = 'in_progress'` })
@Check('attempt_state_check', `state in ('in_progress', 'submitted')`)
@Check('attempt_closed_by_check', `closed_by in ('learner', 'deadline')`)
@Check(
  'attempt_submitted_check',
  `(state = 'submitted') = (submitted_at is not null and closed_by is not null and score is not null)`,
)
export class AttemptRow {
  @ForeignKey(() => LearnerRow)
  @PrimaryColumn('uuid')
  learnerId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey(() => QuizRow)
  @Column('uuid')
  quizId!: string;

  @ForeignKey(() => QuizVersionRow)
  @Column('uuid')
  quizVersionId!: string;

  /** First, second … try of this learner at this quiz. */
  @Column('integer')
  number!: number;

  @Column('integer')
  seed!: number;

  @Column('text')
  state!: AttemptState;

  @Column('timestamptz')
  startedAt!: Date;

  @Column('timestamptz', { nullable: true })
  dueAt!: Date | null;

  /** When it ended: at `dueAt` for one that was left lying, however late that was noticed. */
  @Column('timestamptz', { nullable: true })
  submittedAt!: Date | null;

  @Column('text', { nullable: true })
  closedBy!: ClosedBy | null;

  @Column('integer')
  slotCount!: number;

  @Column('integer', { default: 0 })
  answeredCount!: number;

  @Column('numeric', { nullable: true, transformer: numeric })
  score!: number | null;

  @Column('numeric', { transformer: numeric })
  maxScore!: number;
}

/** A frozen slot with the response as it stands now. Recomputable from the attempt's events. */
@Entity('attempt_slot')
@ForeignKey(() => AttemptRow, ['learnerId', 'attemptId'], ['learnerId', 'id'])
export class AttemptSlotRow {
  @PrimaryColumn('uuid')
  learnerId!: string;

  @PrimaryColumn('uuid')
  attemptId!: string;

  @PrimaryColumn('integer')
  slot!: number;

  @ForeignKey(() => QuestionVersionRow)
  @Column('uuid')
  questionVersionId!: string;

  /** Option ids in the order of this attempt; empty for types without options. */
  @Column('jsonb')
  optionOrder!: readonly string[];

  @Column('numeric', { transformer: numeric })
  points!: number;

  @Column('jsonb', { nullable: true })
  response!: Response | null;

  /** The client's number of the stored response; 0 before the first. */
  @Column('integer', { default: 0 })
  sequence!: number;

  @Column('timestamptz', { nullable: true })
  answeredAt!: Date | null;

  @Column('numeric', { nullable: true, transformer: numeric })
  fraction!: number | null;

  @Column('numeric', { nullable: true, transformer: numeric })
  score!: number | null;

  /** Which marking rule decided. */
  @Column('text', { nullable: true })
  rule!: string | null;
}

export type AttemptEventKind = 'started' | 'answered' | 'ignored' | 'closed';

/** What happened to an attempt, append-only: the truth from which slots and score can be computed again. */
@Entity('attempt_event')
@ForeignKey(() => AttemptRow, ['learnerId', 'attemptId'], ['learnerId', 'id'])
@Unique(['learnerId', 'attemptId', 'kind', 'slot', 'sequence'])
@Check('attempt_event_kind_check', `kind in ('started', 'answered', 'ignored', 'closed')`)
@Check('attempt_event_actor_check', `actor in ('learner', 'deadline')`)
export class AttemptEventRow {
  @PrimaryColumn('uuid')
  learnerId!: string;

  @PrimaryColumn('uuid')
  attemptId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  kind!: AttemptEventKind;

  @Column('text')
  actor!: ClosedBy;

  /** The server's clock. */
  @Column('timestamptz')
  happenedAt!: Date;

  /** 0 for what concerns the whole attempt. */
  @Column('integer', { default: 0 })
  slot!: number;

  /** The client's number; 0 for what concerns the whole attempt. */
  @Column('integer', { default: 0 })
  sequence!: number;

  @Column('jsonb', { nullable: true })
  response!: Response | null;
}
