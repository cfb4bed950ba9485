import { BLANK, type Option, type Question } from '#question';
import { joinNotes } from '../answer-notes.js';
import { givenDetailsOf } from '../filed-details.js';
import { joinFeedback } from '../labelled-lines.js';
import { textOf } from '../letters.js';
import { MOODLE_BLANK, tagsOfDetails } from '../moodle-question.js';
import { storable } from '../plain-text.js';
import type { FiledQuestion, QuestionSet } from '../question-set.js';
import { filedQuotes, filedTags } from '../table/question-sheet.js';
import { clozeText } from './cloze.js';

const LONGEST_NAME = 24;

/**
 * Moodle XML, all texts as plain text, what is known beside a question as tags. Several blanks become a cloze of short
 * answers, an ordering Moodle's own (core since 4.4). `lossesOf('moodle-xml', …)` names what does not come back.
 */
export function writeMoodleXml({ questions }: QuestionSet): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n${questions.map(questionOf).join('')}</quiz>\n`;
}

function questionOf(filed: FiledQuestion): string {
  const { id, question, points, externalId } = filed;
  const name = `${id} ${[...question.stem.replace(/\s+/g, ' ')].slice(0, LONGEST_NAME).join('')}`;
  const { points: _, externalId: __, ...details } = givenDetailsOf(filed);
  const tags = tagsOfDetails(points === 1 ? { ...details, points: '1' } : details, filedTags(filed));
  const lines = [
    `<name>${text(name)}</name>`,
    stemOf(question),
    `<generalfeedback format="plain_text">${text(feedbackOf(filed))}</generalfeedback>`,
    `<defaultgrade>${points ?? 1}</defaultgrade>`,
    ...(externalId ? [`<idnumber>${escape(externalId)}</idnumber>`] : []),
    ...answersOf(question),
    ...(tags.length > 0 ? [`<tags>${tags.map((tag) => `<tag>${text(tag)}</tag>`).join('')}</tags>`] : []),
  ];
  return `  <question type="${typeOf(question)}">\n${lines.map((line) => `    ${line}\n`).join('')}  </question>\n`;
}

function typeOf(question: Question): string {
  switch (question.type) {
    case 'single':
    case 'multi':
      return 'multichoice';
    case 'tf':
      return 'truefalse';
    case 'fill':
      if (question.key.length > 1) return 'cloze';
      return isNumber(question) ? 'numerical' : 'shortanswer';
    case 'order':
      return 'ordering';
    case 'match':
      return 'matching';
    case 'short':
      return 'essay';
  }
}

function isNumber(question: Question): boolean {
  return (
    question.type === 'fill' && question.key.length === 1 && question.tolerances?.[0]?.kind === 'absolute'
  );
}

function stemOf(question: Question): string {
  if (question.type === 'fill' && question.key.length > 1)
    return `<questiontext format="html">${text(clozeText(question.stem, question.key))}</questiontext>`;
  const stem = question.type === 'fill' ? question.stem.replaceAll(BLANK, MOODLE_BLANK) : question.stem;
  return `<questiontext format="plain_text">${text(stem)}</questiontext>`;
}

function feedbackOf(filed: FiledQuestion): string {
  const { question } = filed;
  return joinFeedback({
    correction: question.type === 'tf' ? (question.correction ?? '') : '',
    explanation: question.explanation,
    quotes: filedQuotes(filed),
  });
}

function answersOf(question: Question): string[] {
  switch (question.type) {
    case 'single':
      return [
        '<single>true</single>',
        ...choiceSettings(),
        ...question.options.map((option) => answer(option.text, option.id === question.key ? 100 : 0)),
      ];
    case 'multi': {
      const share = Number((100 / question.key.length).toFixed(5));
      return [
        '<single>false</single>',
        ...choiceSettings(),
        ...question.options.map(({ id, text: said }) =>
          answer(said, question.key.includes(id) ? share : -100),
        ),
      ];
    }
    case 'tf':
      return [plainAnswer('true', question.key ? 100 : 0), plainAnswer('false', question.key ? 0 : 100)];
    case 'fill':
      return fillAnswers(question);
    case 'order':
      return [
        '<layouttype>VERTICAL</layouttype>',
        '<selecttype>ALL</selecttype>',
        '<selectcount>0</selectcount>',
        '<gradingtype>RELATIVE_NEXT_EXCLUDE_LAST</gradingtype>',
        '<showgrading>SHOW</showgrading>',
        ...question.key.map((id, index) => answer(textOf(question.options, id), index + 1)),
      ];
    case 'match':
      return [
        '<shuffleanswers>true</shuffleanswers>',
        ...pairsOf(question.lefts, question.rights, question.key),
      ];
    case 'short':
      return [
        '<responseformat>plain</responseformat>',
        '<responserequired>1</responserequired>',
        `<graderinfo format="plain_text">${text(joinNotes(question.key.model, question))}</graderinfo>`,
      ];
  }
}

function choiceSettings(): string[] {
  return ['<shuffleanswers>true</shuffleanswers>', '<answernumbering>ABCD</answernumbering>'];
}

function fillAnswers(question: Question): string[] {
  if (question.type !== 'fill' || question.key.length > 1) return [];
  const [forms = []] = question.key;
  const [tolerance] = question.tolerances ?? [];
  if (!tolerance || !isNumber(question))
    return ['<usecase>0</usecase>', ...forms.map((form) => plainAnswer(form.replaceAll('*', '\\*'), 100))];
  const unit = tolerance.unit
    ? [
        `<units><unit><multiplier>1</multiplier><unit_name>${escape(tolerance.unit)}</unit_name></unit></units>`,
      ]
    : [];
  return [
    ...forms.map(
      (form) =>
        `<answer fraction="100" format="moodle_auto_format"><text>${escape(form)}</text><tolerance>${tolerance.amount}</tolerance></answer>`,
    ),
    ...unit,
  ];
}

function pairsOf(
  lefts: readonly Option[],
  rights: readonly Option[],
  key: readonly { readonly left: string; readonly right: string }[],
): string[] {
  const pair = (left: string, right: string) =>
    `<subquestion format="plain_text">${text(left)}<answer>${text(right)}</answer></subquestion>`;
  const unused = rights.filter(({ id }) => !key.some(({ right }) => right === id));
  return [
    ...lefts.map(({ id, text: left }) =>
      pair(left, textOf(rights, key.find((one) => one.left === id)?.right ?? '')),
    ),
    ...unused.map(({ text: right }) => pair('', right)),
  ];
}

function answer(said: string, fraction: number): string {
  return `<answer fraction="${fraction}" format="plain_text">${text(said)}</answer>`;
}

/** Moodle compares these letter by letter and knows no format for them. */
function plainAnswer(said: string, fraction: number): string {
  return `<answer fraction="${fraction}" format="moodle_auto_format">${text(said)}</answer>`;
}

function text(said: string): string {
  return `<text>${escape(said)}</text>`;
}

function escape(said: string): string {
  return storable(said.replace(/\r\n?/g, '\n'))
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
