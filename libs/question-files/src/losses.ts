import { isPlainTag } from './details.js';
import { MOST_SPELLINGS } from './gift/write-gift.js';
import { htmlText, textHtml } from './html-text.js';
import { isStorable, tidy } from './plain-text.js';
import { MAX_TEXT_LENGTH, type QuestionFileFormat } from './question-file.js';
import type { FiledQuestion, QuestionSet } from './question-set.js';
import { textsOfQuestion } from './compose-question.js';

export const LOSSES = {
  arrow: '答案或解析里的 -> 写成了 →',
  'answer-forms': '几个空的写法太多，或写法里有“；”，不能全部写进去',
  tolerance: '数字的误差或单位写不进去',
  'any-order': '“各空不分先后”写不进去',
  layout: '填空题的空行、行首空格写不进去',
  characters: '不能保存的控制字符去掉了',
  'too-long': `超过 ${MAX_TEXT_LENGTH} 个字的文字读不回来`,
  tags: '含有 ；，、| 的标签读回来时会分成几个',
  difficulty: '难度写不进去',
  'fact-kind': '事实类别只作为标签写进去',
  'evidence-place': '依据只写原句，不写在文章里的位置',
  'display-order': '选项的显示顺序写不进去（作答时本来就会打乱）',
} as const;

export type LossCode = keyof typeof LOSSES;

export interface Loss {
  readonly id: string;
  readonly code: LossCode;
  /** Chinese sentence for people. */
  readonly detail: string;
}

/**
 * What of these questions a file of this format does not give back when it is imported again. What is not named here comes
 * back: the same question with the same marks, blanks at the edges of texts aside.
 */
export function lossesOf(format: QuestionFileFormat, { questions }: QuestionSet): Loss[] {
  return questions.flatMap((filed) =>
    codesOf(format, filed).map((code) => ({ id: filed.id, code, detail: `${LOSSES[code]}。` })),
  );
}

function codesOf(format: QuestionFileFormat, filed: FiledQuestion): LossCode[] {
  const { question, tags = [] } = filed;
  const texts = textsOfQuestion(question);
  const isMoodle = format === 'gift' || format === 'moodle-xml';
  const isSheet = format === 'xlsx' || format === 'csv' || format === 'text';
  const losses: (readonly [LossCode, boolean])[] = [
    ['characters', texts.some((text) => !isStorable(text.replaceAll('\r', '')))],
    ['too-long', texts.some((text) => text.length > MAX_TEXT_LENGTH)],
    ['tags', isSheet && tags.some((tag) => !isPlainTag(tag))],
    ['difficulty', format === 'text' && filed.difficulty !== undefined],
    ['fact-kind', format !== 'interchange' && question.factKind !== undefined],
    ['evidence-place', format !== 'interchange' && question.evidence.length > 0],
    ['display-order', isMoodle && (question.type === 'order' || question.type === 'match')],
    ['arrow', format === 'gift' && texts.slice(1).some((text) => text.includes('->'))],
  ];
  return [
    ...losses.flatMap(([code, isLost]) => (isLost ? [code] : [])),
    ...(isMoodle ? moodleLosses(format, filed) : []),
  ];
}

function moodleLosses(format: 'gift' | 'moodle-xml', { question }: FiledQuestion): LossCode[] {
  if (question.type !== 'fill') return [];
  const { key, stem, tolerances = [], anyOrder } = question;
  const isSeveral = key.length > 1;
  const spellings = key.reduce((product, forms) => product * forms.length, 1);
  const isNumber = tolerances.some((tolerance) => tolerance !== null);
  const [first] = tolerances;
  const isCarried =
    !isSeveral &&
    first?.kind === 'absolute' &&
    Number(first.amount) > 0 &&
    !first.unitRequired &&
    (format === 'moodle-xml' || first.unit === undefined);
  const losses: (readonly [LossCode, boolean])[] = [
    ['any-order', anyOrder === true],
    ['tolerance', isNumber && !isCarried],
    [
      'answer-forms',
      format === 'gift' &&
        isSeveral &&
        (spellings > MOST_SPELLINGS / 2 || key.flat().some((form) => form.includes('；'))),
    ],
    [
      'layout',
      format === 'moodle-xml' &&
        isSeveral &&
        (htmlText(textHtml(stem)) !== tidy(stem) || key.flat().some((form) => tidy(form).includes('\n'))),
    ],
  ];
  return losses.flatMap(([code, isLost]) => (isLost ? [code] : []));
}
