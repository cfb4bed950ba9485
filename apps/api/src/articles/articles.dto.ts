import { ARTICLE_FORMATS, type ArticleFormat } from '#article-files';
import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { TextPlace } from '../question-content/staff-evidence.dto.js';
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

  /** 正文，最多 200000 个字符；明显是 Markdown 或 HTML 的会按那种格式读取。The text, at most 200,000 characters; Markdown and HTML are recognised when they are plain to see. */
  @IsString()
  @AnyText()
  text!: string;
}

/** 上传文章文件时的说明。What the file is. */
export class NewArticleFile {
  /** 所属课程的编号。Id of its course. */
  @IsUUID()
  courseId!: string;

  /** 文章标题。Title. */
  @IsString()
  @MaxLength(200)
  @Matches(/\S/)
  title!: string;

  /** 文件名，可以从扩展名看出格式。Name of the file; its extension tells the format. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  @Matches(/\S/)
  name?: string;
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

  /** 给的是哪种格式。The format it was given in. */
  @ApiProperty({ enum: ARTICLE_FORMATS, enumName: 'ArticleFormat' })
  format!: ArticleFormat;

  /** 文件名；粘贴的正文为 null。Name of the file, or null for a pasted text. */
  fileName!: string | null;

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

/** 清洗文本时做的一类修正。One thing that cleaning changed. */
export class Repair {
  /**
   * 稳定的代码。Stable code for programs.
   * @example "wrapped-lines"
   */
  code!: string;

  /** 中文说明。A Chinese sentence for people. */
  detail!: string;

  /** 涉及的原文。The words concerned. */
  quote?: string;

  /** 在原稿（source）中的位置，同一类很多时只有前 20 处。Where in the source; the first 20 of what happened often. */
  places!: TextPlace[];
}

/** 读取原稿时略去或改动的一类内容。One kind of thing that was dropped or changed while the source was read. */
export class ReadingNote {
  /**
   * 稳定的代码。Stable code for programs.
   * @example "image"
   */
  code!: string;

  /** 中文说明。A Chinese sentence for people. */
  detail!: string;

  /** 共有多少处。How many there were. */
  count!: number;

  /** 前几处在原稿（source）中的位置。The first places, in the source. */
  places!: TextPlace[];
}

/** 文章全文。An article with its text. */
export class ArticleText extends Article {
  /** 原稿：粘贴的文字，或文件里的文字；Word 文件为各段文字，每段一行。What was given: the pasted text or the text of the file. */
  source!: string;

  /** 从原稿读出的正文，每段一行。The plain text that was read from it. */
  text!: string;

  /** 读取原稿时略去或改动了什么。What was dropped or changed while the source was read. */
  readingNotes!: ReadingNote[];

  /** 清洗后的正文，依据的位置以它为准。Cleaned text that evidence refers to. */
  cleanText!: string;

  /** 清洗时做的修正。What cleaning changed. */
  repairs!: Repair[];
}
