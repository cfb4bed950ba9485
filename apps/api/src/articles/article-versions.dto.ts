import { ARTICLE_FORMATS, type ArticleFormat } from '#article-files';
import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { AnyText } from '../requests/strange-text.js';

const COMPARISONS = ['none', 'waiting', 'done', 'failed'] as const;

/** 文章的新文本。A new text of an article. */
export class NewArticleVersion {
  /** 正文，最多 200000 个字符；明显是 Markdown 或 HTML 的会按那种格式读取。The text, at most 200,000 characters; Markdown and HTML are recognised when they are plain to see. */
  @IsString()
  @AnyText()
  text!: string;
}

/** 上传新版文件时的说明。What the file is. */
export class NewVersionFile {
  /** 文件名，可以从扩展名看出格式。Name of the file; its extension tells the format. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  @Matches(/\S/)
  name?: string;
}

/** 文章的一个版本。A version of an article. */
export class ArticleVersion {
  /** 文章编号。Id of the article. */
  articleId!: string;

  /**
   * 版本号，从 1 开始。Number of the version, from 1.
   * @example 2
   */
  version!: number;

  /** 给的是哪种格式。The format it was given in. */
  @ApiProperty({ enum: ARTICLE_FORMATS, enumName: 'ArticleFormat' })
  format!: ArticleFormat;

  /** 文件名；粘贴的正文为 null。Name of the file, or null for a pasted text. */
  fileName!: string | null;

  /** 正文的字符数。Length of the text. */
  characters!: number;

  /** 与旧版的比较：第一版没有；等待、完成、失败。The comparison with the versions before. */
  @ApiProperty({ enum: COMPARISONS, enumName: 'VersionComparison' })
  comparison!: (typeof COMPARISONS)[number];

  /** 上传的时间。When it was uploaded. */
  createdAt!: string;
}

/** 文章的各个版本。Versions of an article. */
export class ArticleVersionList {
  /** 各个版本，新的在前。The versions, newest first. */
  items!: ArticleVersion[];
}
