import { askForOrganisation } from '../lexicon/organisations.js';
import type { Finding } from '../4-facts/index.js';
import { saysByFigureAlone } from '../4-facts/subjects.js';
import { replaceIn } from '../4-facts/statement.js';
import type { Figure } from '../numbers.js';

/** Where a choice is to be filled in, as Chinese examination papers print it. */
export const GAP = '（    ）';

/** The statement as a question: the answer's place is taken by its question word, as Chinese does it. */
export function askInPlace(finding: Finding): string | null {
  const { find, statement } = finding;
  if (find.form === 'date') return askForDate(finding, questionDate(find.answer));
  const word = questionWord(finding);
  const asked = replaceIn(statement, find, isBareFigure(finding) ? `为${word}` : word);
  if (asked === null) return null;
  return word === GAP ? `${asked}。` : `${asked}？`;
}

/** 常住人口448.6万人 is asked as 常住人口为多少人. */
function isBareFigure({ find, scene }: Finding): boolean {
  const clause = scene.clauses.find(({ start, end }) => start <= find.start && end >= find.end);
  if (find.form !== 'figure' || clause === undefined) return false;
  const told = clause.text.slice(0, find.start - clause.start);
  return !/[为是]$/.test(told) && saysByFigureAlone(clause, find.start);
}

function questionWord({ find }: Finding): string {
  switch (find.form) {
    case 'figure':
      return find.figure ? askForFigure(find.figure) : GAP;
    case 'organisation':
      return askForOrganisation(find.answer);
    case 'person':
      return '谁';
    case 'rank':
      return '第几';
    case 'cell':
      return /^[\d约近]/.test(find.answer) ? '多少' : '什么';
    case 'foreign':
      return '什么';
    case 'place':
      return /[省市县区]$/.test(find.answer) ? '哪里' : GAP;
    default:
      return GAP;
  }
}

/** 近160名 → 多少名, 二期 → 几期, 12大类 → 多少个大类, 12.5% → 多少. */
export function askForFigure({ chinese, value, unit }: Figure): string {
  const bare = unit.replace(/^(?:万亿|亿|万)(?=元|美元|吨|千瓦|斤|$)/, '');
  if (bare === '' || bare === '%' || bare === '‰') return '多少';
  const measure = /^(?:大类|小类|细分小类|方面)$/.test(bare) ? `个${bare}` : bare;
  return chinese && value <= 10 ? `几${bare === '方面' ? bare : measure}` : `多少${measure}`;
}

/** 甲2003年改制 is asked as 甲在哪一年改制; 于2003年, 到2003年 and 2003年的 keep their words. */
const BARE_DATE =
  /(?<![、在于自从到至由截的为是前初底末月]|截至|早在)〓(?![的的至到—、，起])(?=[\u3400-\u9fff])/;

/** 2015年|印发的《暂行办法》同时废止: the year says which. */
const MODIFIED = /^[\u3400-\u9fff]{1,8}的[《“\u3400-\u9fff]/;
/** What surely begins the predicate, so that the year may be asked for before it: 某瓷|烧制技艺 is still the subject. */
const OPENS_PREDICATE =
  /^(?:[在于由从与被将把对向以和因]|正式|首次|率先|成功|开始|全面|共同|联合|再次|获|荣获|通过|发布|印发|出台|推出|成立|创立|创办|创建|建成|建立|组建|设立|提出|启动|举办|签署|签订|加入|成为|投产|投入|发现|发明|研制|开工|开通|开业|开办|落户|入选|当选|担任|出任|出版|完成|实现|实行|改制|改名|更名|迁|占领|上市|引进|自行|牵头|承办|主办|扩建|新建|启用|生效|进入|转向|突破|达|应邀)/;

/** 2020年，甲提出… → 甲在哪一年提出…？ A date inside the clause is asked for where it stands. */
function askForDate({ find, statement }: Finding, word: string): string | null {
  const asked = replaceIn(statement, find, '〓');
  if (asked === null) return null;
  const body = asked.slice(statement.lead.length);
  const head = /^(?:在|于|早在|自)?〓(?:，|,)?/.exec(body);
  if (!head) return `${asked.replace(BARE_DATE, `在${word}`).replace('〓', word)}？`;
  const rest = body.slice(head[0].length);
  const { subject } = statement;
  if (!/[，,]$/.test(head[0]) && MODIFIED.test(rest)) return `${statement.lead}${word}${rest}？`;
  if (subject !== '' && rest.startsWith(subject) && OPENS_PREDICATE.test(rest.slice(subject.length))) {
    const said = rest.slice(subject.length);
    return `${statement.lead}${subject}${said.startsWith('在') ? '于' : /^[于由从与]/.test(said) ? '' : '在'}${word}${said}？`;
  }
  const lead = statement.lead === '据文中介绍，' ? '' : statement.lead;
  return /[，；]/.test(rest)
    ? `${lead}${head[0].startsWith('自') ? '自' : ''}${word}，${rest}？`
    : `${lead}${rest}是在${word}？`;
}

function questionDate(date: string): string {
  if (/时期|期间/.test(date)) return '哪个时期';
  return date.endsWith('年') ? '哪一年' : '什么时候';
}
