import type { NearDuplicate } from '#database';
import type { QuestionFileReading, QuestionRow } from '#question-files';
import { quoteFinder } from '#quiz-writing';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { ArticlesService, type OpenArticle } from '../articles/articles.service.js';
import { AuditService, type StaffAction } from '../audit/audit.service.js';
import { CoursesService } from '../courses/courses.service.js';
import type { StaffIdentity } from '../identity/identity.js';
import { Problem } from '../problems/problem.js';
import { naming } from '../problems/taken.js';
import { refuseFlawed } from '../question-files/question-file-problems.js';
import { QuestionFilesService } from '../question-files/question-files.service.js';
import type { SentFile } from '../requests/file-body.js';
import { isHeavy, type PlannedRow, planImport, type RowProof, twinFinder } from './plan-import.js';
import type {
  QuestionFileProblem,
  QuestionFileQuery,
  QuestionImport,
  QuestionImportQuery,
} from './question-imports.dto.js';
import { QuestionImportsStore } from './question-imports.store.js';
import { importView, warnAbout } from './question-imports.view.js';

interface Proofs {
  readonly proofs: ReadonlyMap<QuestionRow, RowProof>;
  readonly articles: readonly OpenArticle[];
  readonly warnings: readonly QuestionFileProblem[];
}

interface Order {
  readonly staff: StaffIdentity;
  readonly courseId: string;
  readonly query: QuestionImportQuery;
  readonly reading: QuestionFileReading;
}

/** Somebody gave an article a new text meanwhile; so often in a row nobody does. */
const MOST_TRIES = 3;
/** New questions that near duplicates are looked for; each takes a search of the bank. */
const MOST_COMPARED = 300;
const MOST_NEAR = 3;

