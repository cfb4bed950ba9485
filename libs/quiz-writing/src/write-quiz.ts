import { WRITABLE_TYPES, type Fact, type WritableType } from '#question';
import { findFacts } from './4-facts/index.js';
import { chooseFacts } from './5-choose.js';
import { writeStems } from './6-stems/index.js';
import { findDistractors } from './7-distractors/index.js';
import { passGate } from './8-gate/index.js';
import { finish } from './9-balance/finish.js';
import { addAsked } from './9-balance/forms.js';
import { balance } from './9-balance/index.js';
import { askAnew } from './ask-anew.js';
import type { WritingProgress, WrittenQuiz } from './draft.js';
import { openArticle, type Tell } from './open-article.js';
import {
  addProposedFacts,
  crossExamine,
  isProposing,
  markOrigins,
  originsOf,
  otherOptions,
  wordFacts,
  type Proposals,
} from './proposals/index.js';

export interface WriteQuizOptions {
  readonly seed: number;
  /** How many questions at most; fewer when the article holds fewer good facts. */
  readonly count?: number;
  readonly types?: readonly WritableType[];
  /** The course's other accepted facts: their titles, terms and lists may stand beside this article's as wrong options. */
  readonly elsewhere?: readonly Fact[];
  /** How many different questions each fact of the quiz should have, 1 to 4. The first form is the quiz without forms. */
  readonly forms?: number;
  /** What a model offered: verified word by word, then judged like the rules' own. Without it nothing changes. */
  readonly proposals?: Proposals;
  readonly onProgress?: (progress: WritingProgress) => void;
}

/**
 * Writes a quiz from an article. The same article, seed and proposals give the same quiz; without facts it is empty and
 * a note says why.
 */
export function writeQuiz(text: string, options: WriteQuizOptions): WrittenQuiz {
  const { seed, types = WRITABLE_TYPES, elsewhere = [], proposals = {}, forms = 1 } = options;
  const tell: Tell = (progress) =>
    options.onProgress?.({ done: 1, total: 1, facts: 0, kept: 0, dropped: 0, ...progress });
  const opened = openArticle(text, tell);
  if ('refusal' in opened) {
    const { cleaned, refusal } = opened;
    return { ...cleaned, facts: [], questions: [], notes: [refusal] };
  }
  const { cleaned, around, readings } = opened;
  const { article } = cleaned;
  const {
    findings: ruled,
    joints,
    notes: unstated,
  } = findFacts(readings, around, (done, facts) =>
    tell({ stage: 'facts', done, total: readings.length, facts }),
  );
  const isAssisted = isProposing(proposals);
  const added = addProposedFacts(proposals.facts, ruled, readings, around);
  const findings = [...ruled, ...added.findings];
  // A proposed wording may be for any fact, so with proposals none is passed over.
  const {
    chosen,
    wanted,
    passedOver,
    notes: unchosen,
  } = chooseFacts(findings, article.length, options.count, { sparing: !isAssisted });
  const templated = chosen.filter(({ fact }) => !added.worded.has(fact.id));
  const worded = wordFacts(proposals.wordings, chosen, types, around, seed);
  const listed = joints.filter(({ findings: [first] }) => !first || !passedOver.has(first.scene));
  const sketches = [...writeStems(templated, listed, types), ...worded.sketches];
  tell({ stage: 'stems', facts: findings.length });
  const { candidates, notes: without } = findDistractors(sketches, findings, around, seed, elsewhere);
  const { passed, notes: refused } = passGate([...candidates, ...worded.candidates], around);
  const originOf = originsOf(proposals, added, worded);
  const { kept, notes: doubted } = crossExamine(proposals.examinations, passed, {
    isProposed: (each) => originOf(each) !== null,
    withOtherOptions: otherOptions(proposals.wordings, findings, around, seed, elsewhere),
  });
  const dropped = refused.length + passed.length - kept.length;
  tell({ stage: 'gate', facts: findings.length, kept: kept.length, dropped });
  const { picked, notes: left } = balance(kept, wanted, article.length, types, seed);
  const first = finish(picked, seed);
  const factIds = [...new Set(picked.flatMap(({ covers }) => covers))];
  const asked = addAsked(new Map(), picked);
  const order = {
    factIds,
    asked,
    from: 2,
    upTo: forms,
    pool: kept,
    sketches,
    findings,
    around,
    elsewhere,
    seed,
  };
  const further = askAnew(order);
  const finished = [...first, ...further.questions].map((question, at) => ({
    ...question,
    id: `Q${at + 1}`,
  }));
  const all = [...picked, ...further.candidates];
  const questions = isAssisted ? markOrigins(finished, all, originOf) : finished;
  const offered = [...added.notes, ...worded.notes];
  const notes = [...unstated, ...offered, ...unchosen, ...without, ...refused, ...doubted, ...left];
  if (questions.length === 0)
    notes.unshift({ stage: 'facts', code: 'no-facts', detail: '文章里没有找到可以出题的事实。' });
  tell({ stage: 'balance', facts: findings.length, kept: questions.length, dropped });
  return { ...cleaned, facts: findings.map(({ fact }) => fact), questions, notes };
}
