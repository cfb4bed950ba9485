import type { Span } from './clauses.js';
import type { Find, Item } from './find.js';
import type { References } from './references.js';
import type { Scene } from './scene.js';
import { plainStatement } from './statement.js';

/** A sequence and the sentence it begins in. */
export interface Sequence {
  readonly find: Find;
  readonly scene: Scene;
}

const NUMERALS = '一二三四五六七八九';
const MARKS = [
  /^([一二三四五六七八九])(?:是|要)(?=[\u3400-\u9fff“])/,
  /^第([一二三四五六七八九])(?:步|阶段|个阶段|，|是|：)/,
];
const FARTHEST = 24;
const STEPS = /步骤|流程|程序|阶段|顺序|依次/;

/** Ordered lists that run over several sentences: 一是…二是…三是…, or the numbered items under 按以下步骤进行：. */
export function findSequences(scenes: readonly Scene[], references: References): Sequence[] {
  const found = [...MARKS.flatMap((mark) => countedOff(scenes, mark)), ...numberedSteps(scenes)];
  return found.map((sequence) => withFullTitles(sequence, references));
}

interface Open {
  readonly items: Item[];
  readonly clauses: Span[];
  readonly scene: Scene;
  readonly intro: string;
}

function countedOff(scenes: readonly Scene[], mark: RegExp): Sequence[] {
  const found: Sequence[] = [];
  let open: Open | null = null;
  const close = () => {
    if (open && open.items.length >= 3 && open.intro !== '') found.push(sequenceOf(open));
    open = null;
  };
  scenes.forEach((scene, index) => {
    if (open && scene.reading.paragraph > open.scene.reading.paragraph + FARTHEST) close();
    scene.clauses.forEach((clause, at) => {
      const match = mark.exec(clause.text);
      if (!match) return;
      const place = NUMERALS.indexOf(match[1] ?? '');
      if (place === 0) {
        close();
        open = { items: [], clauses: [], scene, intro: introTo(scene, at, scenes[index - 1]) };
      }
      if (!open || place !== open.items.length) return;
      const start = clause.start + match[0].length;
      open.items.push({ text: clause.text.slice(match[0].length), start, end: clause.end });
      open.clauses.push({ text: clause.text, start: clause.start, end: clause.end });
    });
  });
  close();
  return found;
}

/** The words before 一是 in its sentence, or the sentence before; of several clauses the last that leans on nothing. */
function introTo(scene: Scene, at: number, before: Scene | undefined): string {
  if (at === 0) return before && before.reading.kind !== 'heading' ? before.reading.text : '';
  const clauses = scene.clauses.slice(0, at);
  const free = clauses.findLastIndex(({ text }) => /上述|以上|这|其|为(?:此|了)/.test(text)) + 1;
  return clauses
    .slice(free)
    .map(({ text }) => text)
    .join('，');
}

/** 1. 受理申请：… 2. 组建评估组：… under a sentence that announces steps. */
function numberedSteps(scenes: readonly Scene[]): Sequence[] {
  const found: Sequence[] = [];
  scenes.forEach((scene, index) => {
    if (
      scene.reading.kind !== 'prose' ||
      !scene.reading.text.endsWith('：') ||
      !STEPS.test(scene.reading.text)
    )
      return;
    const items: Item[] = [];
    const clauses: Span[] = [];
    let paragraph = -1;
    for (const { reading } of scenes.slice(index + 1, index + 40)) {
      if (reading.kind !== 'item') break;
      if (reading.paragraph === paragraph) continue;
      paragraph = reading.paragraph;
      const name = /^([^，。；：]{2,16})(?=[：。])/.exec(reading.text)?.[1];
      if (!name) return;
      items.push({ text: name, start: reading.start, end: reading.start + name.length });
      clauses.push({ text: reading.text, start: reading.start, end: reading.end });
    }
    if (items.length >= 3 && items.length <= 8) {
      found.push(
        sequenceOf({
          items,
          clauses,
          scene,
          intro: scene.reading.text.replace(/按(?:照)?(?:以下|下列|如下)/, '按一定的'),
        }),
      );
    }
  });
  return found;
}

function sequenceOf({ items, clauses, scene, intro }: Open): Sequence {
  const shared = sharedHead(items.map(({ text }) => text));
  const trimmed = items.map(({ text, start, end }) => ({
    text: text.slice(shared),
    start: start + shared,
    end,
  }));
  const words = intro
    .replace(/[：:。，]$/, '')
    .replace(/^(?:要|需|将)(?=重点|着力|抓好|做好)/, `${scene.region ?? ''}要`);
  const dated = scene.time && !words.includes(scene.time.text) ? `${scene.time.text}，${words}` : words;
  const find: Find = {
    kind: 'enumeration',
    form: 'sequence',
    answer: trimmed.map(({ text }) => text).join('、'),
    start: trimmed[0]?.start ?? 0,
    end: trimmed.at(-1)?.end ?? 0,
    importance: 3,
    items: trimmed,
    ordered: true,
    open: false,
    statement: plainStatement(words.slice(-20), [{ text: dated, start: null }], {
      lead: scene.speech?.lead ?? '',
      time: scene.time?.text ?? null,
      alsoFrom: clauses,
    }),
  };
  return { find, scene };
}

/** 要有 in 要有文化…, 要有政策…: what all begin with says nothing. */
function sharedHead(texts: readonly string[]): number {
  const first = texts[0] ?? '';
  let length = 0;
  while (length < first.length - 2 && texts.every((text) => text.charAt(length) === first.charAt(length)))
    length++;
  return length;
}

/** 《方案》部署了四项任务: under its full title. */
function withFullTitles({ find, scene }: Sequence, references: References): Sequence {
  const { statement } = find;
  if (!statement) return { find, scene };
  const parts = statement.parts.map(({ text, start }) => ({
    text: text.replace(/《[^《》]{2,12}》/g, (title) => references.fullTitle(title) ?? title),
    start,
  }));
  return { find: { ...find, statement: { ...statement, parts } }, scene };
}
