const BY_REGION: Readonly<Record<string, string>> = {
  青岛: '中国海洋大学 青岛大学 青岛科技大学 青岛理工大学 青岛农业大学',
  济南: '山东大学 济南大学 山东师范大学 齐鲁工业大学 山东建筑大学',
  山东: '山东大学 山东师范大学 山东科技大学 山东理工大学 山东农业大学 中国石油大学 烟台大学',
  北京: '清华大学 北京大学 北京航空航天大学 北京理工大学 北京交通大学 北京科技大学 北京邮电大学 中国人民大学',
  上海: '复旦大学 上海交通大学 同济大学 华东师范大学 华东理工大学 上海大学 东华大学',
  天津: '南开大学 天津大学 天津理工大学 天津工业大学 河北工业大学',
  重庆: '重庆大学 西南大学 重庆邮电大学 重庆交通大学 重庆理工大学',
  浙江: '浙江大学 浙江工业大学 浙江理工大学 浙江师范大学 杭州电子科技大学 宁波大学',
  江苏: '南京大学 东南大学 南京理工大学 南京航空航天大学 苏州大学 江南大学 江苏大学',
  广东: '中山大学 华南理工大学 暨南大学 深圳大学 广东工业大学 华南农业大学',
  湖北: '武汉大学 华中科技大学 武汉理工大学 华中师范大学 中国地质大学 华中农业大学',
  湖南: '中南大学 湖南大学 湖南师范大学 湘潭大学 长沙理工大学',
  陕西: '西安交通大学 西北工业大学 西安电子科技大学 西北大学 长安大学',
  四川: '四川大学 电子科技大学 西南交通大学 西南石油大学 四川农业大学',
  辽宁: '大连理工大学 东北大学 大连海事大学 辽宁大学 沈阳工业大学',
  黑龙江: '哈尔滨工业大学 哈尔滨工程大学 东北林业大学 东北农业大学 黑龙江大学',
  吉林: '吉林大学 东北师范大学 长春理工大学 吉林农业大学',
  安徽: '中国科学技术大学 合肥工业大学 安徽大学 安徽农业大学 安徽工业大学',
  福建: '厦门大学 福州大学 华侨大学 福建农林大学 福建师范大学',
  河南: '郑州大学 河南大学 河南科技大学 河南理工大学 河南农业大学',
  河北: '燕山大学 河北大学 河北农业大学 河北师范大学',
  江西: '南昌大学 江西财经大学 江西农业大学 江西师范大学 南昌航空大学',
  山西: '太原理工大学 山西大学 中北大学 山西农业大学',
  云南: '云南大学 昆明理工大学 云南师范大学 云南农业大学',
  广西: '广西大学 桂林电子科技大学 广西师范大学 桂林理工大学',
};
const KINDS = '师范大学 理工大学 工业大学 科技大学 农业大学 医科大学 财经大学'.split(' ');
const COLLEGE_KINDS = '职业技术学院 工学院 师范学院 商学院 技师学院 医学院'.split(' ');
const KNOWN = Object.values(BY_REGION).map((line) => line.split(' '));

/**
 * Universities of the same place: the known ones where there are such, else the usual names of universities behind the name
 * of the place (临江大学 → 临江师范大学).
 */
export function otherUniversities(name: string): readonly string[] {
  const home = KNOWN.find((all) => all.includes(name));
  const region = Object.keys(BY_REGION).find((place) => name.startsWith(place));
  const known = home ?? (region ? (BY_REGION[region] ?? '').split(' ') : []);
  if (known.length > 0 && name.endsWith('大学')) return known.filter((other) => other !== name);
  const place = /^([\u3400-\u9fff]{2,3}?)(?:[\u3400-\u9fff]{0,4})(?:大学|学院)$/.exec(name)?.[1];
  if (place === undefined || name.length > 9) return [];
  const kinds = name.endsWith('大学') ? KINDS : COLLEGE_KINDS;
  return kinds.map((kind) => place + kind).filter((other) => other !== name);
}
