import { EvidenceInContext } from './evidence.dto.js';

/** 一段文字的起止位置（UTF-16 单位）。Where a stretch of text begins and ends, in UTF-16 units. */
export class TextPlace {
  /**
   * 起点。Where it begins.
   * @example 120
   */
  start!: number;

  /**
   * 终点（不含）。Where it ends, exclusive.
   * @example 142
   */
  end!: number;
}

/** 依据，连同它在整理后的正文和原稿中的位置。Evidence with its places in the cleaned text and in what was given. */
export class PlacedEvidence extends EvidenceInContext {
  /**
   * 在整理后的正文中的起点。Where it begins in the cleaned text.
   * @example 118
   */
  start!: number;

  /**
   * 在整理后的正文中的终点（不含）。Where it ends in the cleaned text, exclusive.
   * @example 140
   */
  end!: number;

  /** 在原稿（source）中的位置：通常一处；句子在原稿里断成几截时，按句子的次序各是一处；早先整理的文章里不能确定时为空。Where it stands in the source: one place, or one for each piece of a sentence that the source holds apart; empty when that cannot be told for a text cleaned long ago. */
  source!: TextPlace[];
}
