import type { Response } from '#question';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { LearnerRow } from './learner.js';
import { numeric, numerics } from '../numeric.js';

export type AttemptState = 'in_progress' | 'submitted';
export type ClosedBy = 'learner' | 'deadline';

/**
 * One learner's run through a quiz. Every answer and the closing update this row on a condition, so they queue for it and
 * score and responses never part. What it points to in the bank is never deleted, so no foreign key locks those rows.
 */
@Entity('attempt')
@Unique(['learnerId', 'quizId', 'number'])
@Index('attempt_one_open_idx', ['learnerId', 'quizId'], { unique: true, where: `state = 'in_progress'` })
@Index('attempt_overdue_idx', ['closesAt'], { where: `state = 'in_progress'` })
@Index(['quizId', 'id'])
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

  @Column('uuid')
  quizId!: string;

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

  /** Until when answers are taken: `dueAt` and the grace of the quiz. */
  @Column('timestamptz', { nullable: true })
  closesAt!: Date | null;

  /** The frozen question of each slot, slot 1 first. Option orders follow from the seed. */
  @Column('uuid', { array: true })
  questionVersionIds!: string[];

  /** What each slot is worth. */
  @Column('numeric', { array: true, transformer: numerics })
  points!: number[];

  /** The client's number of the newest response of each slot, slot 1 first; 0 before the first. */
  @Column('integer', { array: true })
  sequences!: number[];

  /** Slots the learner wants to look at again. */
  @Column('integer', { array: true, default: [] })
  flagged!: number[];

  /** Slots whose feedback was shown while answering: their responses stand. */
  @Column('integer', { array: true, default: [] })
  revealed!: number[];

  /** Grows while it runs with every ruling on one of its questions: whoever closes it judged by all of them. */
  @Column('integer', { default: 0 })
  rulings!: number;

  @Column('numeric', { nullable: true, transformer: numeric })
  score!: number | null;

  @Column('numeric', { transformer: numeric })
  maxScore!: number;

  /** Null while it runs, where there is no pass mark, and while a person still has to mark. */
  @Column('boolean', { nullable: true })
  passed!: boolean | null;
}

/** A slot of a closed attempt: its last response and what that was worth. Recomputable from the attempt's events. */
@Entity('attempt_slot')
@Index('attempt_slot_unmarked_idx', ['learnerId', 'attemptId'], { where: 'fraction is null' })
export class AttemptSlotRow {
  @PrimaryColumn('uuid')
  learnerId!: string;

  @PrimaryColumn('uuid')
  attemptId!: string;

  @PrimaryColumn('integer')
  slot!: number;

  @Column('uuid')
  questionVersionId!: string;

  @Column('numeric', { transformer: numeric })
  points!: number;

  @Column('jsonb', { nullable: true })
  response!: Response | null;

  @Column('timestamptz', { nullable: true })
  answeredAt!: Date | null;

  /** Null while a person still has to mark it. */
  @Column('numeric', { nullable: true, transformer: numeric })
  fraction!: number | null;

  @Column('numeric', { nullable: true, transformer: numeric })
  score!: number | null;

  /** Which marking rule decided. */
  @Column('text')
  rule!: string;
}

/** `late` is an answer within the grace, `extended` another deadline, `revealed` feedback shown while answering. */
export type AttemptEventKind =
  'started' | 'answered' | 'late' | 'ignored' | 'flagged' | 'unflagged' | 'revealed' | 'extended' | 'closed';
export type AttemptActor = ClosedBy | 'staff';

/** What happened to an attempt, append-only: the truth from which responses, slots and score can be computed again. */
@Entity('attempt_event')
@Check(
  'attempt_event_kind_check',
  `kind in ('started', 'answered', 'late', 'ignored', 'flagged', 'unflagged', 'revealed', 'extended', 'closed')`,
)
@Check('attempt_event_actor_check', `actor in ('learner', 'deadline', 'staff')`)
export class AttemptEventRow {
  @PrimaryColumn('uuid')
  learnerId!: string;

  @PrimaryColumn('uuid')
  attemptId!: string;

  /** 0 for what concerns the whole attempt. */
  @PrimaryColumn('integer')
  slot!: number;

  /** The client's number; 0 for what concerns the whole attempt. */
  @PrimaryColumn('integer')
  sequence!: number;

  @PrimaryColumn('text')
  kind!: AttemptEventKind;

  @Column('text')
  actor!: AttemptActor;

  /** The server's clock. */
  @Column('timestamptz')
  happenedAt!: Date;

  @Column('jsonb', { nullable: true })
  response!: Response | null;
}
