import type { Place } from './text-origins.js';
import type { TracedText } from './traced-text.js';

const HAN = '\\u3400-\\u9fff';
const WESTERN_AFTER_HAN = new RegExp(`(?<=[${HAN}”》）])[,;:!?](?=[${HAN}“《（\\s]|$)`, 'gm');
const STOP_AFTER_HAN = new RegExp(`(?<=[${HAN}”》）])\\.(?=[\\s”’）]|$)`, 'gm');
const STOP_BETWEEN_HAN = new RegExp(`(?<=[${HAN}])\\.(?=[${HAN}])`, 'g');
const CHINESE: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '!': '！',
  '?': '？',
  '｡': '。',
  '､': '、',
  '･': '·',
  '「': '“',
  '」': '”',
  '｢': '“',
  '｣': '”',
  '〝': '“',
  '〞': '”',
  '『': '‘',
  '』': '’',
};
/** PDF readers hand out radicals for characters; Unicode folds the Kangxi ones, but not these simplified ones. */
const RADICALS: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ...'⻘青⻓长⻋车⻅见⻔门⻚页⻛风⻜飞⻝食⻢马⻥鱼⻦鸟⻬齐⻰龙⻄西⻆角⻉贝⻤鬼⻩黄⻨麦⻣骨⻮齿⻁虎⺠民⻙韦',
  ].flatMap((radical, index, all) => (index % 2 === 0 ? [[radical, all[index + 1] ?? radical]] : [])),
);
const ORDINARY_STOPS = 3;

/**
 * Brings line ends, widths and marks into one form: ２０２０ and 2020, 今天,明天 and 今天，明天 are the same text afterwards.
 * Blanks stay, but all are of one kind; runs of them may divide columns.
 */
export function normaliseCharacters(text: TracedText, onChange: (place: Place) => void): TracedText {
  const plain = text
    .drop(/\r(?=\n)/g)
    .fold(/\r/g, () => '\n')
    .drop(/[\u0001-\u0008\u000b-\u001f\u007f\u200b-\u200f\u2060\ufeff\ufdd0-\ufdef\ufffe\uffff]/g)
    .fold(/[\u00a0\u3000\u2002-\u200a]/g, () => ' ')
    .fold(/[０-９Ａ-Ｚａ-ｚ％．＋－／＝＆＠＃＄＊＿]/g, halfWidth, onChange)
    .fold(/[\u2e80-\u2fd5\uf900-\ufad9]/g, wholeCharacter, onChange)
    .fold(/[｡､･「」｢｣〝〞『』]/g, chinese, onChange)
    .fold(WESTERN_AFTER_HAN, chinese, onChange)
    .fold(STOP_AFTER_HAN, () => '。', onChange);
  return endsWithDots(plain.text) ? plain.fold(STOP_BETWEEN_HAN, () => '。', onChange) : plain;
}

function halfWidth(wide: string): string {
  return String.fromCharCode(wide.charCodeAt(0) - 0xfee0);
}

function chinese(mark: string): string {
  return CHINESE[mark] ?? mark;
}

function wholeCharacter(part: string): string {
  const whole = RADICALS[part] ?? part.normalize('NFKC');
  return whole.length === part.length ? whole : part;
}

/** Whether the text has only dots where others have 。, so that one between two characters is no name (马克.吐温). */
function endsWithDots(text: string): boolean {
  return !/。[^\n]/.test(text) && (text.match(STOP_BETWEEN_HAN)?.length ?? 0) >= ORDINARY_STOPS;
}
