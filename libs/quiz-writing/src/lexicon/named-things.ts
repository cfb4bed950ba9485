/** Names that things of one kind bear, in texts of one field: what “…”制度, “…”称号 may be called instead. */
interface Named {
  /** What stands behind the quotation marks. */
  readonly head: RegExp;
  /** What the text speaks of; any text when it matches all. */
  readonly field: RegExp;
  readonly names: readonly string[];
}

const ANY = /(?:)/;
const HEALTH = /医院|患者|门诊|护理/;
const FIRM = /公司|企业|车间|工厂|员工/;
const SCHOOL = /学校|学院|中学|小学|学生|年级/;
const RURAL = /农|村|种植|养殖/;
const PUBLIC = /政务|市民|群众|街道|社区|窗口/;

const named = (head: RegExp, field: RegExp, names: string): Named => ({
  head,
  field,
  names: names.split(' '),
});

const NAMED: readonly Named[] = [
  named(
    /^[^，。]{0,2}(?:模式|制度|机制|做法|服务)/,
    HEALTH,
    '床旁结算 分时段预约 一站式服务 多学科会诊 日间手术 首诊负责 先住院后付费 检查集中预约',
  ),
  named(
    /^[^，。]{0,2}(?:制度|机制|模式)/,
    FIRM,
    '轮岗制 导师制 积分制 班组长负责制 末位淘汰 多能工 首席技师 计件工资 揭榜挂帅',
  ),
  named(
    /^[^，。]{0,2}(?:制度|机制|模式|做法)/,
    SCHOOL,
    '导师制 学分制 走班制 双班主任 小先生制 集体备课 订单培养',
  ),
  named(/^[^，。]{0,2}(?:模式|机制|做法)/, RURAL, '公司+农户 订单种植 土地托管 股份合作 代耕代种 统防统治'),
  named(
    /^[^，。]{0,2}(?:制度|机制|模式|服务|改革)/,
    PUBLIC,
    '首问负责 一次办结 容缺受理 告知承诺 帮办代办 错时服务 接诉即办',
  ),
  named(
    /^[^，。]{0,4}(?:荣誉)?称号/,
    HEALTH,
    '全国卫生系统先进个人 全国优秀院长 全国医德标兵 全国卫生健康先进工作者 全国最美医务工作者 全国优质服务医院 全国卫生系统先进集体 全国青年文明号',
  ),
  named(
    /^[^，。]{0,4}(?:荣誉)?称号/,
    SCHOOL,
    '文明守纪班 学习标兵班 书香班级 体育先锋班 全国优秀教师 全国教书育人楷模 全国模范教师',
  ),
  named(
    /^[^，。]{0,4}(?:荣誉)?称号/,
    ANY,
    '全国劳动模范 全国先进工作者 全国技术能手 全国三八红旗手 全国文明单位 全国工人先锋号 全国青年文明号 全国五一巾帼标兵岗 国家级绿色工厂 全国守合同重信用企业 全国最美志愿者 全国优秀科技工作者 全国文明工地',
  ),
  named(/^[^，。]{0,2}(?:系列|牌|品牌|型)/, ANY, '雄鹰 猎豹 蓝鲸 白鹭 灵犀 天工 飞鱼 磐石 星火 骏马'),
  named(/^[^，。]{0,4}(?:服务队|突击队|小分队)/, ANY, '红梅 春雨 暖阳 先锋 蓝盾 磐石 星火 启明'),
  named(
    /^[^，。]{0,4}(?:页面|界面|窗口|菜单|模块|栏目|按钮|选项)/,
    ANY,
    '系统设置 用户管理 日志查询 权限配置 参数维护 数据导出 报表中心 消息中心 任务列表 基础资料 提交 保存 撤回 审核 关闭 下发 导出',
  ),
  named(
    /^[^，。]{0,3}(?:研学课程|研学|课程|夏令营|训练营)/,
    ANY,
    '小小讲解员 小小考古家 小小修复师 少年科学家 国学小书童 非遗小传人',
  ),
  named(
    /^[^，。]{0,3}(?:特展|展览|巡展|专题展)/,
    ANY,
    '盛世风华 丝路遗珍 江南雅韵 山河锦绣 海上丝路遗珍 大唐风华',
  ),
  named(
    /^[^，。]{0,3}(?:行动|工程|计划|活动)/,
    RURAL,
    '千村示范 头雁领航 清洁家园 百企兴百村 种业振兴 厕所革命',
  ),
  named(
    /^[^，。]{0,3}(?:行动|工程|计划)/,
    FIRM,
    '智改数转 百千万 机器换人 链长领航 育苗登高 技改倍增 小升规',
  ),
  named(
    /^[^，。]{0,3}(?:行动|工程|计划|活动)/,
    PUBLIC,
    '阳光政务 百日攻坚 清风护航 暖心服务 美丽街区 平安守护',
  ),
  named(
    /^[^，。]{0,3}(?:联合)?(?:实验室|研究中心|创新中心)/,
    FIRM,
    '智能传感联合实验室 柔性制造联合实验室 工业视觉联合实验室 数字孪生联合实验室',
  ),
];

