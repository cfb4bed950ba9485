import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PartnerRow } from './partner.js';

@Entity('learner')
export class LearnerRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Index()
  @ForeignKey(() => PartnerRow)
  @Column('uuid')
  partnerId!: string;

  @Column('text', { nullable: true })
  nickname!: string | null;

  @Column('timestamptz')
  createdAt!: Date;
}

/**
 * Who a learner is elsewhere. The directory that sign-in asks, so its key is the foreign identity:
 * the one learner table that does not begin with learner_id.
 */
@Entity('learner_identity')
@Check('learner_identity_provider_check', `provider in ('wechat')`)
export class LearnerIdentityRow {
  @PrimaryColumn('text')
  provider!: 'wechat';

  /** The mini-program's appid. */
  @PrimaryColumn('text')
  appId!: string;

  /** The openid: personal data, never sent to anybody and never logged. */
  @PrimaryColumn('text')
  subject!: string;

  @Column('text', { nullable: true })
  unionId!: string | null;

  @Index()
  @ForeignKey(() => LearnerRow)
  @Column('uuid')
  learnerId!: string;

  @Column('timestamptz')
  createdAt!: Date;
}
