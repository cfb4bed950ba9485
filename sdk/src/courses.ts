import type { Call } from './call.js';
import type { CourseList } from './wire.generated.js';

export interface Courses {
  /** 学员可见的课程。The courses this learner can see. */
  list(): Promise<CourseList>;
}

export function coursesOf(call: Call): Courses {
  return { list: () => call({ method: 'GET', path: '/v1/courses' }) };
}