@Injectable()
export class QuestionImportsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly store: QuestionImportsStore,
    private readonly courses: CoursesService,
    private readonly articles: ArticlesService,
    private readonly files: QuestionFilesService,
    private readonly audit: AuditService,
  ) {}

  /** Throws Problem not-found, file-*; and questions-flawed when there are errors and it is no dry run. */
  async importFile(
    staff: StaffIdentity,
    courseId: string,
    query: QuestionImportQuery,
    sent: SentFile,
    now: Date,
  ): Promise<QuestionImport> {
    const { manager } = this.dataSource;
    await this.courses.requireCourse(manager, staff.partnerId, courseId);
    if (query.articleId !== undefined) await this.requireArticle(manager, staff, courseId, query.articleId);
    const reading = await this.files.read(sent, query);
    const order = { staff, courseId, query, reading };
    if (!query.dryRun) {
      refuseFlawed(reading);
      return this.apply(order, now);
    }
    const { proofs, warnings } = await this.findProofs(order);
    const planned = await planImport(reading.rows, await this.findKnown(manager, order), proofs);
    const near = await this.findNear(manager, courseId, planned);
    return importView(reading, planned, warnings, { near });
  }

  /** The failing rows as a workbook, or null when there are none. Throws Problem as `importFile` does. */
  async markErrors(
    staff: StaffIdentity,
    courseId: string,
    query: QuestionFileQuery,
    sent: SentFile,
  ): Promise<Uint8Array | null> {
    await this.courses.requireCourse(this.dataSource.manager, staff.partnerId, courseId);
    return this.files.markErrors(sent, query);
  }

  private async apply(order: Order, now: Date): Promise<QuestionImport> {
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const found = await this.findProofs(order);
      const done = await this.dataSource.transaction((manager) => this.save(manager, order, found, now));
      if (done) return done;
    }
    throw new Problem('unavailable', { detail: '文章正在更换文本，请稍后再导入。', retryAfterSeconds: 1 });
  }

  /** Null when an article has another text by now. */
  private async save(
    manager: EntityManager,
    order: Order,
    { proofs, articles, warnings }: Proofs,
    now: Date,
  ): Promise<QuestionImport | null> {
    const { staff, courseId, reading } = order;
    const place = { courseId, instructorId: staff.instructorId };
    await this.store.lockCourse(manager, courseId);
    for (const article of articles) {
      if (!(await this.articles.holdNewest(manager, article))) return null;
    }
    const known = await this.findKnown(manager, order, true);
    const planned = await planImport(reading.rows, known, proofs);
    const having = (outcome: PlannedRow['outcome']) => planned.filter((row) => row.outcome === outcome);
    const ids = await naming(this.store.addQuestions(manager, place, having('new'), now));
    await naming(this.store.changeQuestions(manager, place, having('changed'), now));
    const done = importView(reading, planned, warnings, { ids });
    await this.audit.recordAll(manager, staff, actionsOf(order, planned, done), now);
    return done;
  }

  private findKnown(manager: EntityManager, { courseId, reading: { rows } }: Order, hold = false) {
    const externalIds = rows.flatMap(({ externalId }) => externalId ?? []);
    const stems = rows.flatMap(({ question }) => question?.stem ?? []);
    return this.store.findKnown(manager, courseId, { externalIds, stems }, { hold });
  }

  private async findNear(
    manager: EntityManager,
    courseId: string,
    planned: readonly PlannedRow[],
  ): Promise<Map<PlannedRow, NearDuplicate[]>> {
    const find = await this.store.findNearDuplicates(manager, courseId);
    const near = new Map<PlannedRow, NearDuplicate[]>();
    for (const row of planned.filter(({ outcome }) => outcome === 'new').slice(0, MOST_COMPARED)) {
      const found = row.content ? await find(row.content, []) : [];
      if (found.length > 0) near.set(row, found.slice(0, MOST_NEAR));
    }
    return near;
  }

  /** Looks for every quote in the newest text of the article that was named, else of the one that the row or the bank names. */
  private async findProofs(order: Order): Promise<Proofs> {
    const { staff, courseId, query, reading } = order;
    const { manager } = this.dataSource;
    const quoting = reading.rows.filter(({ question, source }) => question && source.quotes.length > 0);
    const titles = quoting.flatMap(({ source }) => source.title ?? []);
    const byTitle = await this.store.findArticles(manager, courseId, titles);
    const twinOf = twinFinder(await this.findKnown(manager, order));
    const articleOf = (row: QuestionRow) =>
      query.articleId ?? byTitle.get(row.source.title ?? '') ?? twinOf(row)?.known.articleId ?? null;
    const ofArticle = groupBy(quoting, articleOf);
    const proofs = new Map<QuestionRow, RowProof>();
    const articles: OpenArticle[] = [];
    const warnings = (ofArticle.get(null) ?? []).map((row) => warnAbout(row, 'article-unknown'));
    for (const articleId of [...ofArticle.keys()].filter((id) => id !== null).sort()) {
      const article = await this.articles.openNewest(staff, articleId);
      const find = quoteFinder(article.cleanText);
      let isQuoted = false;
      for (const row of ofArticle.get(articleId) ?? []) {
        const found = row.source.quotes.map((quote) => ({ quote, evidence: find(quote) }));
        const evidence = found.flatMap((each) => each.evidence ?? []);
        const lost = found.filter((each) => !each.evidence);
        warnings.push(...lost.map(({ quote }) => warnAbout(row, 'quote-unplaced', quote)));
        if (evidence.length > 0) {
          proofs.set(row, { articleId, articleVersionId: article.versionId, evidence });
          isQuoted = true;
        }
      }
      if (isQuoted) articles.push(article);
    }
    return { proofs, articles, warnings };
  }

  private async requireArticle(
    manager: EntityManager,
    staff: StaffIdentity,
    courseId: string,
    articleId: string,
  ): Promise<void> {
    const article = await this.articles.require(manager, staff, articleId);
    if (article.courseId !== courseId) throw new Problem('not-found', { detail: '这门课程没有这篇文章。' });
  }
}

/** One line for the import, and one for each question that it changed. */
function actionsOf(
  { courseId, query, reading }: Order,
  planned: readonly PlannedRow[],
  { counts }: QuestionImport,
): StaffAction[] {
  const detail = {
    format: reading.format,
    file: query.name ?? null,
    articleId: query.articleId ?? null,
    new: counts.new,
    changed: counts.changed,
    same: counts.same,
  };
  const changes = planned.flatMap(({ outcome, known, edit, details: labels }): StaffAction[] => {
    if (outcome !== 'changed' || !known) return [];
    const subjectId = known.id;
    const { tags, difficulty, externalId } = labels;
    if (!edit) {
      const detail = { tags: tags.join(' '), difficulty, externalId };
      return [{ action: 'question.labels', subjectId, detail }];
    }
    const to = isHeavy(edit) && known.status === 'published' ? 'in_review' : known.status;
    const version = known.latestVersion + 1;
    const detail = { version, edit, note: '从文件导入', from: known.status, to };
    return [{ action: 'question.edit', subjectId, detail }];
  });
  return [{ action: 'questions.import', subjectId: courseId, detail }, ...changes];
}

function groupBy<T, Key>(all: readonly T[], keyOf: (one: T) => Key): Map<Key, T[]> {
  const groups = new Map<Key, T[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group) group.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return groups;
}
