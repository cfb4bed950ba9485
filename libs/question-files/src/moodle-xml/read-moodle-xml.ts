import { refused, type Composed } from '../compose-question.js';
import { flaw } from '../field.js';
import { hasPicture, htmlText } from '../html-text.js';
import {
  detailsOfTags,
  moodleChoice,
  moodleEssay,
  moodleMatching,
  moodleNumber,
  moodleOrdering,
  moodleShortAnswer,
  moodleTruth,
  moodleWords,
  type MoodleWords,
} from '../moodle-question.js';
import { tidy } from '../plain-text.js';
import { MAX_QUESTION_ROWS, problemAt, type Flaw } from '../question-file.js';
import { rowOf } from '../row-of.js';
import { tooManyRows } from '../table/raw-sheet.js';
import type { TableReading } from '../table/read-table.js';
import { readCloze } from './cloze.js';
import { childOf, childrenOf, readChildren, textIn, type XmlNode } from './xml-tree.js';

/** Questions of a Moodle XML file, numbered as they stand there. Categories and descriptions are no questions. */
export function readMoodleXml(xml: string): TableReading | Flaw {
  const reading: TableReading = { rows: [], errors: [], warnings: [] };
  let count = 0;
  let isQuiz = true;
  const outcome = readChildren(xml, (node, root) => {
    if (root !== 'quiz') isQuiz = false;
    if (node.name !== 'question' || !isQuiz) return;
    const type = node.attributes.get('type') ?? '';
    if (type === 'category') return;
    count += 1;
    if (count > MAX_QUESTION_ROWS) return;
    if (type === 'description') {
      const detail = '说明文字不是题目，没有读。';
      reading.warnings.push(
        problemAt(
          { sheet: null, row: count },
          { code: 'content-skipped', value: plainIn(childOf(node, 'questiontext')), detail },
        ),
      );
    } else readQuestion(node, type, count, reading);
  });
  if (outcome === 'doctype')
    return {
      code: 'file-unsafe',
      detail: 'XML 里声明了文档类型或实体（DOCTYPE），Moodle 不会这样导出，为安全起见不读。',
    };
  if (outcome === 'broken')
    return {
      code: 'file-damaged',
      detail: 'XML 不完整或有语法错误：请从 Moodle 重新导出，不要手工改动标签。',
    };
  if (count > MAX_QUESTION_ROWS) return tooManyRows();
  if (!isQuiz)
    return {
      code: 'file-unsupported',
      detail: '这个 XML 不是 Moodle 的题目（最外层应是 <quiz>）：请在 Moodle 题库里导出为“Moodle XML 格式”。',
    };
  return reading;
}

function readQuestion(node: XmlNode, type: string, count: number, reading: TableReading): void {
  const stem = plainIn(childOf(node, 'questiontext'));
  const words = moodleWords(stem, plainIn(childOf(node, 'generalfeedback')));
  const composed = compose(node, type, words);
  const tags = childrenOf(node, 'tags').flatMap((list) =>
    childrenOf(list, 'tag').map((tag) => tidy(textIn(tag)).replaceAll('\n', ' ')),
  );
  const given = detailsOfTags(tags, words.feedback.quotes);
  const externalId = tidy(textIn(childOf(node, 'idnumber')));
  if (composed.question && hasOwnFeedback(node))
    reading.warnings.push(
      problemAt(
        { sheet: null, row: count },
        { code: 'content-skipped', value: stem, detail: '各选项自己的反馈没有读，只读总反馈。' },
      ),
    );
  rowOf(
    {
      place: { sheet: null, row: count },
      composed,
      stem,
      raw: `${type}：${tidy(textIn(childOf(node, 'name')))}`,
      details: { ...gradeOf(node), ...given, ...(externalId !== '' && { externalId }) },
    },
    reading,
  );
}

/** A grade of 1 is what Moodle writes when nobody thought of one. */
function gradeOf(node: XmlNode) {
  const grade = Number(textIn(childOf(node, 'defaultgrade')) || textIn(childOf(node, 'defaultmark')) || 1);
  return Number.isFinite(grade) && grade !== 1 ? { points: String(grade) } : {};
}

