/*
 * Questions as a college of engineering has them: a few words in very many, most words in few. Nobody's text; the same on
 * every run.
 */
const FIELDS = ['工业互联网', '智能制造', '数据治理', '设备管理', '网络安全', '边缘计算', '数字孪生', '供应链', '质量追溯', '能源管理']; // prettier-ignore
const THINGS = ['平台', '网关', '传感器', '控制器', '车间', '产线', '机床', '仓库', '标识', '协议', '模型', '接口', '日志', '工单', '看板', '阀门', '轴承', '变频器', '机器人', '总线']; // prettier-ignore
const DEEDS = ['采集', '汇聚', '分析', '调度', '校准', '加密', '备份', '建模', '预警', '巡检', '改造', '联网', '追溯', '优化', '验收', '归档']; // prettier-ignore
const QUALITIES = ['实时', '稳定', '分层', '集中', '自动', '远程', '离线', '按批次', '逐级', '可视化'];
const ASKS = ['主要解决什么问题？', '最先要做的是哪一步？', '下列说法正确的是哪一项？', '由谁负责？', '每小时处理多少条数据？']; // prettier-ignore
const PLACES = '青岛烟台潍坊淄博济南威海日照临沂德州聊城滨州菏泽枣庄东营泰安莱芜'.match(/../g) ?? [];
const NAMES = '启明恒泰远航瑞丰华盛鼎新博远卓越凯旋瀚海金鹏银河北斗长虹德信佳源利民茂林宁静平安琴台日升松柏天宇文渊晓光雅韵泽润'.match(/./gu) ?? []; // prettier-ignore

export interface BenchText {
  readonly stem: string;
  readonly options: readonly string[];
  readonly explanation: string;
}

/** A small generator of its own, so that every run seeds the same bank. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

export function writeText(number: number, random: () => number): BenchText {
  // The square makes the first of a list far more frequent than the last.
  const often = (list: readonly string[]) => list[Math.floor(random() ** 2 * list.length)] ?? '';
  const any = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? '';
  const firm = `${any(PLACES)}${any(NAMES)}${any(NAMES)}${any(['公司', '集团', '工厂', '学院'])}`;
  const [field, thing, deed] = [often(FIELDS), often(THINGS), often(DEEDS)];
  const amount = 10 + Math.floor(random() * 9000);
  const said = `${firm}的${field}项目用${thing}${any(QUALITIES)}${deed}${often(THINGS)}的数据`;
  return {
    stem: `${said}，第${number}批共${amount}条，${any(ASKS)}`,
    options: [deed, often(DEEDS), any(DEEDS), any(DEEDS)].map(
      (act, index) => `先${act}${any(THINGS)}，再${any(DEEDS)}${index}号${any(THINGS)}`,
    ),
    explanation: `文中说，${said}，目的是${any(QUALITIES)}${any(DEEDS)}。`,
  };
}
