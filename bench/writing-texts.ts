import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export type TextSort = 'articles' | 'names';

const SAMPLES = fileURLToPath(new URL('../../libs/quiz-writing/samples/', import.meta.url));
const PLACES = '东南西北中上下前后新';
const FAMILIES = '王李张刘陈杨赵黄周吴';
const HAN = '金木水火土日月山川江河湖海天地人和平安宁春夏秋冬梅兰竹菊松柏';

/** A text of that many characters which differs for each `turn`, so that nothing can be remembered of one before. */
export function textOf(sort: TextSort, length: number, turn: number): string {
  return (sort === 'articles' ? articles : names)(length, turn).slice(0, length);
}

/** The sample articles one after another, figures and places changed each time round. */
function articles(length: number, turn: number): string {
  const samples = readdirSync(SAMPLES)
    .filter((name) => /\.(txt|md)$/.test(name))
    .sort()
    .map((name) => readFileSync(SAMPLES + name, 'utf8'));
  const written: string[] = [];
  for (let at = turn, left = length; left > 0; at++) {
    const round = Math.floor(at / samples.length) + turn;
    const next = (samples[at % samples.length] ?? '')
      .replace(/(?<![\d.])\d{1,3}(?![\d.年月日])/g, (figure) => String(Number(figure) + (round % 97) * 7))
      .replace(
        /[市县]/g,
        (unit) => PLACES.charAt(round % PLACES.length) + HAN.charAt(round % HAN.length) + unit,
      );
    written.push(next);
    left -= next.length + 2;
  }
  return written.join('\n\n');
}

const SENTENCES: readonly ((word: (length: number) => string, at: number) => string)[] = [
  (word, at) => `2020年，青岛${word(3)}机械股份有限公司建成码头${at}座，服务企业${at + 7}家。`,
  (word, at) => `滨海${word(2)}集团有限公司总经理${family(at)}${word(2)}表示，集团新建泊位${at}个。`,
  (word, at) => `滨海市建成“${word(4)}”平台，印发《${word(4)}管理办法》，投资${at}亿元。`,
  (word, at) => `${family(at)}${word(2)}：我在${word(2)}县工作了${at}年，带过${at + 3}个徒弟。`,
];

function family(at: number): string {
  return FAMILIES.charAt((at >> 2) % FAMILIES.length);
}

/** People, organisations, places, platforms and documents that are hardly ever named twice. */
function names(length: number, turn: number): string {
  const written: string[] = [];
  for (let at = 0, left = length; left > 0; at++) {
    let seed = turn * 100_003 + at * 7;
    const word = (count: number) =>
      Array.from({ length: count }, () => {
        seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
        return HAN.charAt((seed >>> 8) % HAN.length);
      }).join('');
    const next = SENTENCES[at % SENTENCES.length]?.(word, (at % 89) + 3) ?? '';
    written.push(next);
    left -= next.length + 1;
  }
  return written.join('\n');
}
