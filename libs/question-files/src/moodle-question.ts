import { BLANK, countBlanks } from '#question';
import { fillNotes, splitNotes } from './answer-notes.js';
import {
  composeFill,
  composeMatch,
  composeOrder,
  lettered,
  MOST_PARTS,
  refused,
  settle,
  tooManyParts,
  type Composed,
} from './compose-question.js';
import type { GivenDetails } from './details.js';
import { flaw, type FieldFlaw } from './field.js';
import { splitFeedback } from './labelled-lines.js';

/*
 * What GIFT and Moodle XML have in common: how Moodle's question types say ours, and ours those that Moodle lacks.
 */

/** Moodle draws the field inside the text where five stand; four it takes for text. */
export const MOODLE_BLANK = '_____';
export const SEVERAL_BLANKS = '（各空的答案按顺序写，用“；”隔开）';
export const PLACES = '（为每个位次选出对应的一项）';
export const placeName = (index: number) => `第${index + 1}位`;

/** What is said before and behind every Moodle question. */
export interface MoodleWords {
  readonly stem: string;
  readonly feedback: ReturnType<typeof splitFeedback>;
}

export function moodleWords(stem: string, feedback: string): MoodleWords {
  return { stem, feedback: splitFeedback(feedback) };
}

const wordsOf = ({ stem, feedback }: MoodleWords) => ({ stem, explanation: feedback.explanation });

export interface WeightedText {
  readonly text: string;
  /** Percent of the whole. */
  readonly weight: number;
}

const PARTIAL = flaw(
  'partial-credit',
  'answer',
  '原来按答案给不同的部分得分，导入后按本系统的规则：单选、填空只认满分的答案，多选全对满分、少选半分。',
);

export function moodleChoice(
  words: MoodleWords,
  choices: readonly WeightedText[],
  isMulti: boolean,
): Composed {
  const options = lettered(choices.map(({ text }) => text));
  const right = options.filter((_, index) => (choices[index]?.weight ?? 0) > (isMulti ? 0 : 99.9));
  const partial = isMulti
    ? new Set(choices.filter(({ weight }) => weight > 0).map(({ weight }) => Math.round(weight))).size > 1
    : choices.some(({ weight }) => weight > 0 && weight <= 99.9);
  const warnings = partial ? [PARTIAL] : [];
  const base = { ...wordsOf(words), evidence: [], options };
  if (isMulti) return settle({ type: 'multi', ...base, key: right.map(({ id }) => id) }, warnings);
  const [key, ...others] = right;
  if (!key || others.length > 0)
    return refused(flaw('key-count', 'answer', `单选题要正好有一个满分的选项，这里有 ${right.length} 个。`));
  return settle({ type: 'single', ...base, key: key.id }, warnings);
}

export function moodleTruth(words: MoodleWords, truth: boolean): Composed {
  const { correction, explanation } = words.feedback;
  const assumed = !truth && correction === '' && explanation !== '';
  const said = assumed ? explanation : correction;
  return settle(
    { type: 'tf', ...wordsOf(words), evidence: [], key: truth, ...(said !== '' && { correction: said }) },
    assumed
      ? [flaw('correction-assumed', 'explanation', '没有写“改正：”，导入时把总反馈当作正确的说法。')]
      : [],
  );
}

/** Short answers: one blank, or several as our own export writes them. */
export function moodleShortAnswer(words: MoodleWords, answers: readonly WeightedText[]): Composed {
  const full = answers.filter(({ weight }) => weight > 99.9).map(({ text }) => text);
  const wild = full.find((text) => /(?<!\\)\*/.test(text));
  if (wild !== undefined)
    return refused(
      flaw(
        'answer-unreadable',
        'answer',
        '答案里的 * 在 Moodle 里表示任意文字，本系统没有：请改成具体的写法；本来就是星号的写 \\*。',
        wild,
      ),
    );
  const warnings = answers.some(({ weight }) => weight > 0 && weight <= 99.9) ? [PARTIAL] : [];
  const forms = full.map((text) => text.replaceAll('\\*', '*'));
  const stem = words.stem.replaceAll(MOODLE_BLANK, BLANK);
  if (!stem.endsWith(SEVERAL_BLANKS))
    return withWarnings(composeFill({ ...wordsOf(words), stem }, [forms]), warnings);
  const bare = stem.slice(0, -SEVERAL_BLANKS.length);
  const blanks = countBlanks(bare);
  const rows = forms.map((form) => form.split('；')).filter((parts) => parts.length === blanks);
  const key = Array.from({ length: blanks }, (_, blank) => [
    ...new Set(rows.map((parts) => (parts[blank] ?? '').trim())),
  ]);
  return withWarnings(composeFill({ ...wordsOf(words), stem: bare }, key), warnings);
}

