import type { Surroundings } from '../3-names/index.js';
import type { Candidate } from '../candidate.js';
import { onceEachText } from '../once-each.js';

/** One criterion of a good question. `check` returns what is wrong, in Chinese for an instructor, or null. */
export interface GateRule {
  readonly code: string;
  readonly check: (candidate: Candidate, context: Surroundings) => string | null;
}

/** Text without blanks, marks and case: what two spellings of one answer share. */
export const bare = onceEachText((text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s“”"‘’《》〈〉()（）[\]【】,，。;；:：!！?？、·—–\-~～…|]/g, '')
    .toLowerCase(),
);
