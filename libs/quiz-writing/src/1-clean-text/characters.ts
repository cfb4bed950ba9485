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
export function normaliseCharacters(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/[\u0001-\u0008\u000b-\u001f\u007f]/g, '')
    .replace(/[\u00a0\u3000\u2002-\u200a]/g, ' ')
    .replace(/[０-９Ａ-Ｚａ-ｚ％．]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(WESTERN_AFTER_HAN, (mark) => CHINESE[mark] ?? mark)
    .replace(SPACE_BETWEEN_HAN, '')
    .replace(/["＂]([^"＂\n]{1,200})["＂]/g, '“$1”');
}
