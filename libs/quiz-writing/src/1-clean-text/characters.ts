import type { Place } from './text-origins.js';
import type { TracedText } from './traced-text.js';

const HAN = '\\u3400-\\u9fff';
const SPACE_BETWEEN_HAN = new RegExp(
  `(?<=[${HAN}，。、；：！？“”《》（）]) (?=[${HAN}，。、；：！？“”《》（）])`,
  'g',
);
const WESTERN_AFTER_HAN = new RegExp(`(?<=[${HAN}”》）])[,;:!?](?=[${HAN}“《（\\s]|$)`, 'gm');
const CHINESE: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '!': '！', '?': '？' };

/**
 * Brings line ends, widths and spaces into one form: ２０２０ and 2020, “青 岛” and “青岛” are the same text afterwards.
 * Runs of two or more spaces stay, they may divide columns.
 */
export function normaliseCharacters(
  text: TracedText,
  onChange: (kind: 'gap' | 'spelling', place: Place) => void,
): TracedText {
  const respelt = (place: Place) => onChange('spelling', place);
  return text
    .drop(/\r(?=\n)/g)
    .fold(/\r/g, () => '\n')
    .drop(/[\u200b-\u200f\u2060\ufeff]/g)
    .drop(/[\u0001-\u0008\u000b-\u001f\u007f]/g)
    .fold(/[\u00a0\u3000\u2002-\u200a]/g, () => ' ')
    .fold(/[０-９Ａ-Ｚａ-ｚ％．]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0), respelt)
    .fold(WESTERN_AFTER_HAN, (mark) => CHINESE[mark] ?? mark, respelt)
    .drop(SPACE_BETWEEN_HAN, (place) => onChange('gap', place))
    .fold(/["＂]([^"＂\n]{1,200})["＂]/g, (quoted) => `“${quoted.slice(1, -1)}”`, respelt);
}
