import type { Find, Finder } from './find.js';

const RANK =
  /(?:居|位居|位列|列|排名|排|跃居|升至|名列|成为|是|为)[^，。；]{0,24}?(第([一二三四五六七八九十]|\d{1,3}))(?=(?:位|名)(?!的是)|大|$|[，。；])/g;

/** Places in an order: 位居全国第三, 第六大港口. */
export const findRanks: Finder = ({ reading }) =>
  [...reading.text.matchAll(RANK)].map((match): Find => {
    const [whole, answer = ''] = match;
    const start = reading.start + match.index + whole.length - answer.length;
    return { kind: 'rank', form: 'rank', answer, start, end: start + answer.length, importance: 3 };
  });
