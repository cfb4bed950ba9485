import { describe, expect, it } from 'vitest';
import { readSentences } from '../2-sentences.js';
import { readNames } from '../3-names/index.js';
import type { AnswerForm } from '../4-facts/find.js';
import { readScenes } from '../4-facts/scene.js';
import { plainStatement } from '../4-facts/statement.js';
import type { Candidate } from '../candidate.js';
import { GATE_RULES } from './index.js';

const PROFILE =
  '关于我们\n\n蓝岭仪器股份有限公司（以下简称“蓝岭仪器”）成立于2003年，总部位于安州市。2018年，公司收购明泉传感有限公司60%的股权。2021年，公司投资3.2亿元建设二期工厂。产品销往21个国家。\n\n云桥检测公司开业十年。\n\n2020年，公司参股南湖生物有限公司；该公司主要做基因工具，现有专利46项。安州市异地就医直接结算21万人次，同比增长46%。2015年，蓝岭仪器启动改造，历经三年建成，泵速提高到140转。蓝岭仪器设立安州租赁有限公司；该公司有员工94人。云江保护站设在安州。2022年，保护站和海事局划定限速区26公里。2014年设立测试学院，累计培训学员9200人。一项抽查显示，柜机完好率为97%。蓝光泵发展很快，2023年全球泵市场规模约为14亿美元。';
const PRODUCTS =
  '和润药业股份有限公司（以下简称“和润药业”）的四十年\n\n2019年，药材商人沈伯谦用借来的38万元建厂。芪苓口服液于1998年上市。芪苓口服液很贵。2010年，和润药业募集资金6.2亿元。岭安县有公路。到2023年，和润药业股份有限公司为岭安县修路，全县有公路5条。转机出现在2021年。1958年，岭安师专升格为岭安机械学院。岭安学院很大。2022年，沈若兰接任董事长。1821年，德国学者发现，两种导体会生电。大赛自2001年创办以来，岭安县有人参加。岭安县其他要求共有9条。';
const NEWS =
  '灵溪县的数字药房\n\n本报记者陈明远报道。灵溪县第二人民医院的审方模型拦截率提高到96%。模型每天审方3100张。全县有药房84家，县卫生健康局检查了62家。其间采纳意见43条。班长周广福有徒弟12名。周师傅收徒弟15名。第五十三天，管道试压用了9小时。三号锅炉的主控室减到5个人。海岬热电厂二号机组容量达到60万千瓦。据集团测算，灵溪县每年节煤8万吨。服务区与灵溪县人民医院签约，体检213人。距省会江宁市86公里。水利部列出病险水库31座。';
const DECREE =
  '解读《安州市门诊保障实施办法》\n\n近日，市政府印发《安州市门诊保障实施办法》（以下简称《办法》）。《办法》自2024年7月1日起施行。2019年印发的《安州市个人账户管理办法》同时废止，涉及账户3万个。';
const CHRONICLE =
  '安州研究所大事记\n\n1958年，安州仪表研究所成立，有职工27人。在职职工后减至19人。\n\n2003年，安州仪表研究所牵头起草的通信规范草案提交国际组织，历经四年讨论，2011年正式成为国际标准。\n\n2009年，安州仪表研究所迁入新址；旧址中的厂房被保留下来，2018年辟为博物馆，馆内开放展厅8间。\n\n2021年，安州仪表研究所为县级水厂更换仪表。到2023年，共有83座水厂受益，比原定计划多出13座。\n\n2023年，时任所长汤亦农主持清理，关闭企业6家。';
const TEXTBOOK =
  '第一章　现场总线\n\nCAN总线由德国博世公司于1986年发布。一般来说，总线长度不应超过40米。主站只需普通网卡，而从站必须使用从站控制器（ESC）。操作人员须持证上岗；证书有效期为两年。';
const REPORT =
  '安州市政府工作报告\n\n一、2023年工作回顾\n\n初步核算，全市生产总值达到812亿元。基金首期6亿元已于去年9月到位。\n\n二、2024年主要任务\n\n加装电梯120部。';
const TARGETS =
  '安州市设备更新方案发布\n\n2024年5月，安州市发布方案。方案提出，到2027年，安州市设备投资规模增长25%以上，智能工厂达到400家。今年4月，安州市新建机房16间。据市统计局统计，与未参加的企业相比，安州市参加企业的能耗降低18%。按照计划，安州市在港区建设泵站9座。';
const SPOKEN =
  '安州市的大棚\n\n安州市农业局局长宗世杰认为，最大的收获是人。目前，安州市大棚的从业者有217人。宗世杰介绍，安州市有合作社58家。';

