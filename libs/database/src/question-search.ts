import { bigramsOf, type Question, searchText } from '#question';
import type { QuestionRow } from './entities/question.js';

/** What a question is found by; to be stored with every new newest version. */
export function searchColumns(question: Question): Pick<QuestionRow, 'searchText' | 'bigrams'> {
  const text = searchText(question);
  return { searchText: text, bigrams: bigramsOf(text) };
}
