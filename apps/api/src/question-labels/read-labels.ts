import type { QuestionRow } from '#database';
import type { QuestionLabels } from './question-labels.dto.js';

export type Labels = Pick<QuestionRow, 'topicId' | 'tags' | 'difficulty' | 'externalId'>;

/** The same tag however it is typed, each once, in order. */
export function readLabels({ topicId, tags, difficulty, externalId }: QuestionLabels): Labels {
  return {
    topicId: topicId?.toLowerCase() ?? null,
    tags: readTags(tags ?? []),
    difficulty: difficulty ?? null,
    externalId: externalId?.trim() ?? null,
  };
}

export function readTags(tags: readonly string[]): string[] {
  return [...new Set(tags.map((tag) => tag.normalize('NFKC').replace(/\s+/gu, ' ').trim()))].sort();
}