function compose(node: XmlNode, type: string, words: MoodleWords): Composed {
  if (holdsPicture(node))
    return refused(
      flaw('picture', 'stem', '这道题含有图片或附件，本系统的题目只有文字：请改写成不用看图的题。'),
    );
  if (words.stem === '') return refused(flaw('empty-stem', 'stem', '题干为空，请填写。'));
  const answers = childrenOf(node, 'answer');
  const weighted = answers.map((answer) => ({ text: plainIn(answer), weight: fractionOf(answer) }));
  switch (type) {
    case 'multichoice':
      return moodleChoice(
        words,
        weighted,
        !/^(?:true|1)$/.test(tidy(textIn(childOf(node, 'single')) || 'true')),
      );
    case 'truefalse': {
      const right = weighted.find(({ weight }) => weight > 99.9)?.text.toLowerCase();
      return right === 'true' || right === 'false'
        ? moodleTruth(words, right === 'true')
        : refused(
            flaw('answer-unreadable', 'answer', '判断题要有一个满分的答案 true 或 false。', right ?? ''),
          );
    }
    case 'shortanswer':
      return moodleShortAnswer(words, weighted);
    case 'numerical':
      return numerical(node, answers, words);
    case 'matching':
      return moodleMatching(
        words,
        childrenOf(node, 'subquestion').map((pair) => ({
          left: plainIn(pair),
          // Moodle shows these in a menu, where no HTML can be.
          right: tidy(textIn(childOf(pair, 'answer'))),
        })),
      );
    case 'ordering':
      return moodleOrdering(
        words,
        weighted.map(({ text }) => text),
      );
    case 'essay':
      return moodleEssay(words, plainIn(childOf(node, 'graderinfo')));
    case 'cloze':
    case 'multianswer':
      return readCloze(childOf(node, 'questiontext'), words);
    default:
      return refused(
        flaw(
          'type-unsupported',
          'type',
          `Moodle 的“${type.slice(0, 40)}”题型不能导入：能导入单选、多选、判断、简短作答、填空（Cloze 简短作答）、数字、配对、排序、论述。`,
          type,
        ),
      );
  }
}

function numerical(node: XmlNode, answers: readonly XmlNode[], words: MoodleWords): Composed {
  const units = childrenOf(node, 'units').flatMap((list) => childrenOf(list, 'unit'));
  const [unit] = units;
  if (units.length > 1 || (unit && Number(textIn(childOf(unit, 'multiplier')) || 1) !== 1))
    return refused(flaw('type-unsupported', 'answer', '数字题只能有一个单位，且换算倍数是 1。'));
  // Moodle writes seven decimals: 9.8000000.
  const decimal = (text: string) =>
    tidy(text)
      .replace(/^(-?\d+\.(?=\d{7})\d*?)0+$/, '$1')
      .replace(/\.$/, '');
  return moodleNumber(
    words,
    answers.map((answer) => ({
      form: decimal(plainIn(answer)),
      margin: decimal(textIn(childOf(answer, 'tolerance'))),
      weight: fractionOf(answer),
    })),
    unit ? tidy(textIn(childOf(unit, 'unit_name'))) : '',
  );
}

function fractionOf(answer: XmlNode): number {
  const fraction = Number(answer.attributes.get('fraction') ?? 0);
  return Number.isFinite(fraction) ? fraction : 0;
}

/** The text of a field as its format says: HTML as its words, everything else as it stands. */
export function plainIn(node: XmlNode | undefined): string {
  const format = node?.attributes.get('format') ?? '';
  const text = textIn(node);
  return format === 'html' || (format === '' && /<(?:p|br|div|span)\b/i.test(text))
    ? htmlText(text)
    : tidy(text);
}

function holdsPicture(node: XmlNode): boolean {
  return ['questiontext', 'answer', 'subquestion'].some((name) =>
    childrenOf(node, name).some((part) => childOf(part, 'file') !== undefined || hasPicture(textIn(part))),
  );
}

function hasOwnFeedback(node: XmlNode): boolean {
  return childrenOf(node, 'answer').some((answer) => plainIn(childOf(answer, 'feedback')) !== '');
}
