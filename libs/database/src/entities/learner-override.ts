import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { InstructorRow } from './instructor.js';
import { LearnerRow } from './learner.js';

/** What is different for one learner in one quiz; null leaves the quiz's own setting. */
@Entity('learner_override')
@Check(
  'learner_override_extra_check',
  'extra_percent between 0 and 300 and extra_seconds between 0 and 604800',
)
export class LearnerOverrideRow {
  @ForeignKey(() => LearnerRow)
  @PrimaryColumn('uuid')
  learnerId!: string;

  @PrimaryColumn('uuid')
  quizId!: string;

  /** More of the time limit, in hundredths of it. */
  @Column('integer', { default: 0 })
  extraPercent!: number;

  @Column('integer', { default: 0 })
  extraSeconds!: number;

  @Column('timestamptz', { nullable: true })
  opensAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  closesAt!: Date | null;

  @Column('integer', { nullable: true })
  attemptsAllowed!: number | null;

  @Column('text')
  reason!: string;

  @ForeignKey(() => InstructorRow)
  @Column('uuid')
  createdBy!: string;

  @Column('timestamptz')
  createdAt!: Date;
}
