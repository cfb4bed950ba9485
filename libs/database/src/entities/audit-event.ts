import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { InstructorRow } from './instructor.js';

/** Who on the staff changed what, append-only. */
@Entity('audit_event')
@Index(['subjectId', 'happenedAt'])
export class AuditEventRow {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey(() => InstructorRow)
  @Column('uuid')
  actorId!: string;

  /** fact.status, question.status, quiz.publish … */
  @Column('text')
  action!: string;

  @Column('uuid')
  subjectId!: string;

  @Column('jsonb', { default: {} })
  detail!: Readonly<Record<string, string | number | boolean | null>>;

  @Column('timestamptz')
  happenedAt!: Date;
}
