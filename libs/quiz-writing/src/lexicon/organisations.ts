/** Endings that make a run of nouns an organisation, the longest first. */
export const ORGANISATION_ENDINGS: readonly string[] = (
  '股份有限公司|有限责任公司|有限公司|集团公司|分公司|子公司|总公司|公司|集团|大学|学院|中学|小学|研究院|研究所|设计院|实验室|科学院|工程院|' +
  '联合国|委员会|管委会|居委会|组委会|协会|学会|商会|联合会|基金会|理事会|联盟|联合体|银行|证券|保险公司|报社|出版社|通讯社|电视台|博物馆|图书馆|美术馆|医院|' +
  '总局|管理局|统计局|专利局|铁路局|气象局|教育局|税务局|海关|外交部|教育部|商务部|财政部|科技部|工信部|信息化部|交通运输部|农业农村部|办公室|办公厅|厅|人民政府|市政府|省政府|区政府|县政府|政府|法院|检察院|工会|合作社|工厂|造船厂|炼油厂|发电厂|机床厂|纺织厂|啤酒厂|制造厂|钢铁厂|水泥厂|电厂|码头|港务局|工作室|孵化器|事务所|俱乐部|剧院|剧团|设计中心|研究中心|创新中心|服务中心|数据中心|检测中心|培训中心|中心'
)
  .split('|')
  .toSorted((a, b) => b.length - a.length);

/** How a question asks for an organisation of that ending. */
const ASKED: readonly (readonly [RegExp, string])[] = [
  [/公司$|集团$|企业$/, '哪家公司'],
  [/大学$/, '哪所大学'],
  [/学院$/, '哪所学院'],
  [/中学$|小学$/, '哪所学校'],
  [/银行$/, '哪家银行'],
  [/医院$/, '哪家医院'],
  [/研究[院所]$|设计院$|科学院$|实验室$/, '哪家科研机构'],
  [/政府$/, '哪级政府'],
  [/厂$/, '哪家工厂'],
  [/平台$/, '哪个平台'],
  [/协会$|学会$|联盟$|联合会$|基金会$|联合国$|组织$/, '哪个组织'],
];

export function askForOrganisation(name: string): string {
  return ASKED.find(([ending]) => ending.test(name))?.[1] ?? '哪个单位';
}

/** What an organisation may be called after its full name was given: 公司, 学院, 该公司 … */
export const BARE_NAMES: Readonly<Record<string, RegExp>> = {
  公司: /公司$|集团$|中集$/,
  集团: /集团$|集团(?:股份)?有限公司$/,
  学院: /学院$/,
  学校: /大学$|学院$|中学$|小学$/,
  大学: /大学$/,
  平台: /平台$/,
  联盟: /联盟$/,
  协会: /协会$/,
  研究院: /研究院$/,
  研究所: /研究所$/,
  医院: /医院$/,
  银行: /银行$/,
  中心: /中心$/,
  工厂: /厂$/,
  基金会: /基金会$/,
};
