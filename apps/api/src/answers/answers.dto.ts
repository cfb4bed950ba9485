import { IsInt, Max, Min } from 'class-validator';
import { IsResponse, type ResponseDto } from '../question-content/response.dto.js';

/** 一题的作答。An answer to one slot. */
export class Answer {
  /**
   * 客户端为这一题编的序号，每改一次加一；重发时不变。The client's number of this response for this slot: one more for each change, the same when sent again.
   * @example 1
   */
  @IsInt()
  @Min(1)
  @Max(2_147_483_647)
  sequence!: number;

  /** 作答内容，形状随题型。The response, by question type. */
  @IsResponse()
  response!: ResponseDto;
}

/** 作答已收到。What became of an answer. */
export class AnswerReceipt {
  /**
   * 题号。Number of the slot.
   * @example 1
   */
  slot!: number;

  /** 服务器上存的就是这次作答。True when this very response is what the server has stored. */
  saved!: boolean;

  /**
   * 服务器上存着的序号。The sequence that is stored.
   * @example 1
   */
  sequence!: number;

  /** 存着的作答的时间。When the stored response was given. */
  answeredAt!: string;

  /**
   * 已作答的题数。Slots answered so far.
   * @example 4
   */
  answered!: number;

  /**
   * 总题数。Slots in all.
   * @example 10
   */
  total!: number;

  /** 截止的时间，可能刚被教师延长；不限时为 null。When the attempt closes, as it stands now; null without a limit. */
  dueAt!: string | null;
}
