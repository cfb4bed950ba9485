import type { Surroundings } from '../3-names/index.js';
import { onlyPlaceOf } from '../3-names/places.js';
import { surnameLength } from '../lexicon/people.js';
import type { Candidate } from '../candidate.js';
import { isGeneral } from './general.js';
import { openingOf, type Opening } from './opening.js';
import { cutByDictionary } from '../segmenter.js';
import type { GateRule } from './rule.js';
import { isSentence, sourceOf } from './source.js';

/** A part of a whole that only the place where it stands names. */
const HERE =
  /^(?:全[省市县区镇乡村州国校班厂院站所队行系](?=[\u3400-\u9fff])(?!国)|[省市县区镇乡村站厂所校院馆](?:里|上|内)|我[省市县区州校厂院]|本[省市县区])/;
/** 县农业农村局, 镇政府: of which county or town. */
const LOCAL =
  /^([省市县区镇乡])(?!长|场|民|级)(?=[\u3400-\u9fff]{0,14}(?:局|厅|委|院|政府|协会|学会|中心|公司|学校|大学|所|站|办公室|财政|领导|委员会|支队|大队|总队))/;
/** What was just told, in one word: 转机出现在2021年. */
const POINTS_BACK =
  /^(?:[\u3400-\u9fff]{2,6}[省市县区镇乡村])?的?(?:转机|转折|变化|难题|原因|事情|这件事|契机|隐患|问题)(?=出现|发生|来自|在于|是|有|解决|始于|$)/;
/** Follows from what stood before it. */
const FOLLOWS =
  /^(?:其间|期间|后经|后来|随后|其后|此举|届时|头(?:[\d一二三四五六七八九十两]+)[年个天次]|人家|大家|有的|有人|另外?一)/;
const LINKED = /^[^，；：。]{2,14}?(?:则|却|反而|便|相应|随之|同样)(?=[\u3400-\u9fff])/;
const NTH_DAY = /(?:^|，)第[一二三四五六七八九十百\d]+[天年个](?:，|[\u3400-\u9fff])/;
const MASTER =
  /^([\u3400-\u9fff])(?:师傅|老师|教授|主任|队长|站长|所长|院长|厂长|校长|局长|书记|工|总|老)(?![\u3400-\u9fff]{0,1}[·])/;
/** 时任所长汤亦农: of which institute. */
const HEAD =
  '(?:总|副|常务副)?(?:所长|院长|校长|局长|厂长|站长|馆长|会长|部长|处长|科长|董事长|理事长|秘书长|总经理|经理|总裁|书记|主任|裁判长|负责人)';
const POST_ALONE = new RegExp(`^(?:时任|首任|现任|前任|新任)?${HEAD}(?=[\\u3400-\\u9fff]{2,3}|为|是)`);
const POST_LEFT = new RegExp(
  `(?:辞去|接任|出任|担任|就任|兼任)(?:了|过)?${HEAD}(?:一?职务?)?(?=[，。；？]|是?在?(?:哪|什么时候|____)|于|$)`,
);
/** The second half of 人力资源和社会保障厅, 工业和信息化局. */
const CUT_NAME =
  /(?<![和与及、])(?:社会保障|信息化|城乡建设|改革委|改革局|旅游局|旅游厅|旅游委|广电和旅游|卫生局|新闻出版局)[\u3400-\u9fff]{0,3}(?:厅|局|委|部)?(?=[\u3400-\u9fff])/;
/** 一项调查显示？ 某人在哪一年发现？ 为适应林区开发的需要。 大赛自2001年创办以来。 */
const UNFINISHED =
  /(?:表明|显示|指出|认为|提出|坦言|证明|证实|介绍说?|(?<!被|首次|首先|最早|由[^，]{1,12})发现|的(?:需要|要求|基础上|同时|情况下)|以来|之际|之时|之初|期间|的时候)[。？]$/;
const SHORT_TITLE = /《([^《》]{2,5})》/g;
/** 是核电站总工程师, 中心主任某某: of which one. */
const HOUSE_POST = new RegExp(
  `(?:^|[，是])(?:公司|集团|学院|学校|大学|医院|中心|电站|核电站|保护站|研究所|研究院|实验室|合作社|协会|园区|基地|厂)(?:党委)?(?:总工程师|${HEAD}|教练)`,
);
const NUMBERED_THING = /^[一二三四五六七八九十\d]{1,3}号[\u3400-\u9fff]{2}/;
const DIRECTIVE = /应当?|不得|严禁|禁止|必须|须|要|可以?|宜|不应|立即|方可|确认|检查/;
/** There is one of each. */
const NATIONAL =
  /^(?:国务院|全国人大|国家[\u3400-\u9fff]{2,10}[局委部署院会]|(?:教育|科技|商务|财政|工业和信息化|农业农村|自然资源|生态环境|交通运输|水利|住房和城乡建设|人力资源(?:和)?社会保障|文化和旅游|公安|民政|司法|铁道|卫生|外交|应急管理|国防|林业|化工|机械工业|冶金)部)/;
