import type { Response } from '#question';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { LearnerRow } from './learner.js';
import { numeric } from '../numeric.js';

export type AttemptState = 'in_progress' | 'submitted';
export type ClosedBy = 'learner' | 'deadline';

/**
 * One learner's run through a quiz. Every answer and the closing update this row on a condition, so they queue for it and
 * score and responses never part. What it points to in the bank is never deleted, so no foreign key locks those rows.
 */
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

  /** The frozen question of each slot, slot 1 first. Option orders follow from the seed. */
  @Column('uuid', { array: true })
  questionVersionIds!: string[];

  /** The client's number of the newest response of each slot, slot 1 first; 0 before the first. */
  @Column('integer', { array: true })
  sequences!: number[];

  @Column('numeric', { nullable: true, transformer: numeric })
  score!: number | null;

  @Column('numeric', { transformer: numeric })
  maxScore!: number;
}

/** A slot of a closed attempt: its last response and what that was worth. Recomputable from the attempt's events. */
@Entity('attempt_slot')
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

  @Column('numeric', { transformer: numeric })
  fraction!: number;

  @Column('numeric', { transformer: numeric })
  score!: number;

  /** Which marking rule decided. */
  @Column('text')
  rule!: string;
}

export type AttemptEventKind = 'started' | 'answered' | 'ignored' | 'closed';

/** What happened to an attempt, append-only: the truth from which responses, slots and score can be computed again. */
@Entity('attempt_event')
@Check('attempt_event_kind_check', `kind in ('started', 'answered', 'ignored', 'closed')`)
@Check('attempt_event_actor_check', `actor in ('learner', 'deadline')`)
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
  actor!: ClosedBy;

  /** The server's clock. */
  @Column('timestamptz')
  happenedAt!: Date;

  @Column('jsonb', { nullable: true })
  response!: Response | null;
}
