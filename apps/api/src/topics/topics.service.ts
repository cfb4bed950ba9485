import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { AuditService, type StaffAction } from '../audit/audit.service.js';
import { CoursesService } from '../courses/courses.service.js';
import type { StaffIdentity } from '../identity/identity.js';
import { invalidField, Problem } from '../problems/problem.js';
import type { Topic, TopicInput, TopicList } from './topics.dto.js';
import { type TopicRecord, TopicsStore } from './topics.store.js';

const DEEPEST = 6;
const MOST_TOPICS = 1000;

@Injectable()
export class TopicsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly store: TopicsStore,
    private readonly courses: CoursesService,
    private readonly audit: AuditService,
  ) {}

  async list(staff: StaffIdentity, courseId: string): Promise<TopicList> {
    const { manager } = this.dataSource;
    await this.courses.requireCourse(manager, staff.partnerId, courseId);
    return { items: await this.store.findTopics(manager, courseId) };
  }

  create(staff: StaffIdentity, courseId: string, input: TopicInput, now: Date): Promise<Topic> {
    return this.dataSource.transaction(async (manager) => {
      await this.courses.requireCourse(manager, staff.partnerId, courseId);
      const topics = await this.lockTopics(manager, courseId);
      if (topics.length >= MOST_TOPICS) {
        throw invalidField('', 'too-many', `一门课程最多 ${MOST_TOPICS} 个知识点。`);
      }
      const topic = { id: uuidv7(), courseId, ...placeOf(input), position: 0 };
      refusePlace(topics, topic);
      await this.store.addTopic(manager, topic);
      await this.settle(manager, topics, topic, input.position);
      return this.told(manager, staff, topic, 'topic.create', now);
    });
  }

  change(staff: StaffIdentity, topicId: string, input: TopicInput, now: Date): Promise<Topic> {
    return this.dataSource.transaction(async (manager) => {
      const courseId = await this.findCourseOf(manager, staff, topicId);
      const topics = await this.lockTopics(manager, courseId);
      const topic = { id: topicId.toLowerCase(), courseId, ...placeOf(input) };
      refusePlace(topics, topic);
      await this.store.change(manager, topicId, { name: topic.name, parentId: topic.parentId });
      await this.settle(manager, topics, topic, input.position);
      return this.told(manager, staff, topic, 'topic.change', now);
    });
  }

  remove(staff: StaffIdentity, topicId: string, now: Date): Promise<void> {
    return this.dataSource.transaction(async (manager) => {
      const courseId = await this.findCourseOf(manager, staff, topicId);
      const topic = (await this.lockTopics(manager, courseId)).find(({ id }) => id === topicId.toLowerCase());
      if (await this.store.isInUse(manager, topicId)) {
        throw new Problem('topic-in-use', { detail: '它下面还有知识点、题目或抽题规则，先移走再删除。' });
      }
      await this.store.remove(manager, topicId);
      const detail = { courseId, name: topic?.name ?? null };
      await this.audit.record(manager, staff, { action: 'topic.delete', subjectId: topicId, detail }, now);
    });
  }

  /** The course of a topic. Throws Problem `not-found` when there is none or it is another partner's. */
  async findCourseOf(manager: EntityManager, staff: StaffIdentity, topicId: string): Promise<string> {
    const courseId = await this.store.findCourseOf(manager, staff.partnerId, topicId);
    if (!courseId) throw new Problem('not-found', { detail: '没有找到这个知识点。' });
    return courseId;
  }

  /** Throws Problem `not-found` unless the course has this topic. */
  async requireInCourse(
    manager: EntityManager,
    staff: StaffIdentity,
    courseId: string,
    topicId: string,
  ): Promise<void> {
    if ((await this.store.findCourseOf(manager, staff.partnerId, topicId)) === courseId.toLowerCase()) return;
    throw new Problem('not-found', { detail: '这门课程没有这个知识点。' });
  }

  private async lockTopics(manager: EntityManager, courseId: string): Promise<TopicRecord[]> {
    await this.store.lockTree(manager, courseId);
    return this.store.findTopics(manager, courseId);
  }

  /** Counts the siblings anew with the topic at its place. */
  private async settle(
    manager: EntityManager,
    topics: readonly TopicRecord[],
    { id, parentId }: Pick<TopicRecord, 'id' | 'parentId'>,
    position = Number.POSITIVE_INFINITY,
  ): Promise<void> {
    const siblings = topics.filter((topic) => topic.parentId === parentId && topic.id !== id);
    const order = siblings.map((topic) => topic.id);
    order.splice(Math.min(position - 1, order.length), 0, id);
    for (const [index, sibling] of order.entries()) {
      const known = siblings.find((topic) => topic.id === sibling);
      if (known?.position !== index + 1) await this.store.change(manager, sibling, { position: index + 1 });
    }
  }

  private async told(
    manager: EntityManager,
    staff: StaffIdentity,
    { id, courseId, name, parentId }: Pick<TopicRecord, 'id' | 'courseId' | 'name' | 'parentId'>,
    action: StaffAction['action'],
    now: Date,
  ): Promise<Topic> {
    const detail = { courseId, name, parentId };
    await this.audit.record(manager, staff, { action, subjectId: id, detail }, now);
    const topic = (await this.store.findTopics(manager, courseId)).find((one) => one.id === id.toLowerCase());
    if (!topic) throw new Error('a topic is gone that was just stored');
    return topic;
  }
}

function placeOf({ name, parentId }: TopicInput): Pick<TopicRecord, 'name' | 'parentId'> {
  return { name: name.trim(), parentId: parentId?.toLowerCase() ?? null };
}

/** A parent of the same course that is not the topic itself or below it, a name of its own, and no endless depth. */
function refusePlace(
  topics: readonly TopicRecord[],
  { id, parentId, name }: Pick<TopicRecord, 'id' | 'parentId' | 'name'>,
): void {
  const above = chain(topics, parentId);
  if (parentId && above.length === 0) {
    throw new Problem('not-found', { detail: '这门课程没有这个上级知识点。' });
  }
  if (above.includes(id)) throw invalidField('/parentId', 'circle', '知识点不能移到自己下面。');
  if (above.length + heightOf(topics, id) > DEEPEST) {
    throw invalidField('/parentId', 'too-deep', `知识点最多 ${DEEPEST} 层。`);
  }
  if (topics.some((topic) => topic.id !== id && topic.parentId === parentId && topic.name === name)) {
    throw new Problem('topic-name-taken', { detail: `同级已有“${name}”。` });
  }
}

/** The topic and all above it. */
function chain(topics: readonly TopicRecord[], id: string | null): string[] {
  const topic = topics.find((one) => one.id === id);
  return topic ? [topic.id, ...chain(topics, topic.parentId)] : [];
}

function heightOf(topics: readonly TopicRecord[], id: string): number {
  const below = topics.filter(({ parentId }) => parentId === id).map((topic) => heightOf(topics, topic.id));
  return 1 + Math.max(0, ...below);
}
