import { IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { AnyText } from '../requests/strange-text.js';

/** 上传文章。A new article. */
export class NewArticle {
  /**
   * 所属课程的编号。Id of its course.
   * @example "01936f6e-0000-7000-8000-000000000010"
   */
  @IsUUID()
  courseId!: string;

  /**
   * 文章标题。Title.
   * @example "青岛的工业互联网"
   */
  @IsString()
  @MaxLength(200)
  @Matches(/\S/)
  title!: string;

  /** 正文，纯文本，最多 200000 个字符。The text, plain, at most 200,000 characters. */
  @IsString()
  @AnyText()
  text!: string;
}

/** 查询文章的条件。Which articles. */
export class ArticlesQuery {
  /** 课程编号。Id of the course. */
  @IsUUID()
  courseId!: string;
}

/** 文章。An article. */
export class Article {
  /**
   * 文章编号。Id of the article.
   * @example "01936f6e-0000-7000-8000-000000000020"
   */
  id!: string;

  /** 所属课程的编号。Id of its course. */
  courseId!: string;

  /** 文章标题。Title. */
  title!: string;

  /**
   * 版本号，从 1 开始。Number of its newest version.
   * @example 1
   */
  version!: number;

  /**
   * 正文的字符数。Length of the text.
   * @example 1800
   */
  characters!: number;

  /** 上传的时间。When it was uploaded. */
  createdAt!: string;
}

/** 文章列表。Articles. */
export class ArticleList {
  /** 各篇文章。The articles. */
  items!: Article[];
}

/** 清洗文本时做的一处修正。One thing that cleaning changed. */
export class Repair {
  /**
   * 稳定的代码。Stable code for programs.
   * @example "line-joined"
   */
  code!: string;

  /** 中文说明。A Chinese sentence for people. */
  detail!: string;

  /** 涉及的原文。The words concerned. */
  quote?: string;
}

/** 文章全文。An article with its text. */
export class ArticleText extends Article {
  /** 上传时的正文。The text as uploaded. */
  text!: string;

  /** 清洗后的正文，依据的位置以它为准；还没有出过题时为 null。Cleaned text that evidence refers to; null before the first generation. */
  cleanText!: string | null;

  /** 清洗时做的修正；还没有出过题时为 null。What cleaning changed; null before the first generation. */
  repairs!: Repair[] | null;
}
