import type { Scene } from './scene.js';
import { bodyOf, type Part } from './statement.js';

const YEAR_HEAD = '\\d{4}年，?';

/** 全市 or 市财政 in the report of a named city is that city's; a subject that names nothing gets it in front. */
export function withRegion(parts: readonly Part[], scene: Scene, isNamed: (text: string) => boolean): Part[] {
  const { region } = scene;
  if (region === null || scene.speech || bodyOf(parts).includes(region.slice(0, -1))) return [...parts];
  const index = parts.findIndex(
    ({ text }, at) =>
      text !== '，' && !(at === 0 && text === scene.time?.text) && !(sets(text) && at < parts.length - 1),
  );
  const part = parts[index];
  if (!part) return [...parts];
  const level = region.slice(-1);
  const whole = parts.findIndex(({ text, start }) => start !== null && text.slice(1).includes(`全${level}`));
  if (whole >= 0 && whole === index) return insteadOf(parts, whole, `全${level}`, region);
  const head =
    new RegExp(`^(?:${YEAR_HEAD})?(?:全${level}|${level}(?![场区县民长委级]))?`).exec(part.text)?.[0] ?? '';
  const time = new RegExp(`^(?:${YEAR_HEAD})`).exec(head)?.[0] ?? '';
  const named = part.start === null ? isNamed(part.text) : opensWithName(part, scene, isNamed);
  if (head === time && named) return [...parts];
  return [
    ...parts.slice(0, index),
    { text: time, start: part.start },
    { text: region, start: null },
    { text: part.text.slice(head.length), start: part.start === null ? null : part.start + head.length },
    ...parts.slice(index + 1),
  ].filter(({ text }) => text !== '');
}

/** 初步核算，全市生产总值…: what only introduces is no subject. */
function sets(text: string): boolean {
  return /^(?:初步核算|初步统计|据[^，]{2,16}(?:统计|测算|核算)|受[^，]{2,20}影响|(?:与|同)[^，]{2,20}相比|按[^，]{2,12}|面对[^，]{2,30}|围绕[^，]{2,20})$/.test(
    text,
  );
}

/** 年末全市常住人口: the city takes the place of 全市. */
function insteadOf(parts: readonly Part[], index: number, word: string, region: string): Part[] {
  return parts.flatMap((part, place): Part[] => {
    const at = place === index ? part.text.indexOf(word, 1) : -1;
    if (at < 0 || part.start === null) return [part];
    return [
      { text: part.text.slice(0, at), start: part.start },
      { text: region, start: null },
      { text: part.text.slice(at + word.length), start: part.start + at + word.length },
    ];
  });
}

/** Whether a name of its own opens the part, or stands in it in quotation marks: such a subject needs no city. */
function opensWithName(
  { text, start }: Part,
  { reading }: Scene,
  isNamed: (text: string) => boolean,
): boolean {
  const at = (start ?? 0) - reading.start;
  const token = reading.tokens.find((other) => other.start <= at && other.end > at);
  if (token?.tag.startsWith('v') && token.tag !== 'vn') return false;
  if (/[“《]|[A-Za-z]{2}/.test(text.slice(0, 8)) || token === undefined) return true;
  return /^(?:nr|nt|nz|x)/.test(token.tag) || (token.tag === 'ns' && isNamed(token.text));
}