const COUNTED_BY = /据([^，]{2,20}?)(?:统计|测算|估算|透露|核算|监测|调查|预测)，/;
const HOUSE_ALONE =
  /^(?:公司|集团|学院|学校|大学|医院|银行|协会|中心|实验室|试验站|研究所|研究院|平台|园区|基地|管理局|博物馆|合作社)(?=$|[\d_多]|内部?$)/;
/** 保护站和海事局联合…: the first is somebody's short name. */
const HOUSE =
  /^[\u3400-\u9fff]{0,2}(?:站|所|局|馆|院|厂|园|示范区|服务区|景区|水库|集团|公司|中心|学院|学校|医院|银行|协会)(?=[和与、及在将的由]|$)/;
/** 三号高炉 is told from the others by its number. */
const NUMBERED = /^[一二三四五六七八九十\d]{1,3}号(?=[\u3400-\u9fff])/;
/** Whom rules are for: 企业可…, 主管部门应…. */
const RULED_CLASS =
  /^(?:各?(?:企业|单位|个人|用户|参保人员|居民|职工|在职职工|退休人员|学生|申请人|选手|驾驶员|操作人员)|[^，]{0,14}主管部门)(?:可以?|应当?|须|不得|必须|要|在|凭|通过)/;
/** 数字经济, 冷藏集装箱行业: there is only one. */
const WHOLE_FIELD = /^[\u3400-\u9fff]{2,10}(?:行业|产业|经济|市场)(?:[近当目]期?前?)?$/;
/** Even a manual means a certain one by these. */
const REFERRING = /^(?:证书|备件|产品|数据|项目|活动|课程|比赛|大赛|展会|报告)/;
/** 在卡奥斯等企业的引领下, */
const NAMED_GROUP = /[^，的等]{2,8}等(?:企业|公司|单位|高校|院校|城市|平台|机构)/;
/** 药材商人|沈伯谦, 冠军|胡玉洁: said of whom. */
const KIND_OF_PERSON =
  /(?:人|员|师|手|长|家|工|生|者|冠军|亚军|季军|教授|主任|经理|总监|干部|农民|女儿|儿子|妻子|丈夫|父亲|母亲)$/;
const GOODS = /(?:口服液|颗粒|胶囊|药片|丸|膏|酒|茶|瓷|机|车|船|泵|器|系统|平台|芯片|软件|号)$/;
const DEMAND = /^(?:要|应|需|须|必须|希望|建议)/;