const LOCAL_HONOURS =
  '劳动模范 先进工作者 技术标兵 青年岗位能手 三八红旗手 优秀志愿者 文明单位 青年文明号 工人先锋号'.split(' ');

/** 安平市技术能手 → 安平市劳动模范: what the same place may award. */
export function localHonours(honour: string): readonly string[] {
  const place = /^[\u3400-\u9fff]{2,3}[省市县区]/.exec(honour)?.[0];
  return place === undefined ? [] : LOCAL_HONOURS.map((name) => place + name);
}

/** Names of the same kind for a quoted name, by the words behind it and what the text is about. */
export function namesOfKind(behind: string, article: string): readonly string[] {
  const kinds = NAMED.filter(({ head, field }) => head.test(behind) && field.test(article));
  const speaksOf = ({ field }: Named) => (field === ANY ? 1 : article.split(field).length);
  const [most] = kinds.toSorted((a, b) => speaksOf(b) - speaksOf(a));
  return most?.names ?? [];
}

/** 《…办法》 may be 《…条例》: kinds of documents that govern the same matter. */
export const DOCUMENT_KINDS: readonly (readonly string[])[] = [
  '管理办法 管理条例 管理规定 实施细则'.split(' '),
  '暂行办法 实施细则 管理条例 若干规定'.split(' '),
  '暂行规定 管理条例 实施细则 暂行办法'.split(' '),
  '发展规划 行动计划 实施方案 指导意见'.split(' '),
  '实施意见 行动方案 若干措施 工作要点'.split(' '),
  '指导意见 行动计划 实施方案 发展规划'.split(' '),
  '行动计划 指导意见 发展规划 实施方案'.split(' '),
  '实施方案 指导意见 行动计划 若干措施'.split(' '),
  '条例 办法 规定 实施细则'.split(' '),
  '办法 条例 规定 实施细则'.split(' '),
  '规定 条例 办法 实施细则'.split(' '),
  '规范 标准 指南 规程'.split(' '),
  '规程 规范 标准 指南'.split(' '),
  '指南 手册 规范 标准'.split(' '),
  '守则 规程 公约 须知'.split(' '),
  '纲要 规划 意见 方案'.split(' '),
];

export const PERIODICALS: readonly (readonly string[])[] = [
  '《中华内科杂志》 《中华外科杂志》 《中华消化杂志》 《中华儿科杂志》 《中华骨科杂志》 《中华护理杂志》 《中华心血管病杂志》 《中华神经科杂志》'.split(
    ' ',
  ),
  '《人民日报》 《光明日报》 《经济日报》 《科技日报》 《工人日报》 《农民日报》 《中国青年报》'.split(' '),
  '《自然》 《科学》 《细胞》 《柳叶刀》'.split(' '),
  '《机械工程学报》 《自动化学报》 《计算机学报》 《电子学报》 《力学学报》 《化工学报》'.split(' '),
  '《考古》 《文物》 《考古学报》 《中国史研究》 《历史研究》'.split(' '),
];
