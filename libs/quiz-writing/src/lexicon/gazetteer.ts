const CITIES_BY_PROVINCE: Readonly<Record<string, string>> = {
  山东: '济南 青岛 淄博 枣庄 东营 烟台 潍坊 济宁 泰安 威海 日照 临沂 德州 聊城 滨州 菏泽',
  江苏: '南京 无锡 徐州 常州 苏州 南通 连云港 淮安 盐城 扬州 镇江 泰州 宿迁',
  浙江: '杭州 宁波 温州 嘉兴 湖州 绍兴 金华 衢州 舟山 台州 丽水',
  安徽: '合肥 芜湖 蚌埠 淮南 马鞍山 淮北 铜陵 安庆 黄山 滁州 阜阳 宿州 六安 亳州 池州 宣城',
  福建: '福州 厦门 莆田 三明 泉州 漳州 南平 龙岩 宁德',
  江西: '南昌 景德镇 萍乡 九江 新余 鹰潭 赣州 吉安 宜春 抚州 上饶',
  河北: '石家庄 唐山 秦皇岛 邯郸 邢台 保定 张家口 承德 沧州 廊坊 衡水',
  山西: '太原 大同 阳泉 长治 晋城 朔州 晋中 运城 忻州 临汾 吕梁',
  河南: '郑州 开封 洛阳 平顶山 安阳 鹤壁 新乡 焦作 濮阳 许昌 漯河 三门峡 南阳 商丘 信阳 周口 驻马店',
  湖北: '武汉 黄石 十堰 宜昌 襄阳 鄂州 荆门 孝感 荆州 黄冈 咸宁 随州',
  湖南: '长沙 株洲 湘潭 衡阳 邵阳 岳阳 常德 张家界 益阳 郴州 永州 怀化 娄底',
  广东: '广州 深圳 珠海 汕头 佛山 韶关 湛江 肇庆 江门 茂名 惠州 梅州 汕尾 河源 阳江 清远 东莞 中山 潮州 揭阳 云浮',
  广西: '南宁 柳州 桂林 梧州 北海 防城港 钦州 贵港 玉林 百色 贺州 河池 来宾 崇左',
  四川: '成都 自贡 攀枝花 泸州 德阳 绵阳 广元 遂宁 内江 乐山 南充 眉山 宜宾 广安 达州 雅安 巴中 资阳',
  贵州: '贵阳 六盘水 遵义 安顺 毕节 铜仁',
  云南: '昆明 曲靖 玉溪 保山 昭通 丽江 普洱 临沧',
  陕西: '西安 铜川 宝鸡 咸阳 渭南 延安 汉中 榆林 安康 商洛',
  甘肃: '兰州 嘉峪关 金昌 白银 天水 武威 张掖 平凉 酒泉 庆阳 定西 陇南',
  辽宁: '沈阳 大连 鞍山 抚顺 本溪 丹东 锦州 营口 阜新 辽阳 盘锦 铁岭 朝阳 葫芦岛',
  吉林: '长春 吉林 四平 辽源 通化 白山 松原 白城',
  黑龙江: '哈尔滨 齐齐哈尔 鸡西 鹤岗 双鸭山 大庆 伊春 佳木斯 七台河 牡丹江 黑河 绥化',
  内蒙古: '呼和浩特 包头 乌海 赤峰 通辽 鄂尔多斯 呼伦贝尔 巴彦淖尔 乌兰察布',
  新疆: '乌鲁木齐 克拉玛依 吐鲁番 哈密',
  宁夏: '银川 石嘴山 吴忠 固原 中卫',
  海南: '海口 三亚 三沙 儋州',
};
const COUNTIES: Readonly<Record<string, string>> = {
  杭州: '桐庐县 淳安县 建德市 临安区',
  宁波: '象山县 宁海县 余姚市 慈溪市',
  湖州: '德清县 长兴县 安吉县',
  嘉兴: '嘉善县 海盐县 海宁市 平湖市 桐乡市',
  绍兴: '新昌县 诸暨市 嵊州市',
  温州: '永嘉县 平阳县 苍南县 文成县 泰顺县 瑞安市 乐清市',
  金华: '武义县 浦江县 磐安县 兰溪市 义乌市 东阳市 永康市',
  青岛: '胶州市 平度市 莱西市 即墨区 黄岛区 城阳区',
  烟台: '龙口市 莱阳市 莱州市 招远市 栖霞市 海阳市',
  潍坊: '临朐县 昌乐县 青州市 诸城市 寿光市 安丘市 高密市 昌邑市',
  济宁: '微山县 鱼台县 金乡县 嘉祥县 汶上县 泗水县 曲阜市 邹城市',
  临沂: '沂南县 郯城县 沂水县 费县 平邑县 莒南县 蒙阴县 临沭县',
  苏州: '常熟市 张家港市 昆山市 太仓市',
  无锡: '江阴市 宜兴市',
  南通: '如东县 启东市 如皋市 海安市',
  盐城: '响水县 滨海县 阜宁县 射阳县 建湖县 东台市',
  泉州: '惠安县 安溪县 永春县 德化县 石狮市 晋江市 南安市',
  合肥: '长丰县 肥东县 肥西县 庐江县 巢湖市',
  长沙: '长沙县 浏阳市 宁乡市',
  成都: '金堂县 大邑县 蒲江县 都江堰市 彭州市 邛崃市 崇州市',
  郑州: '中牟县 巩义市 荥阳市 新密市 新郑市 登封市',
  石家庄: '正定县 行唐县 灵寿县 高邑县 赞皇县 平山县 辛集市 新乐市',
  唐山: '滦南县 乐亭县 迁西县 玉田县 遵化市 迁安市',
  西安: '蓝田县 周至县',
  大连: '长海县 瓦房店市 庄河市',
};
const CITIES_OF = new Map(
  Object.entries(CITIES_BY_PROVINCE).map(([province, line]) => [province, line.split(' ')] as const),
);
const COUNTIES_OF = new Map(Object.entries(COUNTIES).map(([city, line]) => [city, line.split(' ')] as const));
export const MUNICIPALITIES = ['北京', '天津', '上海', '重庆'];
const PROVINCES = [...CITIES_OF.keys()].filter((name) => !/^(?:广西|内蒙古|新疆|宁夏)$/.test(name));
/** The capital and the large ports and plants of each province: what stands beside a city of no named province. */
const LARGE =
  '北京 上海 广州 深圳 天津 重庆 成都 武汉 杭州 南京 西安 苏州 宁波 大连 厦门 长沙 郑州 合肥 济南 青岛 沈阳 哈尔滨 长春 福州 昆明 南昌 无锡 佛山 东莞 石家庄 太原'.split(
    ' ',
  );

