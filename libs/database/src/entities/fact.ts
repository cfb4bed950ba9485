import type { Fact, FactKind } from '#question';
import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { ArticleVersionRow } from './article.js';
import { GenerationRow } from './generation.js';

export type FactStatus = 'proposed' | 'accepted' | 'retired';

/** A fact of one article version. The fingerprint makes the same fact, found again, the same row. */
@Entity('fact')
@Unique(['articleVersionId', 'fingerprint'])
@Check('fact_status_check', `status in ('proposed', 'accepted', 'retired')`)
export class FactRow {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey(() => ArticleVersionRow)
  @Column('uuid')
  articleVersionId!: string;

  /** The run that found it first. */
  @ForeignKey(() => GenerationRow)
  @Column('uuid')
  generationId!: string;

  /** Place in reading order, from 1. */
  @Column('integer')
  position!: number;

  @Column('text')
  kind!: FactKind;

  @Column('text')
  status!: FactStatus;

  @Column('jsonb')
  content!: Fact;

  @Column('text')
  fingerprint!: string;

  @Column('timestamptz')
  createdAt!: Date;
}
