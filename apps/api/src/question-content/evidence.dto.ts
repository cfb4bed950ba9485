/** 依据：文章原文中的一句话，连同它所在的段落。The sentence of the article that proves the key, with its paragraph. */
export class EvidenceInContext {
  /**
   * 原文，一字不差。The exact quote.
   * @example "第三届工业互联网大会在青岛国际会议中心开幕"
   */
  quote!: string;

  /** 引文所在的段落。The paragraph that holds the quote. */
  paragraph!: string;

  /**
   * 引文在段落中的起点（UTF-16 单位）。Start of the quote within the paragraph, in UTF-16 units.
   * @example 0
   */
  quoteStart!: number;

  /**
   * 引文在段落中的终点（不含）。End of the quote within the paragraph, exclusive.
   * @example 20
   */
  quoteEnd!: number;
}
