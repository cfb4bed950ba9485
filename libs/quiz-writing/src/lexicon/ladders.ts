/**
 * Posts that the holder of a post does not hold as well. 董事长 and 党委书记, 局长 and 党组书记, 校长 and 教授 are often one
 * person, so they never stand beside each other.
 */
interface Ladder {
  /** Whose posts: the end of the organisation's name, or nothing for any. */
  readonly house: RegExp;
  readonly post: RegExp;
  readonly others: readonly string[];
}

const COMPANY = /公司$|集团$|厂$|企业$|分行$|银行$|支行$/;
const UNIVERSITY = /大学$/;
const COLLEGE = /学院$/;
const SCHOOL = /中学$|小学$|学校$|一中$|二中$|幼儿园$/;
const INSTITUTE = /研究[院所]$|设计院$|科学院$|实验室$/;
const HOSPITAL = /医院$|卫生院$|保健院$/;
const OFFICE = /[局厅署]$/;
const COMMITTEE = /委员会$|委$|办公室$|中心$|管委会$/;
const SOCIETY = /协会$|学会$|商会$|联盟$|联合会$|基金会$|促进会$/;
const MUSEUM = /[馆站台社队院]$/;

const rung = (house: RegExp, post: RegExp, others: string): Ladder => ({
  house,
  post,
  others: others.split(' '),
});

const LADDERS: readonly Ladder[] = [
  rung(COMPANY, /^(?:董事长|副董事长)$/, '副总经理 总工程师 财务总监 监事会主席 董事会秘书'),
  rung(COMPANY, /^(?:总经理|总裁|行长|首席执行官)$/, '副总经理 总工程师 财务总监 监事会主席 董事会秘书'),
  rung(COMPANY, /^(?:厂长)$/, '副厂长 总工程师 生产科科长 车间主任'),
  rung(COMPANY, /^(?:党委书记|党总支书记|党支部书记|书记)$/, '工会主席 总工程师 财务总监 副总经理'),
  rung(COMPANY, /^(?:副总经理|副总裁|常务副总经理)$/, '董事长 总经理 监事会主席'),
  rung(
    COMPANY,
    /^(?:总工程师|首席技术官|首席工程师|首席科学家|总设计师)$/,
    '总经理 财务总监 董事会秘书 销售总监',
  ),
  rung(COMPANY, /^(?:财务总监|首席财务官|总会计师)$/, '总工程师 总经理 监事会主席 生产总监'),
  rung(COMPANY, /^(?:创始人|联合创始人|创办人)$/, '总工程师 财务总监 监事会主席'),
  rung(COMPANY, /^(?:车间主任|班组长|班长|工段长)$/, '质检员 调度员 仓库保管员 安全员'),
  rung(UNIVERSITY, /^(?:党委书记|书记)$/, '校长 副校长 教务处处长 工会主席'),
  rung(UNIVERSITY, /^校长$/, '党委书记 副校长 教务处处长 工会主席'),
  rung(UNIVERSITY, /^副校长$/, '校长 党委书记 教务处处长 图书馆馆长'),
  rung(COLLEGE, /^(?:党委书记|书记)$/, '院长 副院长 工会主席'),
  rung(COLLEGE, /^院长$/, '副院长 教务处处长 工会主席'),
  rung(COLLEGE, /^副院长$/, '院长 党委书记'),
  rung(SCHOOL, /^校长$/, '副校长 教务主任 总务主任 德育主任'),
  rung(SCHOOL, /^副校长$/, '校长 教务主任 德育主任'),
  rung(INSTITUTE, /^(?:院长|所长|主任)$/, '副院长 副所长 办公室主任'),
  rung(HOSPITAL, /^院长$/, '副院长 护理部主任 医务科科长'),
  rung(HOSPITAL, /^副院长$/, '院长 护理部主任 医务科科长'),
  rung(OFFICE, /^[局厅署]长$/, '副局长 副厅长 副署长 办公室主任'),
  rung(OFFICE, /^副[局厅署]长$/, '局长 厅长 署长 办公室主任'),
  rung(/办事处$/, /^主任$/, '副主任 人大工委主任 武装部部长 党政办公室主任'),
  rung(OFFICE, /^(?:总工程师|总经济师|总规划师)$/, '局长 副局长 厅长 副厅长 办公室主任'),
  rung(COMMITTEE, /^主任$/, '副主任 办公室主任'),
  rung(COMMITTEE, /^副主任$/, '主任 办公室主任'),
  rung(/市$/, /^(?:市长)$/, '副市长 市委书记 市政协主席 市人大常委会主任'),
  rung(/市$/, /^(?:市委书记)$/, '市长 副市长 市政协主席'),
  rung(/市$/, /^(?:副市长)$/, '市长 市委书记 市政协主席'),
  rung(/县$/, /^(?:县长)$/, '副县长 县委书记 县政协主席'),
  rung(/县$/, /^(?:县委书记)$/, '县长 副县长 县政协主席'),
  rung(/区$/, /^(?:区长)$/, '副区长 区委书记 区政协主席'),
  rung(/镇$/, /^(?:镇长)$/, '副镇长 镇党委书记 镇人大主席'),
  rung(/村$/, /^(?:村党支部书记|党支部书记|支部书记)$/, '会计 妇女主任 治保主任'),
  rung(SOCIETY, /^(?:会长|理事长)$/, '副会长 秘书长 副秘书长 监事长'),
  rung(SOCIETY, /^秘书长$/, '会长 副会长 监事长'),
  rung(MUSEUM, /^馆长$/, '副馆长 保管部主任 陈列部主任'),
  rung(MUSEUM, /^站长$/, '副站长 值班站长 客运主任'),
  rung(MUSEUM, /^台长$/, '副台长 总编辑 总工程师'),
  rung(MUSEUM, /^队长$/, '副队长 指导员 教练'),
  rung(MUSEUM, /^社长$/, '副社长 总编辑 发行部主任'),
  rung(MUSEUM, /^院长$/, '副院长 办公室主任'),
  rung(/(?:)/, /^教授$/, '副教授 讲师 助教'),
  rung(/(?:)/, /^副教授$/, '教授 讲师 助教'),
  rung(/(?:)/, /^研究员$/, '副研究员 助理研究员'),
  rung(/(?:)/, /^主任医师$/, '副主任医师 主治医师 住院医师'),
  rung(/(?:)/, /^(?:高级工程师)$/, '工程师 助理工程师'),
  rung(/(?:)/, /^政协委员$/, '人大代表'),
  rung(/(?:)/, /^人大代表$/, '政协委员'),
];

/** 院 has no 副局长: the second character of an other post must suit the house as the first post does. */
function suits(organisation: string, other: string): boolean {
  const own = /^副?([局厅署院所])长$/.exec(other)?.[1];
  return own === undefined || organisation.endsWith(own);
}

/** Other posts of the same house that nobody holds together with this one, the likelier mix-ups first. */
export function otherPostsAt(organisation: string, post: string): readonly string[] {
  const ladder = LADDERS.find(
    ({ house, post: held }) => (organisation === '' || house.test(organisation)) && held.test(post),
  );
  return (ladder?.others ?? []).filter((other) => other !== post && suits(organisation, other));
}
