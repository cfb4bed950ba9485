import type { Find, Finder } from './find.js';

const QUOTED = /[“‘]([\u3400-\u9fffA-Za-z0-9+.]{2,12})[”’]/g;
const NAMING =
  /(?:称为|称作|称之为|誉为|名为|叫做|叫作|简称|又称|俗称|作为|概括为|定位为|命名为)[^，。]{0,12}$/;

/** Words the article itself sets in quotation marks, when they are rare enough to be worth asking for. */
export const findTerms: Finder = ({ reading }, { countOf }) =>
  [...reading.text.matchAll(QUOTED)].flatMap((match): Find[] => {
    const term = match[1] ?? '';
    const start = reading.start + match.index + 1;
    if (countOf(term) > 3 || /^[的一]|[，。？！]|十[一二三四五]五/.test(term)) return [];
    const naming = NAMING.test(reading.text.slice(0, match.index));
    return [
      {
        kind: naming ? 'alias' : 'relation',
        form: 'term',
        answer: term,
        start,
        end: start + term.length,
        importance: naming ? 3 : 2,
      },
    ];
  });
