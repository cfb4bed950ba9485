import { refused, type Composed } from '../compose-question.js';
import { flaw } from '../field.js';
import { hasPicture, htmlText } from '../html-text.js';
import {
  detailsOfTags,
  moodleChoice,
  moodleEssay,
  moodleMatching,
  moodleNumber,
  moodleShortAnswer,
  MOODLE_BLANK,
  moodleTruth,
  moodleWords,
} from '../moodle-question.js';
import { storable, tidy } from '../plain-text.js';
import { MAX_QUESTION_ROWS, problemAt, type Flaw } from '../question-file.js';
import { rowOf } from '../row-of.js';
import { tooManyRows } from '../table/raw-sheet.js';
import type { TableReading } from '../table/read-table.js';
import { cutGift, type GiftEntry } from './gift-entries.js';
import { readAnswers, type GiftAnswers, type GiftChoice } from './gift-answers.js';

/**
 * Questions of a GIFT file: multiple choice, true-false, short answer, matching, missing word, numbers and essays. What our
 * export had to write otherwise (orderings, several blanks) becomes what it was.
 */
export function readGift(text: string): TableReading | Flaw {
  const reading: TableReading = { rows: [], errors: [], warnings: [] };
  const entries = cutGift(storable(text));
  if (entries.length > MAX_QUESTION_ROWS) return tooManyRows();
  for (const entry of entries) {
    const place = { sheet: null, row: entry.line };
    if ('broken' in entry) {
      const composed = refused(flaw('syntax', null, `GIFT 语法有误：${entry.broken}。`, entry.raw));
      rowOf({ place, composed, raw: entry.raw, stem: '', details: {} }, reading);
      continue;
    }
    if (entry.answers === null) {
      const detail = '没有答案的文字在 GIFT 里是说明，不是题目，没有读。';
      reading.warnings.push(problemAt(place, { code: 'content-skipped', value: entry.stem, detail }));
      continue;
    }
    readEntry(entry, entry.answers, reading);
  }
  return reading;
}

function readEntry(entry: GiftEntry, inside: string, reading: TableReading): void {
  const answers = readAnswers(inside);
  const place = { sheet: null, row: entry.line };
  const stem = plainOf(entry.stem + (entry.tail === '' ? '' : `${MOODLE_BLANK}${entry.tail}`), entry.format);
  const words = moodleWords(stem, plainOf(answers?.feedback ?? '', entry.format));
  const composed = answers
    ? compose(entry, answers, words)
    : refused(flaw('syntax', 'answer', 'GIFT 语法有误：花括号里的答案要以 = 或 ~ 开头。', inside));
  const details = detailsOfTags(entry.tags, words.feedback.quotes);
  if (answers?.choiceFeedback && composed.question)
    reading.warnings.push(
      problemAt(place, {
        code: 'content-skipped',
        value: stem,
        detail: '各选项自己的反馈没有读，只读总反馈（####）。',
      }),
    );
  rowOf(
    {
      place,
      composed,
      raw: entry.raw,
      stem,
      details: { ...details, ...(entry.id && { externalId: entry.id }) },
    },
    reading,
  );
}

function compose(entry: GiftEntry, answers: GiftAnswers, words: ReturnType<typeof moodleWords>): Composed {
  if (hasPicture(entry.raw))
    return refused(flaw('picture', 'stem', '这道题含有图片，本系统的题目只有文字：请改写成不用看图的题。'));
  if (words.stem === '') return refused(flaw('empty-stem', 'stem', '题干为空，请填写。'));
  switch (answers.kind) {
    case 'essay':
      return moodleEssay(words);
    case 'tf':
      return moodleTruth(words, answers.truth);
    case 'number':
      return moodleNumber(words, numbersOf(answers.number));
    case 'choices':
      return composeChoices(
        answers.choices.map((choice) => plainChoice(choice, entry.format)),
        words,
      );
  }
}

function composeChoices(choices: readonly GiftChoice[], words: ReturnType<typeof moodleWords>): Composed {
  const weigh = ({ isRight, weight }: GiftChoice) => weight ?? (isRight ? 100 : 0);
  const weighted = choices.map((choice) => ({ text: choice.text, weight: weigh(choice) }));
  if (choices.some(({ partner }) => partner !== null)) {
    if (choices.some(({ partner }) => partner === null))
      return refused(flaw('syntax', 'answer', 'GIFT 语法有误：配对题的每一项都要写成 =左 -> 右。'));
    return moodleMatching(
      words,
      choices.map(({ text, partner }) => ({ left: text, right: partner ?? '' })),
    );
  }
  if (choices.every(({ isRight }) => isRight)) return moodleShortAnswer(words, weighted);
  const isMulti =
    !choices.some((choice) => weigh(choice) > 99.9) || choices.filter(({ isRight }) => isRight).length > 1;
  return moodleChoice(words, weighted, isMulti);
}

/** 1990 · 9.8:0.05 · =9.8:0.05 =9.81:0.05 · =%50%9:1 */
function numbersOf(text: string) {
  const parts = text.startsWith('=') ? text.split('=').slice(1) : [text];
  return parts.map((part) => {
    const [said = ''] = part.split('#', 1);
    const weight = /^\s*%(-?\d{1,3}(?:\.\d{1,7})?)%/.exec(said);
    const [form = '', margin = '', ...more] = said.slice(weight?.[0].length ?? 0).split(':');
    return {
      form: more.length > 0 ? said : form.trim(),
      margin: margin.trim(),
      weight: weight ? Number(weight[1]) : 100,
    };
  });
}

function plainOf(text: string, format: string): string {
  return format === 'html' ? htmlText(text) : tidy(text);
}

function plainChoice(choice: GiftChoice, format: string): GiftChoice {
  const of = (text: string) => plainOf(text, choice.format || format);
  return { ...choice, text: of(choice.text), partner: choice.partner === null ? null : of(choice.partner) };
}
