import type { MarkedBlank } from './marked-blank.js';

/**
 * Judges blanks that may be filled in any order: as many as possible are right, and no key is used twice (a maximum
 * bipartite matching by augmenting paths). `judge` compares the text of one blank with the key of another.
 */
export function assignInAnyOrder(
  blanks: number,
  judge: (text: number, key: number) => MarkedBlank,
): MarkedBlank[] {
  const places = Array.from({ length: blanks }, (_, place) => place);
  const judged = places.map((text) => places.map((key) => judge(text, key)));
  const textOfKey = new Map<number, number>();
  const place = (text: number, tried: Set<number>): boolean => {
    for (const key of places) {
      if (!judged[text]?.[key]?.right || tried.has(key)) continue;
      tried.add(key);
      const holder = textOfKey.get(key);
      if (holder === undefined || place(holder, tried)) {
        textOfKey.set(key, text);
        return true;
      }
    }
    return false;
  };
  for (const text of places) place(text, new Set());
  const keyOfText = new Map([...textOfKey].map(([key, text]) => [text, key]));
  return places.map((text) => {
    const key = keyOfText.get(text);
    if (key !== undefined) return judged[text]?.[key] ?? { right: false, rule: 'wrong' };
    // A right answer given twice counts once.
    const reasons = (judged[text] ?? []).filter(({ right }) => !right);
    return reasons.find(({ rule }) => rule !== 'wrong') ?? { right: false, rule: 'wrong' };
  });
}
