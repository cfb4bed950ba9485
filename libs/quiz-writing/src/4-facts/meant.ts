import type { Names, Reading } from '../3-names/index.js';
import { onceEachText } from '../once-each.js';
import { countApart, placesIn } from '../places.js';
import { clausesOf } from './clauses.js';
import { subjectOf } from './subjects.js';

/** What words that point back mean in one sentence. */
export interface Meant {
  /** Whom 他 or 她 means before the sentence names anybody itself; null when nobody or several. */
  readonly person: string | null;
  /** The county that 全县, 该县 and 县里 mean; null when the text is about several or none. */
  readonly place: (level: string) => string | null;
}

/** A person without a name takes the place of the one named before. */
const SOMEBODY_ELSE =
  /(?:工人|老师|导师|教师|师傅|徒弟|学生|学员|父亲|母亲|妻子|丈夫|儿子|女儿|老人|专家|记者|村民|农民|青年|同事|领导|经理|主任|老板|客户|同学|小伙|姑娘)$/;
const PROSE = /^(?:prose|item)$/;
/** So much of all that is said of people must be said of the one whom a new paragraph calls 他. */
const MAIN_SHARE = 0.5;

export function readMeant(readings: readonly Reading[], { people }: Names): Meant[] {
  const place = placesNamed(readings);
  const names = new Set(people.map(({ name }) => name));
  const lengths = [...new Set(Array.from(names, ({ length }) => length))].toSorted((a, b) => b - a);
  const nameAtEnd = (text: string) => {
    const length = lengths.find((longest) => names.has(text.slice(-longest)));
    return length === undefined ? null : text.slice(-length);
  };
  const main = mainPerson(readings, names);
  let last: string | null = null;
  let paragraph = -1;
  return readings.map((reading) => {
    if (reading.paragraph !== paragraph && last !== main) last = null;
    paragraph = reading.paragraph;
    const meant = { person: last, place };
    if (PROSE.test(reading.kind)) last = personAfter(reading, nameAtEnd, last);
    return meant;
  });
}

/** The person among the subjects of the clauses: the first, for what others do is told in between. */
function personAfter(
  reading: Reading,
  nameAtEnd: (text: string) => string | null,
  before: string | null,
): string | null {
  for (const clause of clausesOf(reading)) {
    const subject = subjectOf(clause)?.text ?? '';
    const name = nameAtEnd(subject);
    if (name) return name;
    if (SOMEBODY_ELSE.test(subject)) return null;
    if (/^[他她](?!们)/.test(clause.text)) return before;
  }
  return before;
}

function mainPerson(readings: readonly Reading[], names: ReadonlySet<string>): string | null {
  const placesOf = placesIn(readings.map(({ text }) => text).join('\n'));
  const counted = Array.from(names, (name) => ({ name, times: countApart(placesOf(name), name.length) }));
  const total = counted.reduce((sum, { times }) => sum + times, 0);
  const most = counted.toSorted((a, b) => b.times - a.times)[0];
  return most && most.times >= 3 && most.times > MAIN_SHARE * total ? most.name : null;
}

/** The only place of its level that the text names, or the only one in its title; a place named in passing is none. */
function placesNamed(readings: readonly Reading[]): (level: string) => string | null {
  const levels = new Map<string, string[]>();
  readings.forEach(({ tokens }) => {
    for (const { text, tag } of tokens) {
      if (tag !== 'ns' || text.length < 3) continue;
      const named = levels.get(text.slice(-1)) ?? [];
      named.push(text);
      levels.set(text.slice(-1), named);
    }
  });
  const opening = readings[0]?.text ?? '';
  const start = readings
    .slice(0, 3)
    .map(({ text }) => text)
    .join('\n');
  return onceEachText((level) => {
    const all = levels.get(level) ?? [];
    const distinct = [...new Set(all)];
    const titled = distinct.filter((name) => opening.includes(name));
    const [only] = distinct.length === 1 ? distinct : titled.length === 1 ? titled : [];
    const times = () => readings.reduce((sum, { text }) => sum + text.split(only ?? '〓').length - 1, 0);
    // 清源市人民政府发布…: whose government acts in the first sentences is meant, named once or more.
    const ruled = only !== undefined && start.includes(`${only}人民政府`);
    return only && (titled.length === 1 || ruled || times() >= 2) ? only : null;
  });
}

const WHOLE =
  /^(?:(?:全|该|我|本)(市|县|区|镇|村|省|乡)(?:里|内)?(?![场域间民级份])|(市|县|区|镇|村|省|乡)(?:里|内|上)(?![容部在级])|(镇|乡)(?=政府|党委|人大|[\u3400-\u9fff]{2,8}?(?:协会|合作社|中心|卫生院|站))|(市|县|区|省)(?=委|政府|人大|政协|人民政府|[\u3400-\u9fff]{2,8}?(?:局|委员会|办公室|服务中心|厅|研究院|博物馆|图书馆|开发区)))/;

/** The place that words at the head of a text point to, and how many characters say so. */
export function placeAtHead(text: string, { place }: Meant): { name: string; length: number } | null {
  const match = WHOLE.exec(text);
  const level = match?.slice(1).find((named) => named !== undefined);
  const name = level ? place(level) : null;
  return match && name ? { name, length: match[0].length } : null;
}

/** 他, 72岁的他 at the head of a text. */
export const OPENING_PERSON = /^(?:\d{1,3}岁的|当时的|年轻的|年仅\d{1,2}岁的)?[他她](?!们|人|国|乡|山)/;
