import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { PartnerRow } from './partner.js';

export type StaffRole = 'instructor' | 'admin';

/** 教师, 管理员: people who sign in with an account and a password. */
@Entity('instructor')
@Unique(['account'])
@Check('instructor_role_check', `role in ('instructor', 'admin')`)
export class InstructorRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Index()
  @ForeignKey(() => PartnerRow)
  @Column('uuid')
  partnerId!: string;

  /** Lower case. */
  @Column('text')
  account!: string;

  /** argon2id, in its own text form. */
  @Column('text')
  passwordHash!: string;

  @Column('text')
  name!: string;

  @Column('text')
  role!: StaffRole;

  @Column('timestamptz')
  createdAt!: Date;
}