/** The question must say of whom or of what it speaks, in full. */
export const subjectRules: readonly GateRule[] = [
  {
    code: 'short-title',
    check: ({ stem, correct, finding }, { names }) => {
      if (finding.fact.kind !== 'alias' && /（(?:以下)?简称/.test(stem)) return '题干里混入了“以下简称”。';
      const short = [...`${stem}${correct.join('')}`.matchAll(SHORT_TITLE)]
        .map((match) => match[1] ?? '')
        .find((title) =>
          names.titles.some((full) => full.length > title.length + 2 && endsAlike(full, title)),
        );
      return short === undefined ? null : `《${short}》是文中自定的简称，题干没有写全名。`;
    },
  },
  {
    code: 'unnamed-subject',
    check: (candidate, context) => {
      if (!isSentence(candidate)) return null;
      const opening = openingOf(candidate.stem, context);
      return flawOf(candidate, opening, context);
    },
  },
  {
    code: 'unfinished',
    check: ({ type, stem }) => (type !== 'order' && UNFINISHED.test(stem) ? '话没有说完。' : null),
  },
  {
    code: 'cut-name',
    check: ({ stem, correct, wrong, finding }, context) => {
      const cut = [stem, ...correct, ...wrong]
        .map((text) => CUT_NAME.exec(text)?.[0])
        .find((name) => name !== undefined);
      if (cut !== undefined && !new RegExp(`(?<![和与及])${cut}`).test(context.article))
        return `“${cut}”只是半个机构名。`;
      if (finding.find.form !== 'foreign') return null;
      const { text, at } = sourceOf(finding);
      const term = /[\u3400-\u9fff]{2,12}(?=（[^（）]*$)/.exec(text.slice(0, at))?.[0] ?? '';
      const { subject } = finding.statement;
      const before = term.endsWith(subject) ? term.slice(0, -subject.length) : '';
      const joined = before === '' ? undefined : context.tag(before).at(-1);
      const again = before.slice(-2);
      const isNoun =
        joined &&
        (/^(?:n|vn|b|j|x|l|an)/.test(joined.tag) ||
          (again.length === 2 && context.tag(again)[0]?.tag !== 'v' && context.countOf(again) > 1));
      const opens =
        /(?:^|[，。；：、])$/.test(
          text
            .slice(0, at)
            .replace(/（[^（）]*$/, '')
            .slice(0, -term.length),
        ) && !/[的和与及是为或由用把将在称]|使用|采用|叫/.test(before);
      if (before !== '' && opens) return `“${subject}”只是“${term}”的一半。`;
      return joined && isNoun && !/[的和与及是为或由用]$/.test(before)
        ? `“${subject}”只是“${joined.text}${subject}”的一半。`
        : null;
    },
  },
  {
    code: 'half-name',
    check: (candidate, context) => {
      if (!isSentence(candidate)) return null;
      const { subject, clause } = openingOf(candidate.stem, context);
      const half = halfName(subject ?? clause.slice(0, 4), candidate, context);
      if (half) return `“${half.short}”应写明是“${half.full}”。`;
      const post = POST_ALONE.exec(clause)?.[0] ?? POST_LEFT.exec(candidate.stem)?.[0];
      const numbered = NUMBERED.test(clause) ? NUMBERED_THING.exec(clause)?.[0] : undefined;
      const whole =
        numbered &&
        new RegExp(`[\\u3400-\\u9fff]{2,8}(?:站|厂|公司|矿|港|局|馆|校)${numbered}`).exec(
          context.article,
        )?.[0];
      if (whole && !candidate.stem.includes(whole)) return `“${numbered}”应写明是“${whole}”。`;
      const bare = HOUSE_POST.exec([candidate.stem, ...candidate.correct].join('，'))?.[0];
      if (bare) return `“${bare.replace(/^[，是]/, '')}”没有写明是哪个单位的。`;
      return post && !context.isNamed(post) && candidate.finding.find.form !== 'post'
        ? `“${post}”没有写明是哪个单位的。`
        : null;
    },
  },
];

function endsAlike(full: string, title: string): boolean {
  return full.replace(/（[^（）]*）$/, '').endsWith(title);
}

function flawOf(
  candidate: Candidate,
  { leads, setting, clause, subject }: Opening,
  context: Surroundings,
): string | null {
  const { stem } = candidate;
  const follows = FOLLOWS.exec(clause)?.[0] ?? FOLLOWS.exec(setting)?.[0];
  if (follows) return `“${follows}”接着上文，题干没有说明所指。`;
  if (NTH_DAY.test(setting + clause)) return '“第几天”从哪里算起，题干没有说明。';
  const by = COUNTED_BY.exec(leads)?.[1] ?? '';
  const byLevel = LOCAL.exec(`${by}局`)?.[1];
  if (HOUSE_ALONE.test(by) || (byLevel && context.names.places.some((place) => place.endsWith(byLevel))))
    return `“据${by}统计”没有写明是哪里的。`;
  const back = POINTS_BACK.exec(clause)?.[0];
  if (back) return `“${back}”指的是上文，题干没有说明。`;
  const here = HERE.exec(clause)?.[0];
  if (here && !placeIsSaid(here, setting, candidate, context)) return `“${here}”没有写明是哪里。`;
  const level = LOCAL.exec(clause)?.[1];
  if (level && context.names.places.some((place) => place.endsWith(level)))
    return `“${clause.slice(0, 6)}”没有写明是哪个${level}的。`;
  // 据《某某会议纪要》，…: the document says whose meeting and whose rules these are.
  const { document } = candidate.finding.scene;
  if (document && stem.startsWith(document.lead)) return null;
  const general = isGeneral(context);
  if (!general && LINKED.test(clause)) return '题干只是上文的后半句。';
  if (subject === null) {
    if (
      general &&
      (DIRECTIVE.test(stem) ||
        context.isNamed(setting) ||
        (context.tag(clause)[0]?.tag.startsWith('n') ?? false))
    )
      return null;
    if (setting.startsWith('对') && /给予|予以|发放|奖励|补助|补贴/.test(stem)) return null;
    const start = clause.slice(0, 14);
    if (
      /^[由在从以对]/.test(clause) &&
      (context.isProper(start) || /^以[^，的]{2,10}为(?:代表|首|核心|龙头)的/.test(clause))
    )
      return null;
    return DEMAND.test(clause) && context.isProper(clause) ? null : '题干没有主语。';
  }
  if (/^(?:____|（ +）|谁|哪|多少|几|什么)/.test(subject)) return null;
  const [one = '', ...others] = subject.split(/[与和同及、]/);
  if (!general && others.length > 0 && one.length <= 4 && !context.isProper(one) && HOUSE.test(one))
    return `“${one}”没有写全名。`;
  if (/^距(?!离)/.test(subject)) return '题干没有主语。';
  if (NATIONAL.test(subject)) return null;
  const head = clause.slice(0, clause.indexOf(subject) + subject.length);
  if (!general && HOUSE_ALONE.test(subject) && !context.isProper(subject)) return `“${subject}”没有写全名。`;
  if (
    context.isProper(head) ||
    namesPerson(head, context) ||
    NUMBERED.test(subject) ||
    WHOLE_FIELD.test(subject)
  )
    return null;
  if (isProduct(subject, context)) return null;
  if (RULED_CLASS.test(clause) && (context.isProper(clause) || context.names.titles.length > 0)) return null;
  if (general) return REFERRING.test(subject) ? `“${subject}”没有写明是哪一个。` : null;
  if (/^一[场次起][^，]{2,10}[让使给]/.test(clause) && context.isProper(clause)) return null;
  if (context.isNamed(setting) || NAMED_GROUP.test(setting)) return null;
  return `“${subject}”说的是谁的、哪里的，题干没有写明。`;
}

