import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ArticleVersionRow } from './article.js';
import { FactRow } from './fact.js';
import { QuestionRow } from './question.js';

/** What a new text did to the words that something stands on. `changed` and `gone` need a person again. */
export type ChangeState = 'untouched' | 'moved' | 'changed' | 'gone';

/** A quote as it was and as it stands now; null when nothing stands in its place. */
export interface QuoteChange {
  readonly before: string;
  readonly after: string | null;
}

const STATES = `state in ('untouched', 'moved', 'changed', 'gone')`;

/** 过期清单: what a version of an article did to one fact of an older version. */
@Entity('fact_change')
@Check('fact_change_state_check', STATES)
@Check('fact_change_what_check', `what in ('words', 'subject')`)
export class FactChangeRow {
  /** The new text. */
  @ForeignKey(() => ArticleVersionRow)
  @PrimaryColumn('uuid')
  articleVersionId!: string;

  /** The fact as it stood in the older text. */
  @Index()
  @ForeignKey(() => FactRow)
  @PrimaryColumn('uuid')
  factId!: string;

  @Column('text')
  state!: ChangeState;

  /** What of it changed: the quoted words, or whom they are about. */
  @Column('text', { nullable: true })
  what!: 'words' | 'subject' | null;

  @Column('jsonb')
  quotes!: readonly QuoteChange[];

  /** The same fact in the new text; null when it did not come along. */
  @ForeignKey(() => FactRow)
  @Column('uuid', { nullable: true })
  carriedFactId!: string | null;

  @Column('timestamptz')
  createdAt!: Date;
}

/** What a version of an article did to one question written from an older version. */
@Entity('question_change')
@Check('question_change_state_check', STATES)
export class QuestionChangeRow {
  @ForeignKey(() => ArticleVersionRow)
  @PrimaryColumn('uuid')
  articleVersionId!: string;

  @Index()
  @ForeignKey(() => QuestionRow)
  @PrimaryColumn('uuid')
  questionId!: string;

  /** Its fact in the older text. */
  @ForeignKey(() => FactRow)
  @Column('uuid', { nullable: true })
  factId!: string | null;

  @Column('text')
  state!: ChangeState;

  @Column('jsonb')
  quotes!: readonly QuoteChange[];

  /** Whether it was published and went back into review. */
  @Column('boolean')
  reopened!: boolean;

  @Column('timestamptz')
  createdAt!: Date;
}
