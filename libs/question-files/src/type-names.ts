import { QUESTION_TYPE_NAMES, QUESTION_TYPES, type QuestionType } from '#question';
import { narrow } from './plain-text.js';

/** choice: 选择题, which its answer tells to be a single or a multiple one. */
export type NamedType = QuestionType | 'choice';

const SYNONYMS: readonly (readonly [NamedType, string])[] = [
  ['single', '单选 单项选择 单项选择题 单选择题 单选题型 radio singlechoice'],
  ['multi', '多选 多项选择 多项选择题 多选择题 checkbox multiplechoice multiple'],
  ['choice', '选择 选择题 不定项 不定项选择 不定项选择题 不定项题 任选题 choice'],
  ['tf', '判断 是非题 是非 对错题 判断正误 判断对错 正误题 truefalse judge judgement'],
  ['fill', '填空 填充题 完形填空 blank fillin fillblank'],
  ['order', '排序 顺序题 ordering sort'],
  ['match', '配对 匹配 匹配题 连线 连线题 配伍题 搭配题 matching'],
  ['short', '简答 问答 问答题 论述题 论述 主观题 名词解释 essay shortanswer'],
];

const TYPES: ReadonlyMap<string, NamedType> = new Map([
  ...SYNONYMS.flatMap(([type, names]) => names.split(' ').map((name) => [name, type] as const)),
  ...QUESTION_TYPES.flatMap((type) => [[type, type] as const, [QUESTION_TYPE_NAMES[type], type] as const]),
]);

/** 单选题, 单选, （单项选择题）, single … or null. */
export function typeNamed(name: string): NamedType | null {
  const plain = narrow(name)
    .toLowerCase()
    .replace(/[\s()[\]【】_*\-/]+/g, '');
  return TYPES.get(plain) ?? null;
}

/** The type that a heading or the name of a sheet tells: 一、单选题（每题 2 分）, 单选题库. */
export function typeInHeading(heading: string): NamedType | null {
  const plain = narrow(heading).replace(/\s+/g, '');
  const [, name = ''] =
    /^(?:第?[一二三四五六七八九十\d]+[、.部分大题]*)?[(【]?((?:单项|多项|不定项)?选择|单选|多选|判断|是非|填空|排序|配对|匹配|连线|简答|问答|论述)(?:题|正误|对错)?(?:[)】(:：,，。.;；]|题?库?\d*$|共|每|本)/.exec(
      plain,
    ) ?? [];
  return name === '' ? null : typeNamed(name);
}

export const TYPE_NAME_LIST = QUESTION_TYPES.map((type) => QUESTION_TYPE_NAMES[type]).join('、');
