import type { QuestionFlaw } from '#question';
import { letterAt } from './letters.js';
import type { ProblemCode } from './problem-codes.js';
import type { Flaw } from './question-file.js';

/** What a question is made of, in a file of any format. */
export type Field =
  | 'type'
  | 'stem'
  | 'answer'
  | 'explanation'
  | 'correction'
  | 'difficulty'
  | 'tags'
  | 'course'
  | 'title'
  | 'url'
  | 'quotes'
  | 'points'
  | 'externalId'
  | `option${number}`;

/** The template's header for a field. */
export function headerOf(field: Field): string {
  const place = /^option(\d+)$/.exec(field)?.[1];
  return place === undefined ? HEADERS[field as keyof typeof HEADERS] : `选项${letterAt(Number(place))}`;
}

const HEADERS = {
  type: '题型*',
  stem: '题干*',
  answer: '答案*',
  explanation: '解析',
  correction: '改正',
  difficulty: '难度(1-5)',
  tags: '知识点/标签',
  course: '课程',
  title: '原文标题',
  url: '原文链接',
  quotes: '原文依据',
  points: '分值',
  externalId: '外部编号',
} as const;

export interface FieldFlaw {
  readonly code: ProblemCode;
  readonly field: Field | null;
  readonly value?: string;
  readonly detail: string;
}

export function flaw(code: ProblemCode, field: Field | null, detail: string, value?: string): FieldFlaw {
  return { code, field, detail, ...(value !== undefined && { value }) };
}

export function nameField({ field, code, detail, value }: FieldFlaw, header = headerOf): Flaw {
  return {
    code,
    detail,
    column: field === null ? null : header(field),
    ...(value !== undefined && { value }),
  };
}

const REMEDY: Partial<Record<ProblemCode, string>> = {
  'option-count': '请增减选项。',
  'option-empty': '请填上内容，或去掉这个选项。',
  'option-duplicate': '请改写或删去其中一个。',
  'key-unknown': '请检查答案里的字母。',
  'key-count': '请检查答案，或换一个题型。',
  'blank-count': '题干里一个空写四条下划线 ____，答案里几个空用 | 隔开。',
  'number-form': '单位写在误差里，如 ±0.05 米。',
  'any-order': '请去掉“顺序：不限”。',
  'rubric-share': '写在评分点末尾的括号里，如“评分点：讲到安全（2）”。',
  'correction-missing': '请在解析里写明，如“改正：……”。',
  'evidence-missing': '请检查依据。',
};

/** A flaw of the question as a flaw of the field where a person mends it. */
export function fieldFlawOf({ code, pointer, detail }: QuestionFlaw): FieldFlaw {
  return flaw(code, fieldAt(pointer), `${detail}${REMEDY[code] ?? ''}`);
}

function fieldAt(pointer: string): Field {
  const [, part = '', place] = pointer.split('/');
  switch (part) {
    case 'options':
    case 'rights':
      return place === undefined ? 'option0' : `option${Number(place)}`;
    case 'stem':
    case 'lefts':
      return 'stem';
    case 'correction':
      return 'explanation';
    case 'evidence':
      return 'quotes';
    default:
      return 'answer';
  }
}
