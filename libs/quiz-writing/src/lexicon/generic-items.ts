/**
 * Members that a list of the same build might have, for when the article offers none: measures (verb and object) and
 * fields of work (noun and verbal noun). Everyday wording, true of no text in particular.
 */
const MEASURES =
  '加大财政投入 优化营商环境 培育龙头企业 引进高端人才 搭建服务平台 建设示范园区 开展技能培训 设立专项基金 举办行业论坛 简化审批流程 降低用电成本 完善基础设施 拓展海外市场 健全管理制度 扩大对外开放 加强质量监督 推广节能技术 修订行业标准 组织专家评审 减免相关税费 扩建生产基地 延长服务时间 更新检测设备 压缩办理时限 盘活闲置厂房';
const FIELDS =
  '市场推广 资本运作 标准制定 学术交流 品牌建设 技术转让 设备共享 人员培训 物流配送 质量检测 成果转化 信息发布 安全管理 售后服务 融资担保 法律咨询 知识产权 环境保护 应急救援 招商引资';
const SECTORS =
  '教育 医疗 交通 物流 金融 能源 环保 农业 旅游 文化 体育 养老 电力 建筑 矿山 港口 化工 钢铁 纺织 食品 医药 汽车 家电 航空 船舶 电子';
const FACTORS = '成本 质量 效率 安全 服务 品牌 渠道 物流 库存 能耗 设备 工艺 材料 人员 环境 计划 订单 价格';

export const GENERIC_MEASURES: readonly string[] = MEASURES.split(' ');
export const GENERIC_FIELDS: readonly string[] = FIELDS.split(' ');
export const GENERIC_SECTORS: readonly string[] = SECTORS.split(' ');
export const GENERIC_FACTORS: readonly string[] = FACTORS.split(' ');
