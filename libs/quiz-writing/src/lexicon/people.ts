const SINGLE =
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫经房裘缪干解应宗丁宣邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊惠甄曲家封芮储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍却璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公闫肖付代解初仝';
const COMPOUND = [
  '欧阳',
  '司马',
  '上官',
  '诸葛',
  '东方',
  '皇甫',
  '尉迟',
  '公孙',
  '慕容',
  '令狐',
  '司徒',
  '端木',
  '夏侯',
];

/** Length of the family name that the text starts with: 2 for 欧阳, 1 for 王, 0 for none. */
export function surnameLength(text: string): 0 | 1 | 2 {
  if (COMPOUND.includes(text.slice(0, 2))) return 2;
  return text !== '' && SINGLE.includes(text.charAt(0)) ? 1 : 0;
}

const POST_WORDS = [
  '党委书记|党组书记|总书记|支部书记|副书记|书记|副市长|市长|副省长|省长|区长|县长|镇长|村长|局长|副局长|厅长|副厅长|部长|副部长|司长|处长|科长|所长|副所长',
  '主任|副主任|委员长|副主席|主席|会长|副会长|理事长|秘书长|副秘书长|常委|院长|副院长|校长|副校长|馆长|站长|台长|社长|总编辑|主编',
  '董事长|副董事长|总裁|副总裁|总经理|副总经理|常务副总经理|总监|厂长|副厂长|车间主任|班组长|经理|合伙人|创始人|联合创始人|创办人|负责人|首席执行官|首席技术官|首席信息官|首席财务官|首席科学家|首席专家|首席工程师|首席架构师',
  '总工程师|总设计师|总会计师|总经济师|工程师|高级工程师|研究员|副研究员|教授|副教授|讲师|博士|院士|专家|学者|教师|老师|律师|医生|主任医师|设计师|架构师|技师|高级技师|队长|船长|组长|班长',
  '人大代表|政协委员|党代表|代表|委员|总理|副总理|首相|总统|国务卿|大臣|外长|发言人|新闻发言人|作家|诗人|画家|导演|演员|物理学家|化学家|数学家|经济学家|生物学家|天文学家|历史学家|哲学家|植物学家|动物学家|科学家|发明家|工人|农艺师|店长|经纪人|主持人',
].flatMap((line) => line.split('|'));

/** Posts and titles, the longest first so that 副董事长 is never read as 董事长. */
export const POSTS: readonly string[] = POST_WORDS.toSorted((a, b) => b.length - a.length);
export const POST_PATTERN = POSTS.join('|');

export const SPEECH_VERBS =
  '表示|认为|介绍|指出|坦言|看来|告诉|建议|透露|强调|提出|提到|谈到|坚信|回忆|分析|解释|呼吁|希望|说道|直言|补充|总结|感慨|评价说|评价|说|称';

/** Words that may stand right after a name: what ends it is not part of it. */
export const AFTER_NAME = new RegExp(
  `^(?:$|[，。、；：？！“”（）()《》\\s|—-]|${SPEECH_VERBS}|带领|率|在|向|对|与|和|及|为|是|的|等|从|于|出席|宣布|主持|致辞|同志|先生|女士|教授|博士|代表|委员|院士|创办|创立|创建|发起|担任|任|当选|获|被|曾|将|已|一行|团队|有|就|也|还|则|出生|毕业|发明|发现|编写|撰写|起草|牵头|主编)`,
);
export const NEVER_A_NAME =
  /表示|认为|介绍|指出|坦言|看来|告诉|建议|透露|强调|提出|提到|缩写|等人|和的|任期|会议|同志|先生|女士|团队|家属|单位|部门|公司|企业|成员|以及|代表|委员|记者|时间|工作|管理|通过|项目|平台|都是|都有|高度|强化|明确|经过|经济|计划|成为|成立|应当|应该|能够|相关|向来|关于|全国|国家|国务|文化|广大|农业|方面|方式|[说称]$|时代|安全|常务|常年|公开|公布/;

/** Other posts of the same house: what a reader may mix up, and what could really stand behind that organisation's name. */
const HOUSES: readonly (readonly [RegExp, readonly string[]])[] = [
  [/公司$|集团$|厂$/, ['董事长', '总经理', '副总经理', '总工程师', '党委书记', '财务总监', '首席技术官']],
  [
    /大学$|学院$|学校$|中学$|小学$/,
    ['党委书记', '校长', '副校长', '院长', '副院长', '教务处处长', '教授', '副教授'],
  ],
  [
    /研究[院所]$|设计院$|科学院$|实验室$/,
    ['院长', '所长', '副所长', '研究员', '副研究员', '总工程师', '首席专家'],
  ],
  [/[局厅]$/, ['局长', '副局长', '党组书记', '总工程师', '办公室主任']],
  [/委员会$|委$|办公室$|中心$|院$/, ['主任', '副主任', '党组书记', '秘书长', '总工程师']],
  [/市$/, ['市长', '副市长', '市委书记', '秘书长']],
  [/县$/, ['县长', '副县长', '县委书记']],
  [/区$/, ['区长', '副区长', '区委书记']],
  [/协会$|学会$|联盟$|联合会$|基金会$/, ['会长', '副会长', '理事长', '秘书长']],
];
const PAIRED: Readonly<Record<string, string>> = { 人大代表: '政协委员', 政协委员: '人大代表' };

/** Posts that the organisation might have instead of this one. */
export function otherPostsAt(organisation: string, post: string): readonly string[] {
  const paired = PAIRED[post];
  if (paired) return [paired];
  const house = HOUSES.find(([ending]) => ending.test(organisation))?.[1];
  if (house) {
    const wrongHouse = organisation.endsWith('大学')
      ? /院长$/
      : organisation.endsWith('学院')
        ? /校长$/
        : /(?!)/;
    return house.filter((other) => other !== post && !wrongHouse.test(other));
  }
  return organisation === ''
    ? (HOUSES.find(([, posts]) => posts.includes(post))?.[1] ?? []).filter((other) => other !== post)
    : [];
}
