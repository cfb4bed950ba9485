import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import type { StaffIdentity } from '../identity/identity.js';
import { naming } from '../problems/taken.js';
import type { QuestionDetail } from '../questions/questions.dto.js';
import { type QuestionRecord, QuestionsService } from '../questions/questions.service.js';
import { TopicsService } from '../topics/topics.service.js';
import type { BulkOutcome } from '../question-content/bulk-outcome.dto.js';
import { type BulkLabels, MOST_TAGS, type QuestionLabels } from './question-labels.dto.js';
import { type Labels, readLabels, readTags } from './read-labels.js';

/** How questions are sorted: beside their versions, and for learners without effect. */
@Injectable()
export class QuestionLabelsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly questions: QuestionsService,
    private readonly topics: TopicsService,
    private readonly audit: AuditService,
  ) {}

  change(
    staff: StaffIdentity,
    questionId: string,
    input: QuestionLabels,
    now: Date,
  ): Promise<QuestionDetail> {
    return this.dataSource.transaction(async (manager) => {
      const question = await this.questions.hold(manager, staff, questionId);
      const labels = readLabels(input);
      if (labels.topicId) {
        await this.topics.requireInCourse(manager, staff, question.courseId, labels.topicId);
      }
      await this.store(manager, staff, question, labels, now);
      return this.questions.show(manager, { ...question, ...labels });
    });
  }

  changeMany(staff: StaffIdentity, input: BulkLabels, now: Date): Promise<BulkOutcome> {
    const topicId = input.topicId?.toLowerCase();
    return this.dataSource.transaction(async (manager) => {
      const ids = input.questionIds.map((id) => id.toLowerCase());
      const held = await this.questions.holdAll(manager, staff, ids);
      const topicCourse = topicId ? await this.topics.findCourseOf(manager, staff, topicId) : null;
      const outcome: BulkOutcome = { changed: [], unchanged: [], skipped: [] };
      for (const id of ids) {
        const question = held.find((one) => one.id === id);
        const skip = (code: string, detail: string) => outcome.skipped.push({ questionId: id, code, detail });
        if (!question) {
          skip('not-found', '没有找到这道题。');
          continue;
        }
        if (topicCourse && topicCourse !== question.courseId) {
          skip('topic-of-another-course', '知识点属于另一门课程。');
          continue;
        }
        const labels = changedLabels(question, { ...input, topicId });
        if (labels.tags.length > MOST_TAGS) skip('too-many-tags', `一道题最多 ${MOST_TAGS} 个标签。`);
        else if (isSame(question, labels)) outcome.unchanged.push(id);
        else {
          await this.store(manager, staff, question, labels, now);
          outcome.changed.push(id);
        }
      }
      return outcome;
    });
  }

  private async store(
    manager: EntityManager,
    staff: StaffIdentity,
    question: QuestionRecord,
    labels: Labels,
    now: Date,
  ): Promise<void> {
    if (isSame(question, labels)) return;
    await naming(this.questions.change(manager, question.id, labels));
    const { topicId, tags, difficulty, externalId } = labels;
    const detail = { topicId, tags: tags.join(' '), difficulty, externalId };
    await this.audit.record(
      manager,
      staff,
      { action: 'question.labels', subjectId: question.id, detail },
      now,
    );
  }
}

function changedLabels(question: QuestionRecord, input: BulkLabels): Labels {
  const removed = new Set(readTags(input.removeTags ?? []));
  const tags = readTags([...question.tags, ...(input.addTags ?? [])]).filter((tag) => !removed.has(tag));
  return {
    topicId: input.clearTopic ? null : (input.topicId ?? question.topicId),
    tags,
    difficulty: input.difficulty ?? question.difficulty,
    externalId: question.externalId,
  };
}

function isSame(question: QuestionRecord, labels: Labels): boolean {
  return (
    question.topicId === labels.topicId &&
    question.difficulty === labels.difficulty &&
    question.externalId === labels.externalId &&
    question.tags.join('\n') === labels.tags.join('\n')
  );
}
