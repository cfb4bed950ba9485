import { levelOfDifficulty, type GivenDetails } from './details.js';
import type { FiledQuestion } from './question-set.js';

/** What is filed beside a question, as the texts that a file carries. */
export function givenDetailsOf({
  difficulty,
  points,
  courseTitle,
  source,
  externalId,
}: FiledQuestion): GivenDetails {
  return {
    ...(difficulty !== undefined && { difficulty: String(levelOfDifficulty(difficulty)) }),
    ...(points !== undefined && { points: String(points) }),
    ...(courseTitle && { course: courseTitle }),
    ...(source?.title && { title: source.title }),
    ...(source?.url && { url: source.url }),
    ...(externalId && { externalId }),
  };
}
