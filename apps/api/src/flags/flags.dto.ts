import { IsBoolean } from 'class-validator';

/** 标记或取消标记。To mark or to unmark. */
export class Flag {
  /** true 为标记。True marks it. */
  @IsBoolean()
  flagged!: boolean;
}

/** 这份答卷里标记了的题。The marked slots of the attempt. */
export class FlaggedSlots {
  /**
   * 题号，从小到大。Numbers of the slots.
   * @example [2, 7]
   */
  flagged!: number[];
}
