import { ApiProperty } from '@nestjs/swagger';
import { unionOf } from './union.js';

/** 一个选项。编号固定，字母由客户端按显示的次序编排。An option: the id is stable, letters follow the order shown. */
export class QuestionOption {
  /**
   * 选项编号，作答时用它。Id, to be used in a response.
   * @example "b"
   */
  id!: string;

  /**
   * 选项文字。Text of the option.
   * @example "青岛国际会议中心"
   */
  text!: string;
}

/** 单选题。Single choice. */
export class SingleLearnerQuestion {
  /** 题型。The question type. */
  type!: 'single';

  /**
   * 题干。The stem.
   * @example "第三届工业互联网大会在哪里开幕？"
   */
  stem!: string;

  /** 选项，已按这份答卷的次序排好。Options in the order of this attempt. */
  options!: QuestionOption[];
}

/** 多选题。Multiple choice. */
export class MultiLearnerQuestion {
  /** 题型。The question type. */
  type!: 'multi';

  /** 题干。The stem. */
  stem!: string;

  /** 选项，已按这份答卷的次序排好。Options in the order of this attempt. */
  options!: QuestionOption[];
}

/** 判断题。True or false. */
export class TfLearnerQuestion {
  /** 题型。The question type. */
  type!: 'tf';

  /** 要判断的说法。The statement to judge. */
  stem!: string;
}

/** 填空题。Fill in the blanks. */
export class FillLearnerQuestion {
  /** 题型。The question type. */
  type!: 'fill';

  /**
   * 题干，空处写作 ____。The stem, with ____ for each blank.
   * @example "峰会于____年举行。"
   */
  stem!: string;

  /**
   * 有几个空。How many blanks there are.
   * @example 1
   */
  blanks!: number;
}

/** 排序题。Put in order. */
export class OrderLearnerQuestion {
  /** 题型。The question type. */
  type!: 'order';

  /** 题干。The stem. */
  stem!: string;

  /** 要排序的项，已打乱。Items to be put in order, shuffled. */
  options!: QuestionOption[];
}

/** 配对题。Match left and right. */
export class MatchLearnerQuestion {
  /** 题型。The question type. */
  type!: 'match';

  /** 题干。The stem. */
  stem!: string;

  /** 左列。The left column. */
  lefts!: QuestionOption[];

  /** 右列，已打乱。The right column, shuffled. */
  rights!: QuestionOption[];
}

/** 简答题，由教师评分。A short answer, marked by an instructor. */
export class ShortLearnerQuestion {
  /** 题型。The question type. */
  type!: 'short';

  /** 题干。The stem. */
  stem!: string;
}

export const LEARNER_QUESTIONS = {
  single: SingleLearnerQuestion,
  multi: MultiLearnerQuestion,
  tf: TfLearnerQuestion,
  fill: FillLearnerQuestion,
  order: OrderLearnerQuestion,
  match: MatchLearnerQuestion,
  short: ShortLearnerQuestion,
};

export type LearnerQuestionDto =
  | SingleLearnerQuestion
  | MultiLearnerQuestion
  | TfLearnerQuestion
  | FillLearnerQuestion
  | OrderLearnerQuestion
  | MatchLearnerQuestion
  | ShortLearnerQuestion;

/** A field that holds a question as a learner may see it: none of its members has a place for a key. */
export function ShowsLearnerQuestion() {
  return ApiProperty(unionOf('LearnerQuestion', LEARNER_QUESTIONS));
}
