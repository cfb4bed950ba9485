/** Words that jieba's dictionary tags in a way that hides the verb of a sentence, or splits. One tag a line. */
const CORRECTED: Readonly<Record<string, string>> = {
  v: '充分发挥 占据主动 持续保持 步入 助力 谋划 赋能 塑造出 深化 领跑 首创 首发 跃居 跻身 位居 位列 荣获 获评 获批 入选 落户 落地 投产 竣工 揭牌 挂牌 签约 亮相 问世 上线 下线 开通 开航 开港 建成 建港 突破 超过 达到 增至 升至 降至 增长 下降 提升 提高 位于 坐落于 始建于 成立于 创建于 创办于 诞生于 出生于 毕业于 隶属于 源于 源自 兼任 出任 发布 印发 出台 签署 生效 组建 牵头 承办 主办 协办 联合 助推 打通 做强 做大 做优 补齐 筑牢 建有 设有 拥有 涵盖 覆盖 包括 包含 构成 组成 分为 指 称为 新建 新增 扩建 改建 改扩建 交付使用 投入使用 投入运营 历经 历时 上市 启动 内置 搭载 配备 标配 收到 销往 通航 惠及 投向 更名 更名为 改名 改名为 改称 升格 升格为 简称 又称 俗称 别名',
  d: '着力 率先 全力 累计 共计 总计 预计 首次 已 已经 均 共 尚 曾 曾经 仍 仍然 正式 先后 陆续 相继 大幅 稳步',
  a: '宝贵 齐全 双赢 精准',
  b: '可支配 人均 全自动化',
  vn: '投入 收入 支出 贷款 存款',
  nz: '同济 同仁',
  n: '工业和信息化 人力资源和社会保障 住房和城乡建设 文化和旅游 发展和改革 自然资源和规划 协定 协议 公约 条约 条例 智能制造 数字化转型 高质量发展 乡村振兴 科技创新 技术改造 固定资产投资 营商环境 职业教育 公共服务 环境保护 安全生产 总投资 注册资本 总产值 营业收入 吞吐量 占地面积 建筑面积',
};

export const TAG_CORRECTIONS: readonly { readonly text: string; readonly tag: string }[] = Object.entries(
  CORRECTED,
).flatMap(([tag, words]) => words.split(' ').map((text) => ({ text, tag })));