/**
 * Places of the same rank, near the answer and written as it is: 浙江省湖州市德清县 → 浙江省湖州市安吉县, 山东省 → 江苏省.
 * Empty for places nobody knows.
 */
export function otherPlacesNear(answer: string): readonly string[] {
  const county = /^((?:[^省]{2,3}省)?)([^省]{2,4})市([\u3400-\u9fff]{1,4}[县市区])$/.exec(answer);
  if (county) {
    const [, province = '', city = '', own = ''] = county;
    const same = COUNTIES_OF.get(city) ?? [];
    const near = neighboursOf(city).flatMap((other) =>
      (COUNTIES_OF.get(other) ?? []).map((each) => `${province}${other}市${each}`),
    );
    const known = same.includes(own) || near.length > 0;
    return known
      ? [...same.filter((other) => other !== own).map((other) => `${province}${city}市${other}`), ...near]
      : [];
  }
  const inProvince = /^([^省]{2,3})省([^省]{2,4})市$/.exec(answer);
  if (inProvince) {
    const [, province = '', city = ''] = inProvince;
    const head = answer.slice(0, -city.length - 1);
    const mates = CITIES_OF.get(province) ?? [];
    if (mates.includes(city))
      return mates.filter((other) => other !== city).map((other) => `${head}${other}市`);
  }
  const ending = /[省市]$/.exec(answer)?.[0] ?? '';
  const bare = ending === '' ? answer : answer.slice(0, -1);
  const rank = [PROVINCES, LARGE].find((all) => all.includes(bare)) ?? [bare, ...neighboursOf(bare)];
  if (ending === '省' && !PROVINCES.includes(bare)) return [];
  return rank.filter((other) => other !== bare).map((other) => other + ending);
}

/** Other cities of the city's province. */
function neighboursOf(city: string): readonly string[] {
  const mates = [...CITIES_OF.values()].find((cities) => cities.includes(city));
  return mates?.filter((other) => other !== city) ?? [];
}
