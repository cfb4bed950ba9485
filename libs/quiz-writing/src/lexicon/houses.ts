/** Organisations of one family with the post that heads each, so that one may stand beside another of the same place. */
const FAMILIES: readonly string[] = [
  '发展和改革委员会:主任 教育局:局长 教育体育局:局长 科学技术局:局长 工业和信息化局:局长 民政局:局长 司法局:局长 财政局:局长 人力资源和社会保障局:局长 自然资源局:局长 生态环境局:局长 住房和城乡建设局:局长 交通运输局:局长 水利局:局长 农业农村局:局长 商务局:局长 文化和旅游局:局长 卫生健康委员会:主任 应急管理局:局长 市场监督管理局:局长 统计局:局长 医疗保障局:局长 体育局:局长 城市管理局:局长 审计局:局长',
  '发展改革委:主任 卫生健康委:主任 国资委:主任 教委:主任 科委:主任 经信委:主任',
  '发展和改革委员会:主任 教育厅:厅长 科学技术厅:厅长 工业和信息化厅:厅长 民政厅:厅长 财政厅:厅长 人力资源和社会保障厅:厅长 自然资源厅:厅长 生态环境厅:厅长 住房和城乡建设厅:厅长 交通运输厅:厅长 水利厅:厅长 农业农村厅:厅长 商务厅:厅长 文化和旅游厅:厅长',
  '农业技术推广中心:主任 种子管理站:站长 植物保护站:站长 土壤肥料站:站长 农机推广站:站长 畜牧兽医站:站长',
  '人民医院:院长 中医院:院长 妇幼保健院:院长 疾病预防控制中心:主任 中心血站:站长',
  '心血管内科:主任 神经内科:主任 消化内科:主任 呼吸内科:主任 内分泌科:主任 肾内科:主任 血液内科:主任 骨科:主任 神经外科:主任 泌尿外科:主任 普外科:主任 儿科:主任 妇产科:主任 眼科:主任 急诊科:主任 重症医学科:主任 康复科:主任 放射科:主任 检验科:主任 药剂科:主任 护理部:主任 医务科:科长 院感科:科长',
  '教务处:处长 学生处:处长 科研处:处长 人事处:处长 财务处:处长 招生就业处:处长 后勤处:处长 保卫处:处长 团委:书记',
  '教务处:主任 政教处:主任 总务处:主任 教科室:主任 团委:书记 校办公室:主任',
  '研发部:部长 生产部:部长 质量部:部长 销售部:部长 采购部:部长 人力资源部:部长 财务部:部长 设备部:部长 物流部:部长 信息部:部长 安全环保部:部长',
  '研发部:经理 生产部:经理 质量部:经理 销售部:经理 采购部:经理 人力资源部:经理 财务部:经理 设备部:经理 物流部:经理 信息部:经理 市场部:经理',
  '研发中心:主任 检测中心:主任 培训中心:主任 数据中心:主任 客服中心:主任 物流中心:主任',
  '博物馆:馆长 图书馆:馆长 文化馆:馆长 美术馆:馆长 科技馆:馆长 档案馆:馆长',
  '总装车间:主任 冲压车间:主任 焊装车间:主任 涂装车间:主任 机加工车间:主任 热处理车间:主任 铸造车间:主任',
  '铁路局:局长 车务段:段长 机务段:段长 工务段:段长 电务段:段长 供电段:段长 客运段:段长',
  '公安局:局长 人民法院:院长 人民检察院:检察长 司法局:局长',
];

interface House {
  readonly name: string;
  readonly head: string;
}

const HOUSES: readonly (readonly House[])[] = FAMILIES.map((line) =>
  line.split(' ').map((entry) => {
    const [name = '', head = ''] = entry.split(':');
    return { name, head };
  }),
);

/** What may stand before the name of an office or a department: a place, a house, nothing. */
const SEAT = /(?:^|[省市县区州旗镇乡院司厂校团]|大学|公司|集团)$/;

/** Other houses of the family, in the same place: 海门市财政局 → 海门市商务局. Empty when the family is not known. */
export function otherHouses(organisation: string): readonly House[] {
  for (const family of HOUSES) {
    const own = family.find(({ name }) => {
      return organisation.endsWith(name) && SEAT.test(organisation.slice(0, -name.length));
    });
    if (!own) continue;
    const place = organisation.slice(0, -own.name.length);
    return family
      .filter(({ name }) => name.slice(0, 2) !== own.name.slice(0, 2))
      .map(({ name, head }) => ({ name: place + name, head }));
  }
  return [];
}

/** Of 局 the head is 局长, and a deputy is 副局长: the post that answers to `post` in another house. */
export function samePostIn({ name, head }: House, post: string): string | null {
  const heads = /^(副?)(?:主任|局长|厅长|站长|院长|处长|部长|馆长|段长|科长|书记|经理|检察长)$/.exec(post);
  return heads ? name + (heads[1] ?? '') + head : null;
}
