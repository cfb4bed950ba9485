import type { Note } from './draft.js';
import type { Finding } from './4-facts/index.js';
import { textOf } from './4-facts/statement.js';
import { OPINION } from './lexicon/words.js';

/** Kinds that state something checkable by themselves, whatever the genre. */
const HARD = /^(?:quantity|date|person-role|founding|work-title|alias|location|definition|rank)$/;
/** So much of what is found survives choosing and gate and is worth asking. */
const QUESTIONS_A_FACT = 0.8;
const FEWEST = 3;
/** An opinion piece has phrases enough, but few facts: it bears few questions. */
const QUESTIONS_A_HARD_FACT = 1.5;
const MOST = 40;
/** A short text may be dense: this many it bears whatever its length, more only by it. */
const ANY_LENGTH = 16;
const CHARACTERS_A_QUESTION = 100;

/** Which facts are worth a question, the weightier first, and how many questions the article bears. */
export function chooseFacts(
  findings: readonly Finding[],
  length: number,
  count: number | undefined,
): { chosen: Finding[]; wanted: number; notes: Note[] } {
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
  const hard = chosen.filter(({ fact }) => HARD.test(fact.kind)).length;
  const bearable = Math.min(
    MOST,
    Math.max(ANY_LENGTH, Math.ceil(length / CHARACTERS_A_QUESTION)),
    Math.ceil(chosen.length * QUESTIONS_A_FACT),
    Math.max(FEWEST, Math.ceil(hard * QUESTIONS_A_HARD_FACT)),
  );
  return {
    chosen: chosen.toSorted((a, b) => b.fact.importance - a.fact.importance),
    wanted: Math.min(count ?? bearable, Math.max(bearable, count ?? 0)),
    notes,
  };
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
