/** Characters that are written for one another by mistake. */
const CONFUSED = ['的地得', '作做', '像象', '账帐', '既即', '已己', '在再', '那哪', '坐座', '辨辩', '需须', '戴带', '幅副', '拔拨', '份分', '订定', '覆复', '唯惟', '粘黏', '帖贴', '暴爆', '竟竞', '陪赔', '练炼', '制至致']; // prettier-ignore
const SPELLING = new Map(
  CONFUSED.flatMap((group) => Array.from(group, (letter) => [letter, group] as const)),
);

/** Phrases of a stem that ask the same. */
const PHRASES: readonly (readonly [RegExp, string])[] = [
  [/其它/gu, '其他'],
  [/以下|下面/gu, '下列'],
  [/哪一(?=[个项年种位])/gu, '哪'],
  [/请(?!求|示|教|假|客)/gu, ''],
];

/** What changes the meaning when it changes: figures, Latin letters, negations, hedges, quantifiers, directions, signs. */
const WEIGHTY =
  /[\p{N}\p{Script=Latin}零〇一二两三四五六七八九十百千万亿半首末不没非无未勿否莫除仅只都全均各每近约多少超逾余足满至最更上下前后内外左右东南西北大小高低长短早晚先升降增减加正反对错真假异同%‰℃°+\-×÷=<>≤≥_]/gu;

/**
 * Whether two texts say the same in the same words: they differ in punctuation, spaces, width, usual misspellings, a
 * character written twice, or phrases that ask the same. A name that was mistyped is another name: when in doubt it
 * answers no.
 */
export function sameWords(before: string, after: string): boolean {
  const [old, now] = [fold(before), fold(after)];
  return weights(old) === weights(now) && spelled(old) === spelled(now);
}

function fold(text: string): string {
  const plain = text.normalize('NFKC').toLowerCase();
  const asked = PHRASES.reduce((words, [phrase, same]) => words.replace(phrase, same), plain);
  // A point between digits is a figure's.
  return asked.replace(/(?<=\d),(?=\d)/g, '').replace(/(?!(?<=\d)\.(?=\d))(?![%‰+\-_])[\p{P}\s]/gu, '');
}

function weights(folded: string): string {
  return folded.match(WEIGHTY)?.join('') ?? '';
}

function spelled(folded: string): string {
  const letters = Array.from(folded, (letter) => SPELLING.get(letter) ?? letter);
  return letters.filter((letter, index) => letter !== letters[index - 1]).join('');
}
