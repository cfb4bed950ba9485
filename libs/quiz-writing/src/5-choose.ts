import type { Note } from './draft.js';
import type { Finding } from './4-facts/index.js';
import type { Scene } from './4-facts/scene.js';
import { textOf } from './4-facts/statement.js';
import { OPINION } from './lexicon/words.js';

/** Kinds that state something checkable by themselves, whatever the genre. */
const HARD = /^(?:quantity|date|person-role|founding|work-title|alias|location|definition|rank)$/;
/** So much of what is found survives choosing and gate and is worth asking. */
const QUESTIONS_A_FACT = 0.8;
const FEWEST = 3;
const ENOUGH = 10;
/** An opinion piece has phrases enough, but few facts: it bears few questions. */
const QUESTIONS_A_HARD_FACT = 1.5;
const MOST = 40;
/** A short text may be dense: this many it bears whatever its length, more only by it. */
const ANY_LENGTH = 16;
const CHARACTERS_A_QUESTION = 100;
/** Facts beyond this number, or this number a question, are not written up: a quiz never gets to them. */
const SHORTLIST = 200;
const SHORTLIST_A_QUESTION = 5;
/** The shortlist draws alike on so many parts of the text. */
const PARTS = 6;

/**
 * Which facts are worth a question, the weightier first, and how many questions the article bears. When
 * `sparing`, whole sentences of a long article are passed over.
 */
export function chooseFacts(
  findings: readonly Finding[],
  length: number,
  count: number | undefined,
  { sparing = true }: { sparing?: boolean } = {},
): { chosen: Finding[]; wanted: number; passedOver: ReadonlySet<Scene>; notes: Note[] } {
  const notes: Note[] = [];
  const opinions: Finding[] = [];
  const seen = new Set<string>();
  const chosen = findings.filter((finding) => {
    const { fact, scene } = finding;
    const said = `${fact.answer}|${fact.statement}`;
    if (seen.has(said)) return false;
    seen.add(said);
    if (isOpinion({ fact, scene })) {
      notes.push({
        stage: 'choose',
        code: 'opinion',
        detail: `“${fact.answer}”出自议论，不作为事实出题。`,
        factId: fact.id,
        quote: scene.reading.text,
      });
      opinions.push(finding);
      return false;
    }
    return true;
  });
  if (chosen.filter(({ fact }) => HARD.test(fact.kind)).length < FEWEST)
    chosen.push(...opinions.map(asOpinion));
  // Catchwords and scenery are only asked for where there is hardly anything else.
  const weighty = chosen.filter(({ fact }) => fact.importance > 1);
  if (weighty.length >= ENOUGH) chosen.splice(0, chosen.length, ...weighty);
  const hard = chosen.filter(({ fact }) => HARD.test(fact.kind)).length;
  const bearable = Math.min(
    MOST,
    Math.max(ANY_LENGTH, Math.ceil(length / CHARACTERS_A_QUESTION)),
    Math.ceil(chosen.length * QUESTIONS_A_FACT),
    Math.max(FEWEST, Math.ceil(hard * QUESTIONS_A_HARD_FACT)),
  );
  const wanted = Math.min(count ?? bearable, Math.max(bearable, count ?? 0));
  const passedOver = sparing
    ? sentencesToPassOver(chosen, Math.max(SHORTLIST, wanted * SHORTLIST_A_QUESTION))
    : new Set<Scene>();
  const listed = chosen.filter(({ scene }) => !passedOver.has(scene));
  if (passedOver.size > 0) {
    const detail = `文章里的事实远多于题目，另有 ${chosen.length - listed.length} 条没有用来出题。`;
    notes.push({ stage: 'choose', code: 'passed-over', detail });
  }
  return {
    chosen: listed.toSorted((a, b) => b.fact.importance - a.fact.importance),
    wanted,
    passedOver,
    notes,
  };
}

/** Keeps about so many facts of all parts of the text and all kinds, and whole sentences, so that joint questions stay. */
function sentencesToPassOver(findings: readonly Finding[], most: number): ReadonlySet<Scene> {
  if (findings.length <= most) return new Set();
  const passedOver = new Set(findings.map(({ scene }) => scene));
  const size = Math.ceil(findings.length / PARTS);
  for (let from = 0; from < findings.length; from += size) {
    const part = findings.slice(from, from + size);
    let room = most / PARTS;
    for (const next of inTurns(part)) {
      if (room <= 0) break;
      if (passedOver.delete(next.scene)) room -= part.filter(({ scene }) => scene === next.scene).length;
    }
  }
  return passedOver;
}

/** The weightiest of every kind, then the next of every kind, and so on. */
function inTurns(findings: readonly Finding[]): Finding[] {
  const turns = new Map<string, number>();
  return findings
    .toSorted((a, b) => b.fact.importance - a.fact.importance)
    .map((finding) => {
      const turn = turns.get(finding.fact.kind) ?? 0;
      turns.set(finding.fact.kind, turn + 1);
      return { finding, turn };
    })
    .toSorted((a, b) => a.turn - b.turn)
    .map(({ finding }) => finding);
}

function isOpinion({ fact, scene }: Pick<Finding, 'fact' | 'scene'>): boolean {
  return !HARD.test(fact.kind) && !fact.speaker && OPINION.test(scene.reading.text);
}

/** Where a text has hardly anything but opinions, a few may be asked for as what they are: the author's. */
function asOpinion(finding: Finding): Finding {
  const statement = { ...finding.statement, lead: '作者认为，' };
  return {
    ...finding,
    statement,
    fact: { ...finding.fact, statement: `${textOf(statement)}。`, importance: 1 },
  };
}
