import type { Sketch } from '../candidate.js';
import type { Finding } from '../4-facts/index.js';
import { replaceIn } from '../4-facts/statement.js';
import { findFigures } from '../numbers.js';
import { sketch } from './sketch.js';

const FEWEST = 4;
const MOST = 5;
const SHORTEST_EVENT = 6;
const LONGEST_EVENT = 34;

interface Event {
  readonly finding: Finding;
  readonly text: string;
  readonly when: number;
}

/** Events of a chronicle without their dates, to be put in order of time. */
export function orderEvents(findings: readonly Finding[]): Sketch[] {
  const events = findings.flatMap((finding) => eventOf(finding) ?? []);
  const distinct = events
    .toSorted((a, b) => a.when - b.when)
    .filter(
      (event, index, all) =>
        index === 0 || Math.floor(event.when / 1e4) > Math.floor((all[index - 1]?.when ?? 0) / 1e4),
    );
  const apart = tellApart(distinct);
  if (apart.length < FEWEST) return [];
  const step = apart.length / Math.min(MOST, apart.length);
  const taken = Array.from(
    { length: Math.min(MOST, apart.length) },
    (_, index) => apart[Math.floor(index * step)],
  ).filter((event): event is Event => event !== undefined);
  const [first] = taken;
  if (!first) return [];
  return [
    {
      ...sketch(
        first.finding,
        'order',
        '请将下列事件按文中所记的发生时间由早到晚排列。',
        taken.map(({ text }) => text),
      ),
      covers: taken.map(({ finding }) => finding.fact.id),
      evidence: taken.flatMap(({ finding }) => finding.fact.evidence.slice(0, 1)),
    },
  ];
}

/** Events of different subjects: with 港务局成立 and 港务局改制 side by side the order needs no text. */
function tellApart(events: readonly Event[]): Event[] {
  const kept: Event[] = [];
  for (const event of events) {
    const subject = event.finding.statement.subject;
    const mixes = kept.some(
      ({ text, finding }) => text.includes(subject) || event.text.includes(finding.statement.subject),
    );
    if (!mixes) kept.push(event);
  }
  return kept;
}

/** 受国民经济调整影响, 在某事件中: what only introduces is no event. */
const SETS = /^(?:根据|受|在|按照|随着|为|面对)|(?:中|影响|时|后|下|上)$/;

/** What happened, when the sentence opens with the date and its first clause tells it without a figure one might ask for. */
function eventOf({ find, statement, scene, fact }: Finding): Event | null {
  if (
    find.form !== 'date' ||
    find.start !== scene.time?.start ||
    fact.importance < 2 ||
    statement.lead !== ''
  )
    return null;
  const asked = replaceIn(statement, find, '');
  const whole = asked?.replace(/^[，,]/, '').replace(/^(?:在|于)/, '') ?? '';
  const clause = whole.split('，')[0] ?? '';
  const text = clause.length >= SHORTEST_EVENT && !SETS.test(clause) ? clause : whole;
  const [, year = '', month = '0', day = '0'] =
    /^(\d{4})年(?:(\d{1,2})月)?(?:(\d{1,2})日)?/.exec(find.answer) ?? [];
  if (
    findFigures(text).length > 0 ||
    year === '' ||
    !scene.reading.text.includes(text) ||
    text.length < SHORTEST_EVENT ||
    text.length > LONGEST_EVENT ||
    /\d{4}年|^(?:以来|公司|该|本|其|集团|学院|学校|[春夏秋冬初底])/.test(text)
  )
    return null;
  return {
    finding: { find, statement, scene, fact },
    text,
    when: Number(year) * 1e4 + Number(month) * 100 + Number(day),
  };
}
