import type { Fact } from '#question';
import type { Note } from '../draft.js';
import type { Reading, Surroundings } from '../3-names/index.js';
import { findDates } from './dates.js';
import { findEnumerations } from './enumerations.js';
import type { Find, Finder } from './find.js';
import { findForeignNames } from './foreign-names.js';
import { findFounding } from './founding.js';
import { findQuantities } from './quantities.js';
import { findRanks } from './ranks.js';
import { findFigures } from '../numbers.js';
import { REFUSALS } from './refusals.js';
import { readReferences, type References } from './references.js';
import { findRelations } from './relations.js';
import { findRoles } from './roles.js';
import { readScenes, type Scene } from './scene.js';
import { findSequences } from './sequences.js';
import { stateAlone, type StatementRefusal } from './state-alone.js';
import { textOf, type Statement } from './statement.js';
import { findTableCells } from './table-rows.js';
import { findTerms } from './terms.js';
import { findTitles } from './titles.js';

/** A fact with what stems need of it: the statement word by word, and the sentence it came from. */
export interface Finding {
  readonly fact: Fact;
  readonly find: Find;
  readonly statement: Statement;
  readonly scene: Scene;
}

/** Several figures of one sentence in one statement: one question may ask for all of them. */
export interface Joint {
  readonly findings: readonly Finding[];
  readonly statement: Statement;
}

const FINDERS: readonly Finder[] = [
  findQuantities,
  findDates,
  findRoles,
  findTitles,
  findFounding,
  findEnumerations,
  findTerms,
  findRelations,
  findForeignNames,
  findRanks,
];

/** All facts of the article in reading order, each with a statement that stands alone; what could not be stated is noted. */
export function findFacts(
  readings: readonly Reading[],
  around: Surroundings,
  onSentence: (done: number, facts: number) => void,
): { findings: Finding[]; joints: Joint[]; notes: Note[] } {
  const references = readReferences(around);
  const scenes = readScenes(readings, around.names);
  const notes: Note[] = [];
  const findings: Finding[] = [];
  const add = (find: Find, scene: Scene) => {
    const statement = find.statement ?? stateAlone(scene, find, references, around.isNamed);
    if (typeof statement === 'string') notes.push(unstated(statement, find, scene));
    else findings.push(findingOf(find, statement, scene, findings.length));
  };
  const elsewhere = new Map<Scene, Find[]>();
  for (const { find, scene } of [...findSequences(scenes, references), ...findTableCells(scenes)]) {
    elsewhere.set(scene, [...(elsewhere.get(scene) ?? []), find]);
  }
  scenes.forEach((scene, index) => {
    if (isReadable(scene))
      for (const finder of FINDERS) for (const find of finder(scene, around)) add(find, scene);
    for (const find of elsewhere.get(scene) ?? []) add(find, scene);
    onSentence(index + 1, findings.length);
  });
  const byScene = new Map<Scene, Finding[]>();
  for (const finding of findings)
    byScene.set(finding.scene, [...(byScene.get(finding.scene) ?? []), finding]);
  const joints = scenes.flatMap((scene) =>
    joinFigures(scene, byScene.get(scene) ?? [], references, around.isNamed),
  );
  return { findings, joints, notes };
}

/** Two figures between semicolons, when one statement holds them and no others. */
function joinFigures(
  scene: Scene,
  findings: readonly Finding[],
  references: References,
  isNamed: (text: string) => boolean,
): Joint[] {
  const semicolons = scene.clauses.filter(({ mark }) => mark === '；').map(({ end }) => end);
  const segments = new Map<number, Finding[]>();
  for (const finding of findings.filter(({ find }) => find.form === 'figure' && !find.column)) {
    const segment = semicolons.filter((end) => end < finding.find.start).length;
    segments.set(segment, [...(segments.get(segment) ?? []), finding]);
  }
  return [...segments.values()].flatMap((all): Joint[] => {
    const figures = all.length === 3 ? all.slice(0, 2) : all;
    const [first, last] = [figures[0], figures.at(-1)];
    if (!first || !last || figures.length !== 2) return [];
    const statement = stateAlone(scene, { start: first.find.start, end: last.find.end }, references, isNamed);
    if (typeof statement === 'string') return [];
    const others = findFigures(textOf(statement)).filter(({ unit }) => !/^[年月日]$/.test(unit)).length;
    return others > figures.length ? [] : [{ findings: figures, statement }];
  });
}

function isReadable({ reading }: Scene): boolean {
  return (
    (reading.kind === 'prose' || reading.kind === 'item') &&
    !/[？?]”?$|笔者(?:以为|认为|觉得|相信)|在笔者看来/.test(reading.text)
  );
}

/** How a report opens: 凌晨四点半，…; 54岁的某某正盯着…. Nobody needs to remember the figures. */
const SCENERY =
  /^(?:凌晨|清晨|早晨|傍晚|夜晚|深夜|初春|盛夏|深秋|初冬|走进)|正[^，。]{0,6}[盯看忙望站坐围走拿]着|正忙着|同时亮起|映入眼帘|一声哨响|还没起床/;

function isScenery({ form, start, end }: Find, { text, start: from }: Reading): boolean {
  if (form !== 'figure' && form !== 'list') return false;
  const [before, behind] = [text.slice(0, Math.max(0, start - from)), text.slice(end - from)];
  return SCENERY.test(text) || (before.endsWith('在') && behind.startsWith('时'));
}

function findingOf(find: Find, statement: Statement, scene: Scene, index: number): Finding {
  const { reading, speech } = scene;
  const own = { quote: reading.text, start: reading.start, end: reading.end };
  const also = statement.alsoFrom
    .filter(({ start, end }) => start < own.start || end > own.end)
    .map(({ text, start, end }) => ({ quote: text, start, end }));
  const fact: Fact = {
    id: `F${index + 1}`,
    kind: find.kind,
    subject: statement.subject,
    statement: `${textOf(statement)}。`,
    answer: find.answer,
    acceptedForms: find.acceptedForms ?? [],
    ...(find.items ? { items: find.items.map(({ text }) => text) } : {}),
    ...(find.ordered ? { ordered: true } : {}),
    ...(find.open === undefined ? {} : { open: find.open }),
    evidence: [own, ...also],
    ...(statement.time ? { time: statement.time } : {}),
    ...(speech && find.kind !== 'person-role' ? { speaker: speech.name } : {}),
    ...(find.hedge ? { hedge: find.hedge } : {}),
    importance: isScenery(find, reading) ? 1 : find.importance,
  };
  return { fact, find, statement, scene };
}

function unstated(code: StatementRefusal, find: Find, scene: Scene): Note {
  return {
    stage: 'facts',
    code,
    detail: `“${find.answer}”没有用来出题：${REFUSALS[code]}。`,
    quote: scene.reading.text,
  };
}
