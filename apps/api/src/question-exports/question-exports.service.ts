import { MAX_QUESTION_FILE_BYTES, type QuestionFileFormat, type QuestionSet } from '#question-files';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import type { StaffIdentity } from '../identity/identity.js';
import { Problem } from '../problems/problem.js';
import { QuestionFilesService, type WrittenFile } from '../question-files/question-files.service.js';
import { type ReplyFile, XLSX } from '../requests/file-reply.js';
import type { ExportLoss, ExportLossPage, QuestionExportQuery } from './question-exports.dto.js';
import { type ExportedQuestion, QuestionExportsStore } from './question-exports.store.js';
import { questionSet, withArticles } from './question-set.js';

export const FILE_TYPES: Readonly<Record<QuestionFileFormat, readonly [type: string, extension: string]>> = {
  xlsx: [XLSX, 'xlsx'],
  csv: ['text/csv; charset=utf-8', 'csv'],
  text: ['text/plain; charset=utf-8', 'txt'],
  gift: ['text/plain; charset=utf-8', 'gift'],
  'moodle-xml': ['application/xml; charset=utf-8', 'xml'],
  interchange: ['application/json; charset=utf-8', 'json'],
};

export interface ExportedFile extends ReplyFile {
  readonly total: number;
  /** How many questions lose what. */
  readonly lossCounts: Readonly<Record<string, number>>;
}

interface WrittenPage extends WrittenFile {
  readonly courseTitle: string;
  readonly total: number;
  readonly lost: readonly ExportLoss[];
}

@Injectable()
export class QuestionExportsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly store: QuestionExportsStore,
    private readonly files: QuestionFilesService,
    private readonly audit: AuditService,
  ) {}

  /** Throws Problem not-found, and file-too-large for a file that could not be imported again. */
  async exportFile(
    staff: StaffIdentity,
    courseId: string,
    query: QuestionExportQuery,
    now: Date,
  ): Promise<ExportedFile> {
    const { bytes, courseTitle, total, lost } = await this.write(staff, courseId, query);
    if (bytes.length > MAX_QUESTION_FILE_BYTES) throw tooLarge();
    const { format, page, pageSize } = query;
    const questions = Math.min(pageSize, Math.max(0, total - (page - 1) * pageSize));
    const detail = { format, page, questions };
    const action = { action: 'questions.export', subjectId: courseId, detail } as const;
    await this.audit.record(this.dataSource.manager, staff, action, now);
    const [type, extension] = FILE_TYPES[format];
    const part = total > pageSize ? ` 第${page}页` : '';
    const lossCounts: Record<string, number> = {};
    for (const { code } of lost) lossCounts[code] = (lossCounts[code] ?? 0) + 1;
    return { bytes, type, name: `${courseTitle} 题目${part}.${extension}`, total, lossCounts };
  }

  async listLosses(
    staff: StaffIdentity,
    courseId: string,
    query: QuestionExportQuery,
  ): Promise<ExportLossPage> {
    const { lost, total } = await this.write(staff, courseId, query);
    return { items: [...lost], page: query.page, pageSize: query.pageSize, total };
  }

  private async write(
    { partnerId }: StaffIdentity,
    courseId: string,
    query: QuestionExportQuery,
  ): Promise<WrittenPage> {
    const { manager } = this.dataSource;
    const courseTitle = await this.store.findCourseTitle(manager, partnerId, courseId);
    if (courseTitle === null) throw new Problem('not-found', { detail: '没有找到这门课程。' });
    const total = await this.store.count(manager, partnerId, courseId, query);
    if (query.ids && total < query.ids.length)
      throw new Problem('not-found', { detail: '有的题目不在这门课程里，或不符合其他条件。' });
    const questions = await this.store.findPage(manager, partnerId, courseId, query);
    const first = (query.page - 1) * query.pageSize + 1;
    const quoted = questionSet(questions, { courseTitle, first });
    const set = query.format === 'interchange' ? await this.addArticles(quoted, questions) : quoted;
    const written = await this.files.write(query.format, set);
    const idOf = new Map(set.questions.map(({ id }, index) => [id, questions[index]?.id ?? id]));
    const lost = written.losses.map(({ id, code, detail }) => ({
      questionId: idOf.get(id) ?? id,
      code,
      detail,
    }));
    return { ...written, courseTitle, total, lost };
  }

  /** Only our own JSON carries them. */
  private async addArticles(set: QuestionSet, questions: readonly ExportedQuestion[]): Promise<QuestionSet> {
    const { manager } = this.dataSource;
    const versionIds = questions.flatMap(({ content, articleVersionId }) =>
      content.evidence.length > 0 && articleVersionId ? [articleVersionId] : [],
    );
    const wanted = [...new Set(versionIds)];
    if ((await this.store.measureTexts(manager, wanted)) > MAX_QUESTION_FILE_BYTES) throw tooLarge();
    return withArticles(set, questions, await this.store.findTexts(manager, wanted));
  }
}

function tooLarge(): Problem {
  const detail = '这些题目写成文件超过 5 MB，再导入时读不了：请用 pageSize 分几个文件导出。';
  return new Problem('file-too-large', { detail });
}
