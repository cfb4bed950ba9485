import { askForOrganisation } from '../lexicon/organisations.js';
import type { Finding } from '../4-facts/index.js';
import { replaceIn } from '../4-facts/statement.js';
import type { Figure } from '../numbers.js';

/** Where a choice is to be filled in, as Chinese examination papers print it. */
export const GAP = '（    ）';

/** The statement as a question: the answer's place is taken by its question word, as Chinese does it. */
export function askInPlace(finding: Finding): string | null {
  const { find, statement } = finding;
  if (find.form === 'date') return askForDate(finding, questionDate(find.answer));
  const word = questionWord(finding);
  const asked = replaceIn(statement, find, word);
  if (asked === null) return null;
  return word === GAP ? `${asked}。` : `${asked}？`;
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
    case 'foreign':
    case 'cell':
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
  return chinese && value <= 10 ? `几${measure}` : `多少${measure}`;
}

/** 2020年，甲提出… → 甲在哪一年提出…？ A date inside the clause is asked for where it stands. */
function askForDate({ find, statement }: Finding, word: string): string | null {
  const asked = replaceIn(statement, find, '〓');
  if (asked === null) return null;
  const body = asked.slice(statement.lead.length);
  const head = /^(?:在|于|早在|自)?〓(?:，|,)?/.exec(body);
  if (!head) return `${asked.replace('〓', word)}？`;
  const rest = body.slice(head[0].length);
  const { subject } = statement;
  if (subject !== '' && rest.startsWith(subject) && rest.length > subject.length) {
    const said = rest.slice(subject.length);
    return `${statement.lead}${subject}${/^[在于由从与]/.test(said) ? '' : '在'}${word}${said}？`;
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
