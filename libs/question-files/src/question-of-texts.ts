import { countBlanks, QUESTION_TYPE_NAMES } from '#question';
import { fillNotes, numberWithin, splitNotes } from './answer-notes.js';
import {
  composeFill,
  composeMatch,
  composeOrder,
  MOST_PARTS,
  tooManyParts,
  lettered,
  refused,
  settle,
  stemWithBlanks,
  type Composed,
} from './compose-question.js';
import { flaw, type Field, type FieldFlaw } from './field.js';
import { splitBlanks } from './fill-answers.js';
import { splitCorrection } from './labelled-lines.js';
import { letterAt, pairsOf, placesOf, truthOf } from './letters.js';
import { splitLefts } from './left-items.js';
import type { NamedType } from './type-names.js';

/** A question as a sheet or a text gives it: in texts, with letters for options. */
export interface QuestionTexts {
  readonly type: NamedType;
  readonly stem: string;
  /** By place; empty where there is none. */
  readonly options: readonly string[];
  /** The left items of a matching where they do not stand in the stem. */
  readonly lefts?: readonly string[];
  readonly answer: string;
  readonly explanation: string;
  readonly correction: string;
}

/** Puts a question together from its texts, in any of the accepted spellings. */
export function questionOfTexts(texts: QuestionTexts): Composed {
  const options = trimmedEnd(texts.options);
  const gap = options.findIndex((option) => option === '');
  if (gap >= 0)
    return refused(
      flaw('option-gap', `option${gap}`, `选项 ${letterAt(gap)} 空着，后面却还有选项：请把选项依次前移。`),
    );
  if (texts.answer === '') return refused(flaw('answer-missing', 'answer', '没有答案，请填写。'));
  const given = { ...texts, options };
  switch (texts.type) {
    case 'choice':
      return choiceOf(given);
    case 'single':
      return singleOf(given);
    case 'multi':
      return multiOf(given);
    case 'tf':
      return tfOf(given);
    case 'fill':
      return fillOf(given);
    case 'order':
      return orderOf(given);
    case 'match':
      return matchOf(given);
    case 'short':
      return shortOf(given);
  }
}

function trimmedEnd(options: readonly string[]): readonly string[] {
  return options.slice(0, options.findLastIndex((option) => option !== '') + 1);
}

function wordsOf({ stem, explanation }: QuestionTexts) {
  return { stem, explanation };
}

function choiceOf(texts: QuestionTexts): Composed {
  const places = placesOf(texts.answer);
  return places !== null && places.length > 1 ? multiOf(texts) : singleOf(texts);
}

function singleOf(texts: QuestionTexts): Composed {
  const { answer, options } = texts;
  const byText = options.indexOf(answer);
  const places = placesOf(answer) ?? [];
  const isLetters = places.length > 0 && places.every((place) => place < options.length);
  const found = isLetters || byText < 0 ? places : [byText];
  if (found.length === 0) return refused(unreadable(answer, 'single', '一个字母，如 B'));
  if (found.length > 1)
    return refused(
      flaw(
        'key-count',
        'answer',
        `单选题只有一个答案，这里有 ${found.length} 个：请改成一个字母，或把题型改成多选题。`,
        answer,
      ),
    );
  const unknown = unknownPlace(found, options, answer);
  if (unknown) return refused(unknown);
  const all = lettered(options);
  return settle({
    type: 'single',
    ...wordsOf(texts),
    evidence: [],
    options: all,
    key: all[found[0] ?? 0]?.id ?? '',
  });
}

function multiOf(texts: QuestionTexts): Composed {
  const { answer, options } = texts;
  const isRange = /[A-Za-zＡ-Ｚ]\s*[-－–—~～至到]\s*[A-Za-zＡ-Ｚ]/.test(answer);
  const places = isRange ? null : placesOf(answer);
  if (!places) return refused(unreadable(answer, 'multi', '几个字母，如 A,C,D'));
  const unknown = unknownPlace(places, options, answer);
  if (unknown) return refused(unknown);
  const all = lettered(options);
  const key = places.map((place) => all[place]?.id ?? '');
  return settle({ type: 'multi', ...wordsOf(texts), evidence: [], options: all, key });
}

function tfOf(texts: QuestionTexts): Composed {
  const [place, ...more] = texts.options.length > 0 ? (placesOf(texts.answer) ?? []) : [];
  const byLetter = place !== undefined && more.length === 0 ? texts.options[place] : undefined;
  const key = truthOf(byLetter ?? texts.answer);
  if (key === null)
    return refused(unreadable(texts.answer, 'tf', '“正确”或“错误”（对/错、√/×、是/否、T/F 也可以）'));
  const split = splitCorrection(texts.explanation);
  const written = [texts.correction, split.correction].filter((part) => part !== '').join('\n');
  const assumed = !key && written === '' && split.explanation !== '';
  const correction = assumed ? split.explanation : written;
  return settle(
    {
      type: 'tf',
      stem: withoutBrackets(texts.stem),
      explanation: split.explanation,
      evidence: [],
      key,
      ...(correction !== '' && { correction }),
    },
    assumed
      ? [
          flaw(
            'correction-assumed',
            'explanation',
            '没有写“改正：”，导入时把解析当作正确的说法；不合适请在解析里另起一行写“改正：……”。',
          ),
        ]
      : [],
  );
}

