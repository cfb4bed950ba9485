import type { Find, Finder, Item } from './find.js';

const TITLE = /《[^《》\n]{2,60}》/g;

/** Works and documents in 《》; several joined by 、 or 和 are one list. */
export const findTitles: Finder = ({ reading }, { article, countOf }) => {
  const own = [...reading.text.matchAll(TITLE)].filter(([text]) => !article.includes(`简称${text}`));
  const titles: Item[] = own.map(({ 0: text, index }) => ({
    text,
    start: reading.start + index,
    end: reading.start + index + text.length,
  }));
  const groups = joined(titles, reading.text, reading.start);
  return groups.flatMap((group): Find[] => {
    const [first, last] = [group[0], group.at(-1)];
    if (!first || !last) return [];
    const single = (title: Item): Find => ({
      kind: 'work-title',
      form: 'title',
      answer: title.text,
      start: title.start,
      end: title.end,
      acceptedForms: [title.text.slice(1, -1)],
      importance: countOf(title.text) > 3 ? 2 : 3,
    });
    if (group.length === 1) return [single(first)];
    const answer = reading.text.slice(first.start - reading.start, last.end - reading.start);
    const list: Find = {
      kind: 'work-title',
      form: 'list',
      answer,
      start: first.start,
      end: last.end,
      importance: 3,
      items: group,
      open: reading.text.charAt(last.end - reading.start) === '等',
    };
    return [list];
  });
};

function joined(titles: readonly Item[], text: string, offset: number): Item[][] {
  const groups: Item[][] = [];
  for (const title of titles) {
    const group = groups.at(-1);
    const before = group?.at(-1);
    if (
      group &&
      before &&
      /^(?:、|和|及|以及|与|)$/.test(text.slice(before.end - offset, title.start - offset))
    )
      group.push(title);
    else groups.push([title]);
  }
  return groups;
}
