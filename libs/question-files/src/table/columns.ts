import type { Field } from '../field.js';
import { narrow } from '../plain-text.js';

/** Columns that carry nothing to read: running numbers, and what the error workbook adds. */
export const REASON_HEADER = '原因';
export const ROW_HEADER = '原行号';
export const RAW_HEADER = '原始内容';

const NAMES: readonly (readonly [Field | 'options' | 'nothing', string])[] = [
  ['type', '题型 试题类型 题目类型 试题题型 类型 题类 type questiontype'],
  [
    'stem',
    '题干 试题 题目 问题 试题内容 题目内容 题干内容 试题题干 题目题干 试题名称 题目名称 问题内容 stem question',
  ],
  ['answer', '答案 正确答案 正确选项 参考答案 标准答案 试题答案 题目答案 答案内容 answer correctanswer key'],
  ['explanation', '解析 答案解析 试题解析 题目解析 解答 讲解 解释 分析 explanation analysis'],
  ['correction', '改正 更正 正确说法 correction'],
  ['difficulty', '难度 难易度 难度等级 题目难度 试题难度 难易程度 难度级别 difficulty level'],
  [
    'tags',
    '知识点/标签 知识点 标签 知识点名称 考点 所属知识点 题目分类 试题分类 分类 关键词 知识点标签 tag tags',
  ],
  ['course', '课程 课程名称 所属课程 课程名 科目 学科 course'],
  ['title', '原文标题 文章标题 出处 来源 文章 原文 source article'],
  ['url', '原文链接 文章链接 来源链接 链接 网址 url link'],
  ['quotes', '原文依据 依据 依据原文 原句 原文句子 evidence quote'],
  ['points', '分值 分数 题目分值 试题分值 默认分值 默认分数 每题分值 points score'],
  ['externalId', '外部编号 外部id 题目编号 试题编号 编号 题目id 试题id externalid id'],
  ['options', '选项 选项内容 备选答案 备选项 候选项 options'],
  ['nothing', `序号 题号 no no. # ${REASON_HEADER} 错误原因 ${ROW_HEADER} 行号 ${RAW_HEADER}`],
];

const LONGEST_HEADER = 60;

const KNOWN: ReadonlyMap<string, Field | 'options' | 'nothing'> = new Map(
  NAMES.flatMap(([field, names]) => names.split(' ').map((name) => [name, field] as const)),
);

/** What a column holds, by its header: （必填）, * and the like do not count, nor do width, case and blanks. */
export function fieldOfHeader(header: string): Field | 'options' | 'nothing' | null {
  const plain = narrow(header)
    .toLowerCase()
    .replace(/[\s*_]+/g, '');
  if (plain.length > LONGEST_HEADER) return null;
  const [, letter, number] =
    /^(?:备?选项?|答案选项|option)?[(【[]?(?:([a-z])|(\d{1,2}))[)】\]]?(?:选项|项)?(?:[([【].{0,20})?$/.exec(
      plain,
    ) ?? [];
  if (letter !== undefined) return `option${letter.charCodeAt(0) - 97}`;
  if (number !== undefined && /选|option/.test(plain) && Number(number) > 0 && Number(number) <= 26)
    return `option${Number(number) - 1}`;
  return KNOWN.get(plain) ?? KNOWN.get(plain.replace(/[([【（].*?[)\]】）]/g, '')) ?? null;
}
