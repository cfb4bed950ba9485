import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { StaffIdentity } from '../identity/identity.js';
import { Problem } from '../problems/problem.js';
import type { Course, CourseList, NewCourse } from './courses.dto.js';
import { CoursesStore } from './courses.store.js';

@Injectable()
export class CoursesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly store: CoursesStore,
  ) {}

  async list(partnerId: string): Promise<CourseList> {
    const rows = await this.store.findCourses(this.dataSource.manager, partnerId);
    return { items: rows.map(({ id, title, description }) => ({ id, title, description })) };
  }

  async create(staff: StaffIdentity, { title, ...input }: NewCourse, now: Date): Promise<Course> {
    const description = input.description ?? '';
    const id = await this.store.addCourse(this.dataSource.manager, staff, { title, description }, now);
    return { id, title, description };
  }

  /** Throws Problem `not-found` when the course does not exist or belongs to another partner. */
  async requireCourse(manager: EntityManager, partnerId: string, courseId: string): Promise<void> {
    if (await this.store.hasCourse(manager, partnerId, courseId)) return;
    throw new Problem('not-found', { detail: '没有找到这门课程。' });
  }
}
