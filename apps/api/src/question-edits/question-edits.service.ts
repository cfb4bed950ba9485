import type { QuestionRow } from '#database';
import {
  checkQuestion,
  compareQuestions,
  heaviestEdit,
  type Question,
  type QuestionEdit,
  showsInOldAttempts,
} from '#question';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { ArticlesService } from '../articles/articles.service.js';
import { AuditService } from '../audit/audit.service.js';
import { CoursesService } from '../courses/courses.service.js';
import type { StaffIdentity } from '../identity/identity.js';
import { invalidField, Problem } from '../problems/problem.js';
import { naming } from '../problems/taken.js';
import { contentPointer, readContent } from '../question-content/question-content.js';
import type { QuestionContentDto } from '../question-content/question-content.dto.js';
import { readLabels } from '../question-labels/read-labels.js';
import { type QuestionRecord, QuestionsService } from '../questions/questions.service.js';
import { TopicsService } from '../topics/topics.service.js';
import type {
  EditedQuestion,
  NewQuestion,
  QuestionEditInput,
  WrittenQuestion,
} from './question-edits.dto.js';
import { QuestionEditsStore } from './question-edits.store.js';
import { differences } from './question-edits.view.js';

/** What people write into the bank: every edit is a new version, and its class is computed from what it changed. */
@Injectable()
export class QuestionEditsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly store: QuestionEditsStore,
    private readonly questions: QuestionsService,
    private readonly articles: ArticlesService,
    private readonly courses: CoursesService,
    private readonly topics: TopicsService,
    private readonly audit: AuditService,
  ) {}

  create(staff: StaffIdentity, input: NewQuestion, now: Date): Promise<WrittenQuestion> {
    const courseId = input.courseId.toLowerCase();
    return this.dataSource.transaction(async (manager) => {
      await this.courses.requireCourse(manager, staff.partnerId, courseId);
      const labels = readLabels(input);
      if (labels.topicId) await this.topics.requireInCourse(manager, staff, courseId, labels.topicId);
      const article = await this.findText(manager, staff, courseId, input);
      const content = readWell(input.content, article?.cleanText ?? null);
      const row = {
        courseId,
        articleId: article?.articleId ?? null,
        articleVersionId: article?.versionId ?? null,
        authorId: staff.instructorId,
        ...labels,
      };
      const id = await naming(this.store.addQuestion(manager, row, content, now));
      const detail = { courseId, type: content.type };
      await this.audit.record(manager, staff, { action: 'question.create', subjectId: id, detail }, now);
      return this.tell(manager, await this.questions.require(manager, staff, id));
    });
  }

  edit(
    staff: StaffIdentity,
    questionId: string,
    { basedOn, content: given, note }: QuestionEditInput,
    now: Date,
  ): Promise<EditedQuestion> {
    return this.dataSource.transaction(async (manager) => {
      const question = await this.questions.hold(manager, staff, questionId);
      const texts = await this.questions.textsOf(manager, question);
      const content = readWell(given, texts?.cleanText ?? null);
      const changes = compareQuestions(question.content, content);
      const edit = heaviestEdit(changes);
      if (!edit) {
        return { ...(await this.tell(manager, question)), edit, differences: [], regradeQuizIds: [] };
      }
      refuseEdit(question, basedOn);
      const version = question.version + 1;
      await this.store.addVersion(
        manager,
        {
          questionId: question.id,
          number: version,
          content,
          articleVersionId: question.articleVersionId,
          difficulty: question.estimatedDifficulty,
          edit,
          editNote: note ?? null,
          createdBy: staff.instructorId,
        },
        now,
      );
      const change = changeOf(question, version, edit);
      await this.questions.rewrite(manager, question.id, content, {
        ...change,
        latestVersion: version,
        authorId: staff.instructorId,
      });
      const detail = {
        version,
        edit,
        note: note ?? null,
        from: question.status,
        to: change.status ?? question.status,
      };
      await this.audit.record(
        manager,
        staff,
        { action: 'question.edit', subjectId: question.id, detail },
        now,
      );
      const regradeQuizIds =
        edit === 'key' ? await this.store.findQuizzesBefore(manager, question.id, version) : [];
      const edited = await this.questions.require(manager, staff, question.id);
      return {
        ...(await this.tell(manager, edited)),
        edit,
        differences: differences(changes),
        regradeQuizIds,
      };
    });
  }

  private async tell(manager: EntityManager, question: QuestionRecord): Promise<WrittenQuestion> {
    const { id, courseId, content } = question;
    const duplicates = await this.store.findDuplicates(manager, courseId, content, [id]);
    return { question: await this.questions.show(manager, question), duplicates };
  }

  /** The article a new question stands in: its newest text, once that has been cleaned. */
  private async findText(
    manager: EntityManager,
    staff: StaffIdentity,
    courseId: string,
    { articleId, content }: NewQuestion,
  ): Promise<{ articleId: string; versionId: string; cleanText: string | null } | null> {
    if (!articleId) return null;
    const before = await this.articles.require(manager, staff, articleId);
    if (before.courseId !== courseId) throw new Problem('not-found', { detail: '这门课程没有这篇文章。' });
    await this.store.lockArticle(manager, before.id);
    const { id, versionId } = await this.articles.require(manager, staff, articleId);
    const { cleanText } = await this.articles.getTexts(manager, versionId);
    if (cleanText === null && content.evidence.length > 0) {
      throw invalidField('/articleId', 'not-cleaned', '这篇文章还没有整理：先为它出一次题，再引用原句。');
    }
    return { articleId: id, versionId, cleanText };
  }
}

function refuseEdit({ status, version }: QuestionRecord, basedOn: number): void {
  if (status === 'retired') throw new Problem('invalid-transition', { detail: '题目已经停用，不能再修改。' });
  if (version === basedOn) return;
  throw new Problem('question-edited', { detail: `题目现在是第 ${version} 版，请在它上面修改。` });
}

/** What somebody accepted is not accepted any more when it asks something else or something else is right. */
function changeOf({ status }: QuestionRecord, version: number, edit: QuestionEdit): Partial<QuestionRow> {
  if (showsInOldAttempts(edit)) return {};
  const again = { reviewedBy: null, evidenceWaiver: null };
  if (status !== 'published') return again;
  const what = edit === 'key' ? '答案' : '内容';
  return { ...again, status: 'in_review', statusReason: `第 ${version} 版改了${what}，要重新审批。` };
}

/** A person decides what a question asks, but its key must name an option and its quotes must stand in the article. */
function readWell(given: QuestionContentDto, article: string | null): Question {
  const content = readContent(given, article);
  const flaws = checkQuestion(content, content.evidence.length > 0 ? (article ?? undefined) : undefined);
  if (flaws.length === 0) return content;
  const errors = flaws.map(({ code, pointer, detail }) => ({
    code,
    detail,
    pointer: `/content${contentPointer(given, pointer)}`,
  }));
  throw new Problem('validation-failed', { detail: errors[0]?.detail, errors });
}
