import type { Candidate, Sketch } from '../candidate.js';
import type { Finding } from '../4-facts/index.js';
import { bodyOf, replaceIn } from '../4-facts/statement.js';
import { OPPOSITES } from '../lexicon/opposites.js';
import { findFigures } from '../numbers.js';
import type { Random } from '../random.js';
import { surelyFalse } from './implied.js';
import type { World } from './world.js';
import { itemsBeside, wrongAnswers } from './wrong-answers.js';

/** In a longer statement one turned word is a trap for the eyes, not a question. */
const LONGEST_REVERSED = 42;

/** Changes exactly one element of the statement; the true statement is the correction. */
export function falsified(sketch: Sketch, world: World, random: Random): Candidate | null {
  const { finding } = sketch;
  const { find, statement } = finding;
  const swap = (span: { start: number; end: number }, wrong: string | undefined): Candidate | null => {
    const text = wrong === undefined ? null : replaceIn(statement, span, wrong);
    return text === null || wrong === undefined ? null : { ...sketch, stem: `${text}。`, wrong: [wrong] };
  };
  if (find.form === 'list') {
    const item = find.items?.at(-1);
    // 德国、墨西哥、越南等27国: that 智利 is none of them the article does not say.
    const wrong = item && !find.open ? itemsBeside(finding, world, random)[0] : undefined;
    return item && wrong ? swap(item, wrong) : reversed(finding, swap);
  }
  const stem = sketch.stem.replace(find.answer, '');
  const wrong = wrongAnswers({ ...sketch, correct: [find.answer], stem }, world, random).find((option) =>
    contradicts(option, finding),
  );
  return wrong === undefined ? reversed(finding, swap) : swap(find, wrong);
}

function contradicts(option: string, { find, scene }: Finding): boolean {
  const [other] = findFigures(option);
  if (!find.figure || !other) return true;
  return surelyFalse(find.figure, other.value, scene.reading.text.slice(0, find.start - scene.reading.start));
}

/** 落叶 becomes 常绿, 高于 becomes 低于: the one word of the sentence that has an opposite. */
function reversed(
  { statement, scene }: Finding,
  swap: (span: { start: number; end: number }, wrong: string) => Candidate | null,
): Candidate | null {
  const body = bodyOf(statement.parts);
  // 由1.8%提高到0.4% contradicts itself.
  // 成本下降 is no 考验, whatever the text says.
  if (/考验|压力|困难|挑战|不利|冲击|严峻|难题|问题|优势|成效|成绩|喜人|好转/.test(body)) return null;
  if (body.length > LONGEST_REVERSED || /[由从][^，]*[\d一二三四五六七八九十][^，]*[到至]/.test(body))
    return null;
  // Where a word begins: 落叶 in 落叶乔木, but no 增加 in 新增加工厂.
  const { reading } = scene;
  for (const [word, opposite] of OPPOSITES) {
    const token = reading.tokens.find(({ text }) => text.startsWith(word));
    if (token === undefined) continue;
    const start = reading.start + token.start;
    const span = { start, end: start + word.length };
    if (replaceIn(statement, span, opposite) !== null) return swap(span, opposite);
  }
  return null;
}
