import type { FactKind } from '#question';

/** How files name a kind of fact. */
export const FACT_KIND_NAMES: Readonly<Record<FactKind, string>> = {
  quantity: '数量',
  date: '时间',
  'person-role': '人物与职务',
  organisation: '机构',
  founding: '成立',
  'work-title': '文件与作品',
  enumeration: '并列内容',
  definition: '定义',
  attribution: '观点',
  'list-membership': '名单',
  relation: '关系',
  location: '地点',
  purpose: '目的',
  alias: '别名',
  event: '事件',
  rank: '名次',
  policy: '政策',
};
