import type { WritableType } from '#question';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ArticleVersionRow } from './article.js';
import { InstructorRow } from './instructor.js';

export type GenerationState = 'queued' | 'running' | 'succeeded' | 'failed';

export interface GenerationProgress {
  readonly stage: string;
  readonly done: number;
  readonly total: number;
  readonly facts: number;
  readonly kept: number;
  readonly dropped: number;
}

/** What the writing pipeline says about itself: what it dropped and why, in Chinese an instructor can read. */
export interface GenerationNote {
  readonly stage: string;
  readonly code: string;
  readonly detail: string;
  readonly factId?: string;
  readonly quote?: string;
}

/** What a model did for a generation, and what that cost. */
export interface GenerationAssistance {
  readonly model: string;
  readonly calls: number;
  readonly promptTokens: number;
  readonly completionTokens: number;
  readonly proposedFacts: number;
  readonly proposedWordings: number;
  readonly examinedQuestions: number;
  /** What failed, by stable code, and how often. */
  readonly failures: readonly { readonly code: string; readonly detail: string; readonly times: number }[];
}

/** One run of the writing pipeline over one article version: a background job with its progress and its outcome. */
@Entity('generation')
@Check('generation_forms_per_fact_check', 'forms_per_fact between 1 and 4')
@Check('generation_state_check', `state in ('queued', 'running', 'succeeded', 'failed')`)
export class GenerationRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Index()
  @ForeignKey(() => ArticleVersionRow)
  @Column('uuid')
  articleVersionId!: string;

  @Column('text')
  state!: GenerationState;

  @Column('integer')
  seed!: number;

  /** How many questions were asked for; null leaves it to the pipeline. */
  @Column('integer', { nullable: true })
  count!: number | null;

  @Column('jsonb', { nullable: true })
  types!: readonly WritableType[] | null;

  /** How many different questions each fact of the quiz should have. */
  @Column('integer', { default: 1 })
  formsPerFact!: number;

  @Column('jsonb', { nullable: true })
  progress!: GenerationProgress | null;

  @Column('jsonb', { default: [] })
  notes!: readonly GenerationNote[];

  /** Null when no model was asked. */
  @Column('jsonb', { nullable: true })
  assistance!: GenerationAssistance | null;

  @Column('integer', { default: 0 })
  factCount!: number;

  @Column('integer', { default: 0 })
  questionCount!: number;

  /** Why it failed, as a problem code and a Chinese sentence. */
  @Column('jsonb', { nullable: true })
  error!: { readonly code: string; readonly detail: string } | null;

  @ForeignKey(() => InstructorRow)
  @Column('uuid')
  requestedBy!: string;

  @Column('timestamptz')
  requestedAt!: Date;

  @Column('timestamptz', { nullable: true })
  startedAt!: Date | null;

  /** Last sign of life of the worker that runs it; an old one means the worker is gone. */
  @Column('timestamptz', { nullable: true })
  seenAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  finishedAt!: Date | null;
}
