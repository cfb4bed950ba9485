import type { Option, Question } from '../question.js';

/** One form for what looks the same: width, case and compatibility forms folded, white space to single spaces. */
export function foldForSearch(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
}

/** Everything a search for a question may find it by, folded, a line for each text of it. */
export function searchText(question: Question): string {
  return [question.stem, ...shownTexts(question), ...answerTexts(question), question.explanation]
    .map(foldForSearch)
    .filter(Boolean)
    .join('\n');
}

/** The words somebody typed, folded: a question is found when it has all of them. */
export function searchWords(query: string): string[] {
  return [...new Set(foldForSearch(query).split(' ').filter(Boolean))];
}

/** All pairs of neighbouring characters of folded text, each once; none reaches over white space. */
export function bigramsOf(folded: string): string[] {
  const pairs = new Set<string>();
  for (const word of folded.split(/\s+/u)) {
    const characters = Array.from(word);
    for (let at = 1; at < characters.length; at += 1) pairs.add(`${characters[at - 1]}${characters[at]}`);
  }
  return [...pairs];
}

/** What a learner reads besides the stem. */
export function shownTexts(question: Question): string[] {
  switch (question.type) {
    case 'single':
    case 'multi':
    case 'order':
      return textsOf(question.options);
    case 'match':
      return [...textsOf(question.lefts), ...textsOf(question.rights)];
    case 'tf':
    case 'fill':
    case 'short':
      return [];
  }
}

/** The right answer in words; of a matching or an ordering all of its parts. */
export function answerTexts(question: Question): string[] {
  switch (question.type) {
    case 'single':
      return textsOf(question.options.filter(({ id }) => id === question.key));
    case 'multi':
      return textsOf(question.options.filter(({ id }) => question.key.includes(id)));
    case 'tf':
      return question.correction ? [question.correction] : [];
    case 'fill':
      return question.key.flat();
    case 'order':
    case 'match':
      return shownTexts(question);
    case 'short':
      return [question.key.model];
  }
}

function textsOf(options: readonly Option[]): string[] {
  return options.map(({ text }) => text);
}
