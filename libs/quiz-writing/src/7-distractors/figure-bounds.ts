import { findFigures, type Figure } from '../numbers.js';

/** What the sentence itself says about how large its figure can be; options outside would give themselves away. */
export interface Bounds {
  readonly above: number;
  readonly below: number;
}

const FALLING = /下降|降低|降至|降到|降为|减少|减至|缩短|压缩|缩减|下调|减为|压减|回落|下滑/;
const RISING = /提高|提升|增加|增长|上升|扩大|增至|升至|上调|延长|扩展|攀升|拓展|跃升|升级/;
const FROM = /(?:由|从)[^，。；]{0,14}$/;
const LOW_END = /(?:不得?(?:低于|少于|小于)|大于|高于|超过|至少)$/;
const HIGH_END = /(?:不得?(?:高于|超过|多于|大于)|小于|低于|至多)$/;

/** Where the figure stands between A and B of 由A降至B, 不低于A不高于B, 甲A，其中乙B or A人中有B人. */
export function boundsOf(sentence: string, at: number, figure: Figure): Bounds {
  const [from, to] = [clauseStart(sentence, at), clauseEnd(sentence, at + figure.text.length)];
  const clause = sentence.slice(from, to);
  const others = findFigures(sentence).filter(
    ({ unit, start }) => unit === figure.unit && (start < at - 1 || start > at + 1),
  );
  const mates = others.filter(({ start }) => start >= from && start < to);
  let [above, below] = [0, Infinity];
  for (const mate of mates) {
    const first = mate.start < at;
    const [head, gap] = first
      ? [sentence.slice(from, mate.start), sentence.slice(mate.end, at)]
      : [sentence.slice(from, at), sentence.slice(at + figure.text.length, mate.start)];
    if (!FROM.test(head)) continue;
    const falling = FALLING.test(gap);
    if (falling === RISING.test(gap)) continue;
    if (falling === first) below = Math.min(below, mate.value);
    else above = Math.max(above, mate.value);
  }
  for (const mate of others) {
    const [one, other] = mate.start < at ? [mate.start, at] : [at, mate.start];
    if (/[。；]/.test(sentence.slice(one, other))) continue;
    if (LOW_END.test(sentence.slice(0, one)) && HIGH_END.test(sentence.slice(0, other))) {
      if (mate.start < at) above = Math.max(above, mate.value);
      else below = Math.min(below, mate.value);
    }
  }
  const told = sentence.slice(0, at);
  // 仅为56.8% is little, 高达56.8% much.
  if (/(?:仅|仅为|仅有|只有|才)$/.test(told)) below = Math.min(below, 1.4 * figure.value);
  if (/(?:高达|多达|长达)$/.test(told)) above = Math.max(above, 0.7 * figure.value);
  const among = others
    .filter(({ end }) => end <= at && /^[\u3400-\u9fff]{0,6}?[中里]/.test(sentence.slice(end, at)))
    .at(-1);
  if (among && among.value > figure.value) below = Math.min(below, among.value);
  const part = partOf(sentence, at, figure, others);
  if (/平均/.test(clause)) return { above, below };
  return { above: Math.max(above, part.above), below: Math.min(below, part.below) };
}

/** Of 甲412件，其中乙97件 the second is the smaller, and neither may change that. */
function partOf(sentence: string, at: number, figure: Figure, others: readonly Figure[]): Bounds {
  const before = sentence.lastIndexOf('其中', at);
  const within = before >= 0 && !/[。；]/.test(sentence.slice(before, at));
  const whole = within ? others.filter(({ end }) => end <= before).at(-1) : undefined;
  if (figure.unit === '%' || figure.unit === '') return { above: 0, below: Infinity };
  const behind = /^[^。；]{0,16}?其中/.exec(sentence.slice(at + figure.text.length));
  const parts = behind
    ? others.filter(({ start }) => start > at && !/[。；]/.test(sentence.slice(at, start)))
    : [];
  return {
    above: Math.max(0, ...parts.map(({ value }) => value).filter((value) => value < figure.value)),
    below: whole && whole.value > figure.value ? whole.value : Infinity,
  };
}

function clauseStart(sentence: string, at: number): number {
  return Math.max(...['，', '；', '。', '：'].map((mark) => sentence.lastIndexOf(mark, at - 1))) + 1;
}

function clauseEnd(sentence: string, from: number): number {
  const length = sentence.slice(from).search(/[，；。：]/);
  return length < 0 ? sentence.length : from + length;
}