export interface MoodleNumber {
  readonly form: string;
  /** Empty or 0: none. */
  readonly margin: string;
  readonly weight: number;
}

export function moodleNumber(words: MoodleWords, numbers: readonly MoodleNumber[], unit = ''): Composed {
  const full = numbers.filter(({ weight }) => weight > 99.9);
  const margins = new Set(full.map(({ margin }) => (Number(margin || 0) === 0 ? '' : margin)));
  const isPlain = full.every(
    ({ form, margin }) => /^-?\d+(?:\.\d+)?$/.test(form) && /^(?:\d+(?:\.\d+)?)?$/.test(margin),
  );
  if (full.length === 0 || margins.size > 1 || !isPlain)
    return refused(
      flaw(
        'type-unsupported',
        'answer',
        '数字题只能是一个数加误差（如 9.8:0.05）；范围、科学记数和各不相同的误差请改写。',
        full.map(({ form, margin }) => `${form}:${margin}`).join(' '),
      ),
    );
  const [margin = ''] = margins;
  const tolerance = { kind: 'absolute', amount: margin || '0', ...(unit !== '' && { unit }) } as const;
  const stem = words.stem.replaceAll(MOODLE_BLANK, BLANK);
  return withWarnings(
    composeFill({ ...wordsOf(words), stem }, [full.map(({ form }) => form)], {
      ...((margin !== '' || unit !== '') && { tolerances: [tolerance] }),
    }),
    numbers.length > full.length ? [PARTIAL] : [],
  );
}

/** Pairs of texts; an empty left side is a right one that belongs to nothing. Places pair to an ordering. */
export function moodleMatching(
  words: MoodleWords,
  pairs: readonly { readonly left: string; readonly right: string }[],
): Composed {
  const used = pairs.filter(({ left }) => left !== '');
  if (words.stem.endsWith(PLACES) && used.every(({ left }, index) => left === placeName(index))) {
    const stem = words.stem.slice(0, -PLACES.length);
    return moodleOrdering(
      { ...words, stem },
      used.map(({ right }) => right),
    );
  }
  if (pairs.length > MOST_PARTS) return refused(tooManyParts(pairs.length));
  const rights = [...new Set(pairs.map(({ right }) => right))].sort((a, b) => (a < b ? -1 : 1));
  return withoutRearranging(
    composeMatch(
      wordsOf(words),
      used.map(({ left }) => left),
      rights,
      used.map(({ right }) => rights.indexOf(right)),
    ),
  );
}

/** The items in their right order; they are shown in another one. */
export function moodleOrdering(words: MoodleWords, items: readonly string[]): Composed {
  return withoutRearranging(
    composeOrder(
      wordsOf(words),
      items,
      items.map((_, index) => index),
    ),
  );
}

export function moodleEssay(words: MoodleWords, graderInfo = ''): Composed {
  const { answer, rubric, flaws } = splitNotes(graderInfo === '' ? words.feedback.model : graderInfo);
  if (flaws.length > 0) return refused(...flaws);
  return settle({ type: 'short', ...wordsOf(words), evidence: [], key: { model: answer, rubric } });
}

/** Several blanks with tolerances none: a cloze of short answers. */
export function moodleCloze(
  words: MoodleWords,
  key: readonly (readonly string[])[],
  warnings: readonly FieldFlaw[],
): Composed {
  return withWarnings(
    composeFill(wordsOf(words), key, fillNotes({ tolerances: null, anyOrder: false })),
    warnings,
  );
}

function withWarnings(composed: Composed, warnings: readonly FieldFlaw[]): Composed {
  return { ...composed, warnings: [...composed.warnings, ...warnings] };
}

/** Moodle's formats never had an order of display. */
function withoutRearranging(composed: Composed): Composed {
  return { ...composed, warnings: composed.warnings.filter(({ code }) => code !== 'options-rearranged') };
}

const PREFIXES: readonly (readonly [Exclude<keyof GivenDetails, 'tags'>, string])[] = [
  ['difficulty', '难度:'],
  ['points', '分值:'],
  ['course', '课程:'],
  ['title', '出处:'],
  ['url', '链接:'],
];

/** What a tag says that is no tag: 难度:3. */
export function detailsOfTags(tags: readonly string[], quotes: readonly string[]): GivenDetails {
  const given: GivenDetails = { quotes: quotes.join('\n') };
  const others: string[] = [];
  for (const tag of tags) {
    const [name, prefix = ''] = PREFIXES.find(([, prefix]) => tag.startsWith(prefix)) ?? [];
    if (name) given[name] = tag.slice(prefix.length);
    else others.push(tag);
  }
  return { ...given, tags: others };
}

export function tagsOfDetails(given: GivenDetails, tags: readonly string[]): string[] {
  return [...tags, ...PREFIXES.flatMap(([name, prefix]) => (given[name] ? [`${prefix}${given[name]}`] : []))];
}
