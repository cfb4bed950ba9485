import { CourseRow } from '#database';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import type { StaffIdentity } from '../identity/identity.js';

@Injectable()
export class CoursesStore {
  findCourses(manager: EntityManager, partnerId: string): Promise<CourseRow[]> {
    return manager.find(CourseRow, { where: { partnerId }, order: { id: 'asc' } });
  }

  hasCourse(manager: EntityManager, partnerId: string, id: string): Promise<boolean> {
    return manager.existsBy(CourseRow, { id, partnerId });
  }

  async addCourse(
    manager: EntityManager,
    { partnerId, instructorId }: StaffIdentity,
    course: { title: string; description: string },
    now: Date,
  ): Promise<string> {
    const id = uuidv7();
    await manager.insert(CourseRow, { id, partnerId, ...course, createdBy: instructorId, createdAt: now });
    return id;
  }
}
