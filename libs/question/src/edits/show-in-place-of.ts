import type { Option, Question } from '../question.js';

/**
 * The newer version of a question as an attempt shows it that was given the older one: its words, with the options in the
 * order that the attempt's shuffle counts from. The older one when their options are not the same.
 */
export function showInPlaceOf(older: Question, newer: Question): Question {
  if ('options' in older && 'options' in newer) {
    const options = inOrderOf(older.options, newer.options);
    return options ? { ...newer, options } : older;
  }
  if (older.type === 'match' && newer.type === 'match') {
    const lefts = inOrderOf(older.lefts, newer.lefts);
    const rights = inOrderOf(older.rights, newer.rights);
    return lefts && rights ? { ...newer, lefts, rights } : older;
  }
  return older.type === newer.type ? newer : older;
}

function inOrderOf(older: readonly Option[], newer: readonly Option[]): Option[] | null {
  if (older.length !== newer.length) return null;
  const found = older.flatMap(({ id }) => newer.find((option) => option.id === id) ?? []);
  return found.length === older.length ? found : null;
}
