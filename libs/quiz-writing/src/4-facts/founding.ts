import type { Find, Finder } from './find.js';
import { plainStatement } from './statement.js';

const VERB =
  '(?:牵头|共同|联合|发起|出资|投资|合作)*(?:成立|创办|创立|创建|组建|设立|筹建|兴建|建立|发起|开发|研发|制定|编写|编制|起草|主办|承办|运营|管理)';
const BY_MAKER = new RegExp(
  `由([^，。；、由]{2,30}?)(等)?(${VERB})的([^，。；]{2,30}?)(?=[，。；是成于在已将]|$)`,
  'g',
);
const MADE_BY = new RegExp(
  `([^，。；“”]{2,30}?)(?:是)?由([^，。；由]{2,30}?)(等[^，。；]{0,8}?)?(${VERB})(?=[，。；的]|$)`,
  'g',
);

/** Who founded or made what: 由甲大学牵头成立的乙学院, 乙学院由甲大学牵头成立. */
export const findFounding: Finder = ({ reading }, { isNamed }) => {
  const { text, start } = reading;
  const finds: Find[] = [];
  const add = (maker: string, makerAt: number, made: string, verb: string, more: string) => {
    if (!isNamed(maker) || !isNamed(made) || /[、和及与]/.test(maker) || more !== '') return;
    finds.push({
      kind: /成立|创|建|设立|发起/.test(verb) ? 'founding' : 'relation',
      form: 'organisation',
      answer: maker,
      start: start + makerAt,
      end: start + makerAt + maker.length,
      importance: 3,
      statement: plainStatement(made, [
        { text: `${made}由`, start: null },
        { text: maker, start: start + makerAt },
        { text: verb, start: null },
      ]),
    });
  };
  for (const match of text.matchAll(BY_MAKER)) {
    // 乙是由甲制定的一种技术: of a sort of thing, not of a thing.
    if (text.charAt(match.index - 1) === '是') continue;
    const [, maker = '', more = '', verb = '', made = ''] = match;
    add(maker, match.index + 1, made, verb, more);
  }
  if (finds.length === 0) {
    for (const match of text.matchAll(MADE_BY)) {
      const [whole, made = '', maker = '', more = '', verb = ''] = match;
      add(maker, match.index + whole.indexOf(`由${maker}`) + 1, made, verb, more);
    }
  }
  return finds;
};
