import { originOf } from '#article-files';
import type { ArticleRepair, ArticleVersionRow } from '#database';
import type { CleanArticle } from '#quiz-writing';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { CoursesService } from '../courses/courses.service.js';
import type { StaffIdentity } from '../identity/identity.js';
import { Problem } from '../problems/problem.js';
import type { TextPlace } from '../question-content/staff-evidence.dto.js';
import type { EvidenceTexts } from '../question-content/staff-evidence.js';
import type { SentFile } from '../requests/file-body.js';
import { ArticleReader, type GivenArticle } from './article-reader.js';
import type { Article, ArticleList, ArticleText, NewArticle, NewArticleFile } from './articles.dto.js';
import { type ArticleRecord, ArticlesStore } from './articles.store.js';

@Injectable()
export class ArticlesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly store: ArticlesStore,
    private readonly courses: CoursesService,
    private readonly reader: ArticleReader,
  ) {}

  async create(staff: StaffIdentity, { text, ...input }: NewArticle, now: Date): Promise<Article> {
    await this.courses.requireCourse(this.dataSource.manager, staff.partnerId, input.courseId);
    return this.add(staff, input, await this.reader.readText(text), now);
  }

  async createFromFile(
    staff: StaffIdentity,
    { name, ...input }: NewArticleFile,
    file: SentFile,
    now: Date,
  ): Promise<Article> {
    await this.courses.requireCourse(this.dataSource.manager, staff.partnerId, input.courseId);
    return this.add(staff, input, await this.reader.readFile(file, name ?? null), now);
  }

  async list(staff: StaffIdentity, courseId: string): Promise<ArticleList> {
    await this.courses.requireCourse(this.dataSource.manager, staff.partnerId, courseId);
    const rows = await this.store.findArticles(this.dataSource.manager, staff.partnerId, courseId);
    return { items: rows.map(articleView) };
  }

  async get(staff: StaffIdentity, articleId: string): Promise<ArticleText> {
    const article = await this.require(this.dataSource.manager, staff, articleId);
    const version = await this.store.getVersion(this.dataSource.manager, article.versionId);
    return { ...articleView(article), ...textsView(version, await this.cleaned(version)) };
  }

  /** What evidence counts offsets in. For a version that the caller came to through its own article, fact or question. */
  getTexts(manager: EntityManager, versionId: string): Promise<EvidenceTexts> {
    return this.store.getVersion(manager, versionId);
  }

  /** The article and its newest version. Throws Problem `not-found` when it does not exist or is another partner's. */
  async require(manager: EntityManager, staff: StaffIdentity, articleId: string): Promise<ArticleRecord> {
    const article = await this.store.findArticle(manager, staff.partnerId, articleId);
    if (!article) throw new Problem('not-found', { detail: '没有找到这篇文章。' });
    return article;
  }

  /** The newest text as questions quote it. Throws Problem `not-found` when it does not exist or is another partner's. */
  async openNewest(staff: StaffIdentity, articleId: string): Promise<OpenArticle> {
    const { manager } = this.dataSource;
    const { courseId, versionId } = await this.require(manager, staff, articleId);
    const { text, cleanText } = await this.store.getVersion(manager, versionId);
    const cleaned = cleanText === null ? await this.reader.clean(text) : null;
    return { articleId, courseId, versionId, cleanText: cleaned?.article ?? cleanText ?? text, cleaned };
  }

  /**
   * Makes the text that was opened the one that evidence may be stored in: until the transaction ends the article gets no
   * newer one. False when it has one already, or was cleaned otherwise: then it has to be opened anew.
   */
  async holdNewest(
    manager: EntityManager,
    { articleId, versionId, ...opened }: OpenArticle,
  ): Promise<boolean> {
    await this.store.lockArticle(manager, articleId);
    const [newest] = await this.store.findVersions(manager, articleId);
    const version = await this.store.getVersion(manager, versionId);
    if (newest?.number !== version.number) return false;
    if (version.cleanText !== null) return version.cleanText === opened.cleanText;
    if (!opened.cleaned) return false;
    await this.store.setCleanText(manager, versionId, opened.cleaned);
    return true;
  }

  /** What is stored, or before the first generation or comparison what will be. */
  private async cleaned({ text, cleanText, repairs }: ArticleVersionRow): Promise<Cleaned> {
    if (cleanText !== null && repairs !== null) return { cleanText, repairs };
    const cleaned = await this.reader.clean(text);
    return cleanText === null || cleanText === cleaned.article
      ? { cleanText: cleaned.article, repairs: cleaned.repairs }
      : { cleanText, repairs: [] };
  }

  private add(
    staff: StaffIdentity,
    input: { courseId: string; title: string },
    given: GivenArticle,
    now: Date,
  ): Promise<Article> {
    return this.dataSource.transaction(async (manager) => {
      const id = await this.store.addArticle(manager, staff.instructorId, { ...input, ...given }, now);
      return articleView(await this.require(manager, staff, id));
    });
  }
}

/** The newest version of an article, opened to find quotes in it. */
export interface OpenArticle {
  readonly articleId: string;
  readonly courseId: string;
  readonly versionId: string;
  readonly cleanText: string;
  /** Null when its clean text was stored before. */
  readonly cleaned: CleanArticle | null;
}

interface Cleaned {
  readonly cleanText: string;
  readonly repairs: readonly ArticleRepair[];
}

function textsView(
  { text, source, origins, readingNotes }: ArticleVersionRow,
  { cleanText, repairs }: Cleaned,
): Pick<ArticleText, 'source' | 'text' | 'readingNotes' | 'cleanText' | 'repairs'> {
  const inSource = (place: TextPlace) => (origins ? originOf(origins, place.start, place.end) : place);
  return {
    source: source ?? text,
    text,
    readingNotes: readingNotes.map((note) => ({ ...note, places: [...note.places] })),
    cleanText,
    repairs: repairs.map((repair) => ({
      ...repair,
      places: (repair.places ?? []).flatMap((place) => inSource(place) ?? []),
    })),
  };
}

function articleView({ createdAt, ...article }: ArticleRecord): Article {
  const { id, courseId, title, version, format, fileName, characters } = article;
  return {
    id,
    courseId,
    title,
    version,
    format,
    fileName,
    characters,
    createdAt: createdAt.toISOString(),
  };
}