function codesFor(article: string, answer: string, stem: string, form: AnswerForm = 'figure'): string[] {
  const { around, readings } = readNames(article, readSentences(article));
  const start = article.indexOf(answer);
  const scene = readScenes(readings, around.names).find(
    ({ reading }) => reading.start <= start && reading.end >= start,
  );
  if (!scene || start < 0) throw new Error(`${answer} is not in the article`);
  const statement = plainStatement(form === 'foreign' ? '控制器' : '', [{ text: stem, start: null }]);
  const candidate: Candidate = {
    finding: {
      scene,
      statement,
      find: { kind: 'quantity', form, answer, start, end: start + answer.length, importance: 2 },
      fact: {
        id: 'F1',
        kind: 'quantity',
        subject: '',
        statement: stem,
        answer,
        acceptedForms: [],
        evidence: [],
        importance: 2,
        ...(scene.speech ? { speaker: scene.speech.name } : {}),
      },
    },
    covers: ['F1'],
    type: 'fill',
    stem,
    correct: [answer],
    wrong: [],
    evidence: [],
    explanation: '',
  };
  return GATE_RULES.filter(({ check }) => check(candidate, around) !== null).map(({ code }) => code);
}

describe('a question says of whom and of when it speaks', () => {
  const cases: readonly (readonly [
    code: string,
    article: string,
    answer: string,
    broken: string,
    sound: string,
  ])[] = [
    ['unnamed-subject', PROFILE, '21个', '产品销往____个国家。', '蓝岭仪器的产品销往____个国家。'],
    [
      'unnamed-subject',
      NEWS,
      '3100张',
      '据文中介绍，模型每天审方____张。',
      '灵溪县第二人民医院的模型每天审方____张。',
    ],
    [
      'unnamed-subject',
      NEWS,
      '84家',
      '2019年成立的机构，有药房____家。',
      '2019年成立的灵溪县，有药房____家。',
    ],
    ['unnamed-subject', NEWS, '84家', '全县有药房____家。', '灵溪县有药房____家。'],
    [
      'unnamed-subject',
      PRODUCTS,
      '5条',
      '据文中介绍，全县有公路____条。',
      '到2023年，和润药业股份有限公司为岭安县修路，全县有公路____条。',
    ],
    [
      'unnamed-subject',
      PRODUCTS,
      '38万元',
      '2019年，药材商人用借来的____元建厂。',
      '2019年，药材商人沈伯谦用借来的____元建厂。',
    ],
    ['unnamed-subject', PRODUCTS, '1998年', '口服液于____年上市。', '芪苓口服液于____年上市。'],
    [
      'unnamed-subject',
      PRODUCTS,
      '6.2亿元',
      '2010年，药业募集资金____元。',
      '2010年，和润药业募集资金____元。',
    ],
    ['unnamed-subject', PRODUCTS, '2021年', '岭安县转机出现在____年。', '岭安县的公路出现在____年。'],
    [
      'subject-elsewhere',
      PRODUCTS,
      '1958年',
      '____年，岭安学院升格为岭安机械学院。',
      '1958年，____升格为岭安机械学院。',
    ],
    [
      'half-name',
      PRODUCTS,
      '2022年',
      '沈若兰接任董事长是在哪一年？',
      '沈若兰接任和润药业股份有限公司董事长是在哪一年？',
    ],
    ['unfinished', PRODUCTS, '1821年', '德国学者在哪一年发现？', '德国学者在____年发现了热电效应。'],
    ['unfinished', PRODUCTS, '2001年', '岭安县的大赛自____年创办以来。', '岭安县的大赛创办于____年。'],
    ['dangling', PRODUCTS, '9条', '岭安县他要求共有____条。', '岭安县其他要求共有____条。'],
    ['unnamed-subject', NEWS, '62家', '县卫生健康局检查了药房____家。', '灵溪县卫生健康局检查了药房____家。'],
    ['unnamed-subject', NEWS, '43条', '据文中介绍，其间采纳意见____条。', '灵溪县采纳意见____条。'],
    [
      'unnamed-subject',
      NEWS,
      '9小时',
      '第五十三天，灵溪县管道试压用了____小时。',
      '灵溪县管道试压用了____小时。',
    ],
    ['unnamed-subject', NEWS, '5个', '主控室减到____个人。', '三号锅炉的主控室减到____个人。'],
    ['unnamed-subject', TEXTBOOK, '两年', '据文中介绍，证书有效期为____。', '操作人员的证书有效期为____。'],
    ['half-name', NEWS, '15名', '周师傅收徒弟____名。', '周广福收徒弟____名。'],
    ['half-name', TEXTBOOK, '40米', '总线长度不应超过____米。', 'CAN总线的长度不应超过____米。'],
    [
      'half-name',
      CHRONICLE,
      '6家',
      '2023年，时任所长汤亦农主持清理，关闭企业____家。',
      '2023年，汤亦农主持清理，关闭企业____家。',
    ],
    [
      'short-title',
      DECREE,
      '2024年7月1日',
      '《办法》自____起施行。',
      '《安州市门诊保障实施办法》自____起施行。',
    ],
    [
      'wrong-antecedent',
      PROFILE,
      '3.2亿元',
      '2021年，明泉传感有限公司投资____元建设二期工厂。',
      '2021年，蓝岭仪器股份有限公司投资____元建设二期工厂。',
    ],
    [
      'wrong-antecedent',
      DECREE,
      '3万个',
      '2019年印发的《安州市门诊保障实施办法》同时废止，涉及账户____个。',
      '2019年印发的《安州市个人账户管理办法》同时废止，涉及账户____个。',
    ],
    [
      'subject-elsewhere',
      CHRONICLE,
      '13座',
      '到2023年，安州仪表研究所比原定计划多出____座。',
      '到2023年，安州仪表研究所共有83座水厂受益，比原定计划多出____座。',
    ],
    [
      'subject-elsewhere',
      CHRONICLE,
      '2011年',
      '安州仪表研究所____正式成为国际标准。',
      '安州仪表研究所牵头起草的通信规范草案提交国际组织，历经四年讨论，____正式成为国际标准。',
    ],
    [
      'wrong-antecedent',
      PROFILE,
      '46项',
      '2020年，蓝岭仪器股份有限公司主要做基因工具，现有专利____项。',
      '南湖生物有限公司主要做基因工具，现有专利____项。',
    ],
    [
      'subject-elsewhere',
      PROFILE,
      '46%',
      '安州市异地同比增长____%。',
      '安州市异地就医直接结算21万人次，同比增长____%。',
    ],
    [
      'subject-elsewhere',
      PROFILE,
      '14亿美元',
      '蓝光泵发展2023年全球泵市场规模约为____美元。',
      '蓝光泵发展很快，2023年全球泵市场规模约为____美元。',
    ],
    [
      'half-name',
      PROFILE,
      '26公里',
      '2022年，保护站和安州海事局划定限速区____公里。',
      '2022年，云江保护站和安州海事局划定限速区____公里。',
    ],
    ['half-name', NEWS, '60万千瓦', '二号机组容量达到____千瓦。', '海岬热电厂二号机组容量达到____千瓦。'],
    [
      'unnamed-subject',
      NEWS,
      '8万吨',
      '据集团测算，灵溪县每年节煤____吨。',
      '据华源集团测算，灵溪县每年节煤____吨。',
    ],
    [
      'half-name',
      NEWS,
      '12名',
      '周广福是公司总工程师，有徒弟____名。',
      '周广福是华源公司总工程师，有徒弟____名。',
    ],
    ['wrong-antecedent', PROFILE, '94人', '蓝岭仪器有员工____人。', '安州租赁有限公司有员工____人。'],
    [
      'short-title',
      DECREE,
      '3万个',
      '《安州市个人账户管理办法》（以下简称《办法》）涉及账户____个。',
      '《安州市个人账户管理办法》涉及账户____个。',
    ],
    [
      'time-carried',
      PROFILE,
      '9200人',
      '2014年，蓝岭仪器累计培训学员____人。',
      '2014年，蓝岭仪器设立测试学院，累计培训学员____人。',
    ],
    [
      'unnamed-subject',
      NEWS,
      '213人',
      '服务区与灵溪县人民医院签约，体检____人。',
      '灵溪服务区与灵溪县人民医院签约，体检____人。',
    ],
    ['unnamed-subject', NEWS, '86公里', '距省会江宁市____公里。', '灵溪县距省会江宁市____公里。'],
    ['unnamed-subject', NEWS, '31座', '名单列出病险水库____座。', '水利部列出病险水库____座。'],
    ['unfinished', PROFILE, '97%', '什么时候的一项抽查显示？', '一项抽查显示，安州市柜机完好率为____%。'],
  ];
  it.each(cases)('%s: %#', (code, article, answer, broken, sound) => {
    expect(codesFor(article, answer, broken)).toContain(code);
    expect(codesFor(article, answer, sound)).not.toContain(code);
  });

  it('takes 控制器 for half a name where 从站控制器 stands before the abbreviation', () => {
    expect(codesFor(TEXTBOOK, 'ESC', '控制器的英文缩写是____。', 'foreign')).toContain('cut-name');
    const whole = TEXTBOOK.replace('从站控制器（', '控制器（');
    expect(codesFor(whole, 'ESC', '控制器的英文缩写是____。', 'foreign')).not.toContain('cut-name');
  });

  it('takes 社会保障厅 for half a name where the text has 人力资源和社会保障厅', () => {
    const article = '安州市的大赛\n\n省人力资源和社会保障厅职业能力建设处处长顾念慈宣布，大赛设奖12项。';
    expect(codesFor(article, '12项', '据社会保障厅职业能力建设处处长顾念慈介绍，大赛设奖____项。')).toContain(
      'cut-name',
    );
    expect(
      codesFor(article, '12项', '据省人力资源和社会保障厅职业能力建设处处长顾念慈介绍，大赛设奖____项。'),
    ).not.toContain('cut-name');
  });

  const times: readonly (readonly [
    code: string,
    article: string,
    answer: string,
    broken: string,
    sound: string,
  ])[] = [
    [
      'time-frame',
      TARGETS,
      '25%',
      '方案提出，安州市设备投资规模增长____%以上。',
      '方案提出，到2027年，安州市设备投资规模增长____%以上。',
    ],
    [
      'time-frame',
      TARGETS,
      '16间',
      '据文中介绍，今年，安州市新建机房____间。',
      '据文中介绍，今年4月，安州市新建机房____间。',
    ],
    [
      'time-carried',
      CHRONICLE,
      '8间',
      '2009年，2018年辟为博物馆，馆内开放展厅____间。',
      '2018年，安州仪表研究所的博物馆开放展厅____间。',
    ],
    [
      'time-carried',
      PROFILE,
      '140转',
      '2015年，蓝岭仪器的泵速提高到____转。',
      '2015年，蓝岭仪器启动改造，历经三年建成，泵速提高到____转。',
    ],
    [
      'undated',
      CHRONICLE,
      '19人',
      '安州仪表研究所的在职职工减至____人。',
      '1958年后，安州仪表研究所的在职职工减至____人。',
    ],
    [
      'mixed-times',
      REPORT,
      '6亿元',
      '2023年，安州市基金首期____元已于去年9月到位。',
      '2023年，安州市基金首期____元已于9月到位。',
    ],
    [
      'target-as-fact',
      TARGETS,
      '400家',
      '到2027年，安州市智能工厂达到____家。',
      '方案提出，到2027年，安州市智能工厂达到____家。',
    ],
    ['target-as-fact', TARGETS, '9座', '安州市在港区建设泵站____座。', '安州市计划在港区建设泵站____座。'],
    [
      'target-as-fact',
      '安州市改造三年行动方案\n\n一、总体目标\n\n到2027年底，遴选试点城市30个。',
      '30个',
      '到2027年底，遴选试点城市____个。',
      '按照《安州市改造三年行动方案》，到2027年底，遴选试点城市____个。',
    ],
    ['target-as-fact', REPORT, '120部', '2024年，安州市加装电梯____部。', '2024年，安州市将加装电梯____部。'],
    [
      'source-lost',
      REPORT,
      '812亿元',
      '2023年，安州市生产总值达到____元。',
      '初步核算，2023年，安州市生产总值达到____元。',
    ],
    [
      'comparison-lost',
      TARGETS,
      '18%',
      '据市统计局统计，安州市参加企业的能耗降低____%。',
      '据市统计局统计，与未参加的企业相比，安州市参加企业的能耗降低____%。',
    ],
    [
      'not-said-by',
      SPOKEN,
      '217人',
      '据宗世杰介绍，目前，安州市大棚的从业者有____人。',
      '据文中介绍，目前，安州市大棚的从业者有____人。',
    ],
    [
      'not-said-by',
      SPOKEN,
      '217人',
      '宗世杰认为，安州市大棚的从业者有____人。',
      '目前，安州市大棚的从业者有____人。',
    ],
  ];
  it.each(times)('%s: %#', (code, article, answer, broken, sound) => {
    expect(codesFor(article, answer, broken)).toContain(code);
    expect(codesFor(article, answer, sound)).not.toContain(code);
  });
});

describe('what a document says of whose it is', () => {
  const MINUTES = '蓝岭仪器股份有限公司安全工作会议纪要\n\n会议通报，一季度开展安全检查26次。';
  const flaws = (stem: string) =>
    codesFor(MINUTES, '26次', stem).filter((code) => /^(?:unnamed-subject|wrong-antecedent)$/.test(code));

  it('asks for no other subject behind the title of the minutes', () => {
    expect(flaws('据《蓝岭仪器股份有限公司安全工作会议纪要》，一季度开展安全检查____次。')).toEqual([]);
  });

  it('lets the house of the title stand nowhere else', () => {
    expect(
      flaws('据《蓝岭仪器股份有限公司安全工作会议纪要》，蓝岭仪器股份有限公司一季度开展安全检查____次。'),
    ).toEqual(['wrong-antecedent']);
  });
});
