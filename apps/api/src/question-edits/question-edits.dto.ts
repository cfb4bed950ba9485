import { QUESTION_EDITS, type QuestionEdit } from '#question';
import { ApiProperty } from '@nestjs/swagger';
import { IsInt, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min } from 'class-validator';
import {
  IsQuestionContent,
  type QuestionContentDto,
  ShowsQuestionContent,
} from '../question-content/question-content.dto.js';
import { QuestionLabels } from '../question-labels/question-labels.dto.js';
import { QuestionDetail, STATUSES, type Status } from '../questions/questions.dto.js';

/** 手写一道题。A question written by hand. */
export class NewQuestion extends QuestionLabels {
  /** 课程编号。Id of its course. */
  @IsUUID()
  courseId!: string;

  /** 来源文章的编号；依据取自它整理后的正文。Id of the article that its evidence is quoted from. */
  @IsOptional()
  @IsUUID()
  articleId?: string;

  /** 全部内容。Everything it says. */
  @IsQuestionContent()
  content!: QuestionContentDto;
}

/** 对一道题的修改：整份内容。An edit: everything the question says from now on. */
export class QuestionEditInput {
  /**
   * 在哪个版本上改的；别人已经改过时会被拒绝。Number of the version it was made from; refused when somebody was faster.
   * @example 1
   */
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  basedOn!: number;

  /** 全部内容。Everything it says. */
  @IsQuestionContent()
  content!: QuestionContentDto;

  /**
   * 为什么改。Why it was edited.
   * @example "学员反映解析里的年份写错了"
   */
  @IsOptional()
  @IsString()
  @MaxLength(500)
  @Matches(/\S/)
  note?: string;
}

/** 文字的一段：没变、去掉的、加上的。A stretch of text that stayed, went or came. */
export class ChangedPart {
  /** 没变、去掉的、加上的。Whether it stayed, went or came. */
  kind!: 'same' | 'removed' | 'added';

  /** 文字。The text. */
  text!: string;
}

/** 两个版本的一处不同。One thing that two versions say differently. */
export class QuestionDifference {
  /**
   * 在题目内容里的位置。Where it stands in the question.
   * @example "/stem"
   */
  pointer!: string;

  /**
   * 名称。What people call it.
   * @example "题干"
   */
  label!: string;

  /** 这一处改动属于哪一类。What changing it is. */
  @ApiProperty({ enum: QUESTION_EDITS, enumName: 'QuestionEdit' })
  edit!: QuestionEdit;

  /** 原来的；新加的为 null。What it was; null when it is new. */
  before!: string | null;

  /** 现在的；去掉的为 null。What it is; null when it is gone. */
  after!: string | null;

  /** 逐段对照。Piece by piece. */
  parts!: ChangedPart[];
}

/** 题库里一道很像的题。A question of the bank that is much alike. */
export class SimilarQuestion {
  /** 题目编号。Id of the question. */
  id!: string;

  /** 状态。Its status. */
  @ApiProperty({ enum: STATUSES, enumName: 'QuestionStatus' })
  status!: Status;

  /** 题干。Its stem. */
  stem!: string;

  /**
   * 有多像，0.8 到 1。How much it is alike, 0.8 to 1.
   * @example 0.91
   */
  likeness!: number;
}

/** 同一课程里很像的题（同题型）。Questions of the same course and type that are much alike. */
export class SimilarQuestions {
  /** 各道题，最像的在前。The most alike first. */
  items!: SimilarQuestion[];
}

/** 新写的题，和题库里与它很像的题。The new question, and those that are much like it. */
export class WrittenQuestion {
  /** 新写的题，草稿。The question, a draft. */
  question!: QuestionDetail;

  /** 题库里很像的题，提醒用。Near duplicates, as a warning. */
  duplicates!: SimilarQuestion[];
}

/** 修改的结果。Outcome of an edit. */
export class EditedQuestion extends WrittenQuestion {
  /** 改动的类别，由改动本身算出：措辞、解析、内容、答案；没有改动为 null。The class of the edit, computed from what changed; null when nothing did. */
  @ApiProperty({ enum: QUESTION_EDITS, enumName: 'QuestionEdit', nullable: true })
  edit!: QuestionEdit | null;

  /** 改了哪些。What changed. */
  differences!: QuestionDifference[];

  /** 改了答案时：哪些已发布的测验用过旧版本，可以重新判分。When the key changed: published quizzes that used older versions and may be regraded. */
  regradeQuizIds!: string[];
}

/** 题目的一个版本。A version of a question. */
export class QuestionVersionSummary {
  /**
   * 版本号。Its number.
   * @example 2
   */
  version!: number;

  /** 这一版相对上一版的改动类别；第一版为 null。What it changed of the one before; null for the first. */
  @ApiProperty({ enum: QUESTION_EDITS, enumName: 'QuestionEdit', nullable: true })
  edit!: QuestionEdit | null;

  /** 为什么改；没有写时为 null。Why it was edited, or null. */
  note!: string | null;

  /** 来源：规则、模型、人。Who wrote it: rules, a model, a person. */
  origin!: 'rule' | 'llm' | 'person';

  /** 作者（教师）的编号；没有时为 null。Id of the instructor who wrote it, or null. */
  createdBy!: string | null;

  /** 作者的姓名；没有时为 null。Name of that instructor, or null. */
  createdByName!: string | null;

  /** 什么时候。When. */
  createdAt!: string;
}

/** 题目的各个版本。Versions of a question. */
export class QuestionVersionList {
  /** 各个版本，新的在前。The newest first. */
  items!: QuestionVersionSummary[];
}

/** 题目的一个版本和它的内容。A version with what it says. */
export class QuestionVersionDetail extends QuestionVersionSummary {
  /** 全部内容。Everything it says. */
  @ShowsQuestionContent()
  content!: QuestionContentDto;
}

/** 两个版本的对照。Two versions side by side. */
export class QuestionDiff {
  /** 从旧到新属于哪一类改动；一样时为 null。The class of the edit from one to the other; null when they say the same. */
  @ApiProperty({ enum: QUESTION_EDITS, enumName: 'QuestionEdit', nullable: true })
  edit!: QuestionEdit | null;

  /** 各处不同，按阅读的次序。The differences in reading order. */
  differences!: QuestionDifference[];
}
