import type { Fact } from '#question';
import type { Reading, Surroundings } from '../3-names/index.js';
import type { AnswerForm, Find } from '../4-facts/find.js';
import type { Finding } from '../4-facts/index.js';
import { readReferences, type References } from '../4-facts/references.js';
import { readScenes, type Scene } from '../4-facts/scene.js';
import { stateAlone } from '../4-facts/state-alone.js';
import { textOf, type Statement } from '../4-facts/statement.js';
import type { Note } from '../draft.js';
import { ORGANISATION_ENDINGS } from '../lexicon/organisations.js';
import { PLAN } from '../lexicon/words.js';
import { holds, onlyFigure } from './locate.js';
import type { ProposalSet, ProposedFact } from './proposals.js';
import { REFUSALS, placesOf, verifyFact, type VerifiedFact } from './verify-fact.js';

const DATE = /^\d{4}年(?:初|底|末|\d{1,2}月(?:\d{1,2}日)?)?$/;
const ORGANISATION = new RegExp(`(?:${ORGANISATION_ENDINGS.join('|')})$`);
/** Forms whose questions templates write well; other answers need a proposed wording. */
const TEMPLATED: readonly AnswerForm[] = ['figure', 'date', 'title', 'organisation', 'list'];
const LONGEST_NOTED = 60;

export interface AddedFacts {
  readonly findings: readonly Finding[];
  /** Facts that are true but that only a proposed stem can ask for. */
  readonly worded: ReadonlySet<string>;
  readonly notes: readonly Note[];
}

/**
 * Facts that were proposed, verified word by word and numbered behind the rules' own. Where a rule found an answer
 * already, the rule's fact stays alone.
 */
export function addProposedFacts(
  proposed: ProposalSet<ProposedFact> | undefined,
  ruled: readonly Finding[],
  readings: readonly Reading[],
  around: Surroundings,
): AddedFacts {
  if (!proposed || proposed.proposals.length === 0) return { findings: [], worded: new Set(), notes: [] };
  const references = readReferences(around);
  const scenes = new Map(readScenes(readings, around.names).map((scene) => [scene.reading.index, scene]));
  const places = placesOf(readings);
  const findings: Finding[] = [];
  const worded = new Set<string>();
  const notes: Note[] = [];
  let known = 0;
  for (const proposal of proposed.proposals) {
    const verified = verifyFact(proposal, places, around.article);
    if (typeof verified === 'string') {
      notes.push(noteFor(proposal, verified));
      continue;
    }
    const scene = scenes.get(verified.reading.index);
    if (!scene || overlapsAny(verified, [...ruled, ...findings])) {
      known += 1;
      continue;
    }
    const { finding, templated } = findingOf(
      verified,
      scene,
      references,
      around,
      ruled.length + findings.length,
    );
    findings.push(finding);
    if (!templated) worded.add(finding.fact.id);
  }
  if (known > 0) {
    const detail = `大模型提议的 ${known} 条事实与已找到的重复，以已找到的为准。`;
    notes.push({ stage: 'facts', code: 'proposal-known', detail });
  }
  return { findings, worded, notes };
}

function overlapsAny({ span }: VerifiedFact, findings: readonly Finding[]): boolean {
  return findings.some(({ find }) => find.start < span.end && span.start < find.end);
}

function findingOf(
  verified: VerifiedFact,
  scene: Scene,
  references: References,
  around: Surroundings,
  index: number,
): { finding: Finding; templated: boolean } {
  const { proposal, answer, span, items, open, quote, subjectProof } = verified;
  const form = formOf(verified, around);
  const figure = form === 'figure' ? onlyFigure(answer) : null;
  const stated = stateAlone(scene, span, references, around.isNamed);
  const own = typeof stated !== 'string' && keeps(stated, proposal) ? stated : null;
  const statement = own ?? wholeSentence(verified);
  const find: Find = {
    kind: proposal.kind,
    form,
    answer,
    ...span,
    importance: 2,
    ...(figure && { figure }),
    ...(figure?.hedge && { hedge: figure.hedge }),
    ...(items.length > 0 && { items, open }),
  };
  const time = statement.time ?? proposal.time;
  const speaker = scene.speech?.name ?? proposal.speaker;
  const also = statement.alsoFrom
    .filter(({ start, end }) => start >= quote.end || end <= quote.start)
    .map(({ text, start, end }) => ({ quote: text, start, end }));
  const proof = subjectProof && !also.some(({ start }) => start === subjectProof.start) ? [subjectProof] : [];
  const fact: Fact = {
    id: `F${index + 1}`,
    kind: proposal.kind,
    subject: proposal.subject,
    statement: `${textOf(statement)}。`,
    answer,
    acceptedForms: [],
    ...(items.length > 0 && { items: items.map(({ text }) => text), open }),
    evidence: [quote, ...also, ...proof],
    ...(time && { time }),
    ...(speaker && { speaker }),
    ...(figure?.hedge && { hedge: figure.hedge }),
    importance: 2,
  };
  return { finding: { fact, find, statement, scene }, templated: own !== null && TEMPLATED.includes(form) };
}

/** The rules' statement is only used when it speaks of the same subject, time and speaker. */
function keeps(statement: Statement, { subject, time, speaker }: ProposedFact): boolean {
  const text = textOf(statement);
  return [subject, time, speaker].every((words) => words === undefined || holds(text, words));
}

function wholeSentence({ reading, proposal }: VerifiedFact): Statement {
  const text = reading.text.replace(/[。！!；;]?[”’]?$/, '');
  return {
    lead: '',
    parts: [{ text, start: reading.start }],
    subject: proposal.subject,
    time: proposal.time ?? null,
    plan: PLAN.test(text),
    alsoFrom: [],
  };
}

function formOf({ answer, items, proposal }: VerifiedFact, { names }: Surroundings): AnswerForm {
  if (items.length > 1) return 'list';
  if (DATE.test(answer)) return 'date';
  if (/^《[^《》]+》$/.test(answer)) return 'title';
  const figure = onlyFigure(answer);
  if (figure && !figure.tied && figure.text === answer) return 'figure';
  const organised =
    /^(?:organisation|founding|person-role)$/.test(proposal.kind) && ORGANISATION.test(answer);
  if (organised || names.organisations.includes(answer)) return 'organisation';
  return 'phrase';
}

function noteFor({ answer, quote }: ProposedFact, refusal: keyof typeof REFUSALS): Note {
  return {
    stage: 'facts',
    code: `proposal-${refusal}`,
    detail: `大模型提议的“${brief(answer)}”没有采用：${REFUSALS[refusal]}。`,
    quote: brief(quote),
  };
}

export function brief(text: string): string {
  return text.length > LONGEST_NOTED ? `${text.slice(0, LONGEST_NOTED)}……` : text;
}
