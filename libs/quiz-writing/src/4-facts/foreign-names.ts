import type { Find, Finder } from './find.js';
import { plainStatement } from './statement.js';

const GLOSS =
  /([\u3400-\u9fff]{2,14})（(?:英文名?称?|英语|学名|拉丁学名|英文缩写|缩写)?[：:为]?\s?([A-Z][A-Za-z][A-Za-z0-9 .\-/]{0,40})(?:，[^（）]{0,30})?）/g;

/** A term and its foreign name in brackets: 银杏（Ginkgo biloba）, 数字孪生（Digital Twin）. */
export const findForeignNames: Finder = ({ reading }) =>
  [...reading.text.matchAll(GLOSS)].map((match): Find => {
    const [whole, before = '', foreign = ''] = match;
    const term = lastTerm(before, reading.tokens, match.index);
    const start = reading.start + match.index + whole.indexOf(foreign, before.length);
    const what = /^[A-Z][a-z]+ [a-z]+$/.test(foreign)
      ? '拉丁学名'
      : /^[A-Z0-9/-]+$/.test(foreign)
        ? '英文缩写'
        : '英文名称';
    return {
      kind: 'alias',
      form: 'foreign',
      answer: foreign.trim(),
      start,
      end: start + foreign.trim().length,
      importance: 3,
      statement: plainStatement(term, [
        { text: `${term}的${what}是`, start: null },
        { text: foreign.trim(), start },
      ]),
    };
  });

/** Of 所谓数字孪生（…） the term is what begins at a word edge and holds no verb. */
function lastTerm(
  before: string,
  tokens: readonly { text: string; tag: string; start: number; end: number }[],
  at: number,
): string {
  const end = at + before.length;
  let start = end;
  for (const token of tokens.filter((other) => other.end <= end && other.start >= at).toReversed()) {
    if (!/^(?:n|vn|b|j|a|x|l|i)/.test(token.tag) || token.end !== start) break;
    start = token.start;
  }
  // 正|温度系数, 反|渗透: what tells the term from its opposite the dictionary takes for an adverb.
  const opposed = /(?:^|[、，；：。和与及为])[正负反逆顺单双多非超准]$/.test(
    before.slice(0, Math.max(0, start - at)),
  );
  if (opposed && start < end) start -= 1;
  return start < end ? before.slice(start - at) : before;
}
