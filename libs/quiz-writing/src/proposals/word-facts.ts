import type { WritableType } from '#question';
import type { Finding } from '../4-facts/index.js';
import { textOf } from '../4-facts/statement.js';
import { sketch } from '../6-stems/sketch.js';
import type { Surroundings } from '../3-names/index.js';
import { bare } from '../8-gate/rule.js';
import type { Candidate, Sketch } from '../candidate.js';
import type { Note } from '../draft.js';
import { findFigures } from '../numbers.js';
import { brief } from './add-facts.js';
import { isSameValue } from './locate.js';
import { knownTruth, pickDistractors } from './pick-distractors.js';
import type { ProposalSet, ProposedWording } from './proposals.js';
import { isInLanguageOf, isInstruction } from './suspicion.js';

const REFUSALS = {
  'fact-unknown': '没有这条事实，或它的答案已经不同',
  'not-a-choice': '这条事实的答案是并列的几项，不宜单选',
  instruction: '像是写给模型的指令',
  language: '不是文章的语言',
  negative: '用了否定式',
  'not-asking': '没有问到答案',
  'figure-invented': '题干里的数字不在依据里',
  ungrounded: '题干说的不是依据里的事',
  distractors: '可用的干扰项不足两个',
} as const;

type Refusal = keyof typeof REFUSALS;

const NEGATIVE = /不属于|不包括|不正确|不符合|错误的?是|没有提到|除了/;
const ASKING = /哪|什么|多少|几|谁|何|怎样|如何|[（(]\s*[）)]|_{2,}/;
const ASKING_WORDS =
  /据|根据|文中|文章|介绍|报道|表示|认为|指出|下列|以下|哪[一些种类项个家位所座里年天级方面]*|什么|多少|几|谁|何|怎样|如何|是否|目前|主要|被|由|了|的|是|在|为|[？?。，]/g;
/** This share of the stem's pairs of characters has to stand in what proves the fact. */
const GROUNDED = 0.5;

export interface WordedFacts {
  /** Figures and dates: their wrong options are made by rule. */
  readonly sketches: readonly Sketch[];
  readonly candidates: readonly Candidate[];
  readonly notes: readonly Note[];
}

/** Single-choice questions in proposed words, for the gate to judge like any other. */
export function wordFacts(
  proposed: ProposalSet<ProposedWording> | undefined,
  findings: readonly Finding[],
  types: readonly WritableType[],
  around: Surroundings,
  seed: number,
): WordedFacts {
  const sketches: Sketch[] = [];
  const candidates: Candidate[] = [];
  const notes: Note[] = [];
  if (!proposed || !types.includes('single')) return { sketches, candidates, notes };
  const truth = knownTruth(findings, around);
  const byId = new Map(findings.map((finding) => [finding.fact.id, finding]));
  const seen = new Set<string>();
  for (const wording of proposed.proposals) {
    const finding = byId.get(wording.factId);
    const stem = wording.stem.normalize('NFC').trim();
    if (seen.has(`${wording.factId} ${bare(stem)}`)) continue;
    seen.add(`${wording.factId} ${bare(stem)}`);
    const refuse = (refusal: Refusal) => notes.push(noteFor(wording, refusal));
    const refusal = finding ? refuseStem(stem, wording, finding, around) : 'fact-unknown';
    if (!finding || refusal) {
      refuse(refusal ?? 'fact-unknown');
      continue;
    }
    const drawn = sketch(finding, 'single', stem, [finding.fact.answer]);
    if (finding.find.form === 'figure' || finding.find.form === 'date') {
      sketches.push(drawn);
      continue;
    }
    const wrong = pickDistractors(finding, wording.distractors, truth, seed);
    if (wrong) candidates.push({ ...drawn, wrong });
    else refuse('distractors');
  }
  return { sketches, candidates, notes };
}

function refuseStem(
  stem: string,
  { answer }: ProposedWording,
  finding: Finding,
  { article }: Surroundings,
): Refusal | null {
  const { fact, find, statement } = finding;
  if (fact.answer !== answer) return 'fact-unknown';
  if (find.form === 'list' || find.form === 'sequence') return 'not-a-choice';
  if (isInstruction(stem)) return 'instruction';
  if (!isInLanguageOf(article, stem)) return 'language';
  if (NEGATIVE.test(stem)) return 'negative';
  if (!asksFor(finding, stem)) return 'not-asking';
  const proof = [
    ...fact.evidence.map(({ quote }) => quote),
    textOf(statement),
    fact.subject,
    fact.time ?? '',
    fact.speaker ?? '',
  ].join('\n');
  const figures = findFigures(proof);
  const invented = findFigures(stem).some((figure) => !figures.some((other) => isSameValue(figure, other)));
  if (invented) return 'figure-invented';
  return shareIn(stem, proof) < GROUNDED ? 'ungrounded' : null;
}

function asksFor({ find }: Finding, stem: string): boolean {
  if (find.form === 'date') return /哪|何时|什么时/.test(stem);
  if (find.form === 'figure') return /多少|几|[（(]\s*[）)]|_{2,}/.test(stem);
  return ASKING.test(stem);
}

function shareIn(stem: string, proof: string): number {
  const said = bare(proof);
  const pieces = stem.split(ASKING_WORDS).map(bare);
  const pairs = pieces.flatMap((piece) =>
    Array.from({ length: Math.max(0, piece.length - 1) }, (_, at) => piece.slice(at, at + 2)),
  );
  if (pairs.length === 0) return 0;
  return pairs.filter((pair) => said.includes(pair)).length / pairs.length;
}

function noteFor({ factId, stem }: ProposedWording, refusal: Refusal): Note {
  return {
    stage: refusal === 'distractors' ? 'distractors' : 'stems',
    code: `proposal-${refusal}`,
    detail: `大模型提议的题干“${brief(stem)}”没有采用：${REFUSALS[refusal]}。`,
    factId,
  };
}