/** Empty brackets behind a statement leave room for a sign that nobody writes here. */
function withoutBrackets(stem: string): string {
  const [brackets, stop = ''] = /[（(]\s*[）)]\s*([。．.]?)$/.exec(stem) ?? [];
  return brackets === undefined ? stem : stem.slice(0, -brackets.length).trimEnd() + stop;
}

function fillOf(texts: QuestionTexts): Composed {
  const notes = splitNotes(texts.answer);
  if (notes.flaws.length > 0) return refused(...notes.flaws);
  const within = numberWithin(notes.answer);
  if (within && !notes.tolerances)
    return composeFill(wordsOf(texts), [[within.form]], {
      ...fillNotes(notes),
      tolerances: [within.tolerance],
    });
  const counts = blankCounts(texts.stem, notes.answer);
  const key = counts.reduce<string[][] | null>(
    (found, count) => found ?? splitBlanks(notes.answer, count),
    null,
  );
  if (key) return composeFill(wordsOf(texts), key, fillNotes(notes));
  const blanks = Math.max(...counts);
  const detail = `题干有 ${blanks} 个空，答案分不出 ${blanks} 份：几个空用 | 隔开，同一个空的几种写法用 ; 隔开，如 上海;沪|1990年。`;
  return refused(flaw('blank-count', 'answer', detail, texts.answer));
}

/** How many blanks a stem may have, the likeliest first: ________ is two to us and one to most people. */
function blankCounts(stem: string, answer: string): number[] {
  const exact = countBlanks(stem);
  const lines = countBlanks(stemWithBlanks(stem, 0));
  return exact > 0 && /[|｜]/.test(answer) ? [exact, lines] : [lines, exact];
}

function orderOf(texts: QuestionTexts): Composed {
  const { answer, options } = texts;
  const places = placesOf(answer);
  if (!places) return refused(unreadable(answer, 'order', '按正确的顺序写字母，如 C,A,B'));
  const unknown = unknownPlace(places, options, answer);
  return unknown ? refused(unknown) : composeOrder(wordsOf(texts), options, places);
}

function matchOf(texts: QuestionTexts): Composed {
  const { answer, options: rights } = texts;
  const pairs = pairsOf(answer);
  if (!pairs) return refused(unreadable(answer, 'match', '左项的编号和右项的字母，如 1-B,2-A'));
  const { stem, lefts } = texts.lefts ? { stem: texts.stem, lefts: texts.lefts } : splitLefts(texts.stem);
  if (lefts.length === 0)
    return refused(
      flaw('option-count', 'stem', '没有找到左项：写在题干后面，一行一个，如“1) 东港”“2) 西港”。'),
    );
  if (lefts.length > MOST_PARTS) return refused(tooManyParts(lefts.length));
  const unknown =
    unknownPlace(
      pairs.map(({ right }) => right),
      rights,
      answer,
    ) ??
    pairs.flatMap(({ left }) =>
      left >= 0 && left < lefts.length
        ? []
        : [
            flaw(
              'key-unknown',
              'answer',
              `答案里的 ${left + 1} 不是任何一个左项，左项只有 ${lefts.length} 个。`,
              answer,
            ),
          ],
    )[0];
  if (unknown) return refused(unknown);
  const counts = lefts.map((_, place) => pairs.filter(({ left }) => left === place).length);
  const odd = counts.findIndex((count) => count !== 1);
  if (odd >= 0)
    return refused(
      flaw('key-count', 'answer', `左项 ${odd + 1} 在答案里出现了 ${counts[odd]} 次，应正好一次。`, answer),
    );
  const partners = lefts.map((_, place) => pairs.find(({ left }) => left === place)?.right ?? -1);
  return composeMatch({ ...wordsOf(texts), stem }, lefts, rights, partners);
}

function shortOf(texts: QuestionTexts): Composed {
  const { answer, rubric, flaws } = splitNotes(texts.answer);
  if (flaws.length > 0) return refused(...flaws);
  return settle({ type: 'short', ...wordsOf(texts), evidence: [], key: { model: answer, rubric } });
}

function unknownPlace(
  places: readonly number[],
  options: readonly string[],
  answer: string,
): FieldFlaw | null {
  const unknown = places.find((place) => place < 0 || place >= options.length);
  if (unknown === undefined) return null;
  const field: Field = options.length === 0 ? 'option0' : 'answer';
  const detail =
    options.length === 0
      ? '没有选项，请填写选项 A、选项 B 等各列。'
      : `答案 ${letterAt(unknown)} 不是任何一个选项，这道题只有 ${letterAt(0)} 到 ${letterAt(options.length - 1)}。`;
  return options.length === 0
    ? flaw('option-count', field, detail)
    : flaw('key-unknown', field, detail, answer);
}

function unreadable(answer: string, type: keyof typeof QUESTION_TYPE_NAMES, how: string): FieldFlaw {
  const name = QUESTION_TYPE_NAMES[type];
  return flaw('answer-unreadable', 'answer', `认不出${name}的答案：请写${how}。`, answer);
}
