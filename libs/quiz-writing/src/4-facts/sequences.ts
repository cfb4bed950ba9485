import type { Span } from './clauses.js';
import type { Find, Item } from './find.js';
import type { Scene } from './scene.js';

const MARKS: readonly (readonly [RegExp, string])[] = [
  [/^([一二三四五六七八九])(?:是|要)(?=[\u3400-\u9fff“])/, '一二三四五六七八九'],
  [/^第([一二三四五六七八九])(?:步|阶段|个阶段|，|是|：)/, '一二三四五六七八九'],
];

/** 一是…二是…三是…: an ordered list that runs over clauses and sentences of one paragraph. */
export function findSequences(scenes: readonly Scene[]): { find: Find; scene: Scene }[] {
  const found: { find: Find; scene: Scene }[] = [];
  for (const [mark, numerals] of MARKS) {
    let open: { items: Item[]; clauses: Span[]; scene: Scene; intro: string } | null = null;
    const close = () => {
      if (open && open.items.length >= 3)
        found.push({ find: sequenceOf(open.items, open.clauses, open.scene, open.intro), scene: open.scene });
      open = null;
    };
    scenes.forEach((scene, index) => {
      if (
        open &&
        scene.reading.paragraph !== open.scene.reading.paragraph &&
        scene.reading.paragraph > open.scene.reading.paragraph + 24
      )
        close();
      scene.clauses.forEach((clause, at) => {
        const match = mark.exec(clause.text);
        const place = match ? numerals.indexOf(match[1] ?? '') : -1;
        if (!match || place < 0) return;
        if (place === 0) {
          close();
          const intro =
            at > 0
              ? scene.clauses
                  .slice(0, at)
                  .map((c) => c.text + c.mark)
                  .join('')
              : (scenes[index - 1]?.reading.text ?? '');
          open = { items: [], clauses: [], scene, intro };
        }
        if (!open || place !== open.items.length) return;
        const start = clause.start + match[0].length;
        open.items.push({ text: clause.text.slice(match[0].length), start, end: clause.end });
        open.clauses.push({ text: clause.text, start: clause.start, end: clause.end });
      });
    });
    close();
  }
  return found;
}

function sequenceOf(items: readonly Item[], clauses: readonly Span[], scene: Scene, intro: string): Find {
  const shared = sharedHead(items.map(({ text }) => text));
  const trimmed = items.map(({ text, start, end }) => ({
    text: text.slice(shared),
    start: start + shared,
    end,
  }));
  const introduction = intro.replace(/[：:。，]$/, '');
  return {
    kind: 'enumeration',
    form: 'sequence',
    answer: trimmed.map(({ text }) => text).join('、'),
    start: trimmed[0]?.start ?? 0,
    end: trimmed.at(-1)?.end ?? 0,
    importance: 3,
    items: trimmed,
    ordered: true,
    open: false,
    statement: {
      lead: scene.speech?.lead ?? '',
      parts: [{ text: introduction, start: null }],
      subject: introduction.slice(-20),
      time: null,
      plan: false,
      alsoFrom: clauses,
    },
  };
}

/** 要有 in 要有文化…, 要有政策…: what all begin with says nothing. */
function sharedHead(texts: readonly string[]): number {
  const first = texts[0] ?? '';
  let length = 0;
  while (length < first.length - 2 && texts.every((text) => text.charAt(length) === first.charAt(length)))
    length++;
  return length;
}
