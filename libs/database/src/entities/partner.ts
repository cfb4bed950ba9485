import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** 集成方: an organisation with its own mini-program; the college itself is number one. */
@Entity('partner')
@Unique(['name'])
@Unique(['wechatAppId'])
export class PartnerRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  name!: string;

  /** The mini-program whose trainees belong to this partner. */
  @Column('text', { nullable: true })
  wechatAppId!: string | null;

  /** Whether whoever wrote a question may accept it as well: a college of one teacher has nobody else. */
  @Column('boolean', { default: false })
  singleReview!: boolean;

  @Column('timestamptz')
  createdAt!: Date;
}
