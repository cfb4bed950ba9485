import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import type { StaffIdentity } from '../identity/identity.js';
import type { SentFile } from '../requests/file-body.js';
import { ArticleReader, type GivenArticle } from './article-reader.js';
import type { ArticleVersion, ArticleVersionList } from './article-versions.dto.js';
import { ArticlesService } from './articles.service.js';
import { ArticlesStore, type VersionRecord } from './articles.store.js';

export interface GivenVersion {
  readonly version: ArticleVersion;
  readonly isNew: boolean;
}

@Injectable()
export class ArticleVersionsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly store: ArticlesStore,
    private readonly articles: ArticlesService,
    private readonly reader: ArticleReader,
    private readonly audit: AuditService,
  ) {}

  /** Giving the newest text once more changes nothing. The worker finds the new version by itself and compares it. */
  async create(staff: StaffIdentity, articleId: string, text: string, now: Date): Promise<GivenVersion> {
    await this.articles.require(this.dataSource.manager, staff, articleId);
    return this.add(staff, articleId, await this.reader.readText(text), now);
  }

  async createFromFile(
    staff: StaffIdentity,
    articleId: string,
    name: string | undefined,
    file: SentFile,
    now: Date,
  ): Promise<GivenVersion> {
    await this.articles.require(this.dataSource.manager, staff, articleId);
    return this.add(staff, articleId, await this.reader.readFile(file, name ?? null), now);
  }

  async list(staff: StaffIdentity, articleId: string): Promise<ArticleVersionList> {
    const { manager } = this.dataSource;
    await this.articles.require(manager, staff, articleId);
    const rows = await this.store.findVersions(manager, articleId);
    return { items: rows.map(versionView) };
  }

  private add(
    staff: StaffIdentity,
    articleId: string,
    given: GivenArticle,
    now: Date,
  ): Promise<GivenVersion> {
    return this.dataSource.transaction(async (manager) => {
      await this.store.lockArticle(manager, articleId);
      const { versionId, version } = await this.articles.require(manager, staff, articleId);
      const newest = await this.store.getVersion(manager, versionId);
      const isNew = newest.text !== given.text || newest.source !== given.source;
      if (isNew) {
        const number = version + 1;
        await this.store.addVersion(manager, staff.instructorId, { articleId, number, ...given }, now);
        const detail = { version: number };
        await this.audit.record(
          manager,
          staff,
          { action: 'article.version', subjectId: articleId, detail },
          now,
        );
      }
      const [row] = await this.store.findVersions(manager, articleId);
      if (!row) throw new Error(`article ${articleId} has no version`);
      return { version: versionView(row), isNew };
    });
  }
}

function versionView({
  number,
  comparedAt,
  comparisonError,
  createdAt,
  ...row
}: VersionRecord): ArticleVersion {
  const settled = comparedAt ? 'done' : 'waiting';
  const comparison = number === 1 ? 'none' : comparisonError ? 'failed' : settled;
  return { ...row, version: number, comparison, createdAt: createdAt.toISOString() };
}
