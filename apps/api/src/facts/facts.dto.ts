import { ApiProperty } from '@nestjs/swagger';
import { FACT_KINDS, type FactKind } from '#question';
import { IsIn } from 'class-validator';
import { PlacedEvidence } from '../question-content/staff-evidence.dto.js';

/** 对一个事实的判断。The judgement of a fact. */
export class FactStatusChange {
  /** 新的状态：采纳或停用。The new status. */
  @IsIn(['accepted', 'retired'])
  status!: 'accepted' | 'retired';
}

/** 文章中一个可以检验的说法。One checkable statement of an article. */
export class Fact {
  /**
   * 编号。Id.
   * @example "01936f6e-0000-7000-8000-000000000040"
   */
  id!: string;

  /** 文章编号。Id of the article. */
  articleId!: string;

  /** 种类。The kind of fact. */
  @ApiProperty({ enum: FACT_KINDS, enumName: 'FactKind' })
  kind!: FactKind;

  /** 状态：待定、已采纳、已停用。The status. */
  status!: 'proposed' | 'accepted' | 'retired';

  /**
   * 说的是什么，全称。What it is about, in full.
   * @example "工业互联网大会"
   */
  subject!: string;

  /** 一句独立成立的话。The fact as one sentence. */
  statement!: string;

  /**
   * 可以考的内容，按文章的写法。What a question about it asks for.
   * @example "2020年"
   */
  answer!: string;

  /**
   * 重要程度：3 必须知道，2 应该知道，1 细节。3 must know, 2 should know, 1 detail.
   * @example 3
   */
  importance!: number;

  /** 依据。The sentences that prove it. */
  evidence!: PlacedEvidence[];
}

/** 事实列表。Facts. */
export class FactList {
  /** 各个事实，按文章的次序。Facts in reading order. */
  items!: Fact[];
}
