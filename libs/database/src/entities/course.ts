import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { InstructorRow } from './instructor.js';
import { PartnerRow } from './partner.js';

@Entity('course')
export class CourseRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Index()
  @ForeignKey(() => PartnerRow)
  @Column('uuid')
  partnerId!: string;

  @Column('text')
  title!: string;

  @Column('text', { default: '' })
  description!: string;

  @ForeignKey(() => InstructorRow)
  @Column('uuid')
  createdBy!: string;

  @Column('timestamptz')
  createdAt!: Date;
}