/** 参芪口服液: a sort of goods behind a word that no dictionary has and the text comes back to. */
function isProduct(subject: string, { tag, countOf }: Surroundings): boolean {
  const head = subject.replace(GOODS, '');
  return (
    head !== subject &&
    /^[\u3400-\u9fff]{2,4}$/.test(head) &&
    cutByDictionary(head).length > 1 &&
    tag(head).every(({ text, tag: sort }) => text.length === 1 || sort === 'x') &&
    countOf(subject) > 1
  );
}

/** 岭安县某公司成立以来，全县…: the stem names the county, and the text only one. */
function placeIsSaid(here: string, setting: string, { stem }: Candidate, { names }: Surroundings): boolean {
  const level = /^[全我本]([省市县区镇乡村州])/.exec(here)?.[1];
  const place = level === undefined ? null : onlyPlaceOf(level, names.places);
  return place !== null && stem.slice(0, stem.indexOf(here)).includes(place);
}

/** 19岁的杨若溪: a name that the article says more than once, though nothing there tells who she is. */
function namesPerson(text: string, { tag, countOf }: Surroundings): boolean {
  return tag(text).some(
    ({ text: name, tag: sort }, at, tokens) =>
      surnameLength(name) > 0 &&
      ((sort === 'nr' && name.length === 3 && countOf(name) > 1) ||
        (/^(?:nr|x)$/.test(sort) &&
          /^[\u3400-\u9fff]{3,4}$/.test(name) &&
          KIND_OF_PERSON.test(tokens[at - 1]?.text ?? ''))),
  );
}

/** 试验站 where the text has 云川仪表试验站, 总线 where it has CAN总线, 周师傅 where it has 周广福. */
function halfName(
  subject: string,
  { stem, finding }: Candidate,
  { names, article, isProper }: Surroundings,
): { short: string; full: string } | null {
  const surname = MASTER.exec(subject)?.[1];
  if (surname !== undefined && surnameLength(surname) > 0) {
    const person = names.people.find(({ name }) => name.startsWith(surname) && !stem.includes(name));
    if (person && !names.people.some(({ name }) => subject.startsWith(name)))
      return { short: subject, full: person.name };
  }
  const house = HOUSE.exec(subject)?.[0];
  const houses =
    house === undefined ? [] : names.organisations.filter((name) => name.endsWith(house) && name !== house);
  const [full] = houses;
  if (house !== undefined && full !== undefined && !houses.some((name) => stem.includes(name)))
    return { short: house, full };
  if (isProper(subject)) return null;
  const source = sourceOf(finding);
  const before = article.slice(
    Math.max(0, finding.scene.reading.start - 300),
    finding.scene.reading.start + source.at,
  );
  for (const short of [subject.slice(0, 3), subject.slice(0, 2)].filter((noun) =>
    /^[\u3400-\u9fff]{2,}$/.test(noun),
  )) {
    const full = new RegExp(`[A-Z][A-Za-z-]+ ?${short}`).exec(before)?.[0];
    if (full && !stem.includes(full)) return { short, full };
  }
  return null;
}
