import { WRITABLE_TYPES, type Fact, type WritableType } from '#question';
import { cleanArticle, type CleanArticle } from './1-clean-text/index.js';
import { readSentences } from './2-sentences.js';
import { readNames } from './3-names/index.js';
import { findFacts } from './4-facts/index.js';
import { chooseFacts } from './5-choose.js';
import { writeStems } from './6-stems/index.js';
import { findDistractors } from './7-distractors/index.js';
import { passGate } from './8-gate/index.js';
import { finish } from './9-balance/finish.js';
import { balance } from './9-balance/index.js';
import type { Note, WritingProgress, WrittenQuiz } from './draft.js';
import {
  addProposedFacts,
  crossExamine,
  markOrigins,
  originsOf,
  wordFacts,
  type Proposals,
} from './proposals/index.js';
import { refuseArticle } from './refuse-article.js';

export interface WriteQuizOptions {
  readonly seed: number;
  /** How many questions at most; fewer when the article holds fewer good facts. */
  readonly count?: number;
  readonly types?: readonly WritableType[];
  /** The course's other accepted facts: their titles, terms and lists may stand beside this article's as wrong options. */
  readonly elsewhere?: readonly Fact[];
  /** What a model offered: verified word by word, then judged like the rules' own. Without it nothing changes. */
  readonly proposals?: Proposals;
  readonly onProgress?: (progress: WritingProgress) => void;
}

/**
 * Writes a quiz from an article. The same article, seed and proposals give the same quiz; without facts it is empty and
 * a note says why.
 */
export function writeQuiz(text: string, options: WriteQuizOptions): WrittenQuiz {
  const refusal = refuseArticle(text);
  if (refusal) return empty({ stage: 'clean-text', code: refusal.code, detail: refusal.detail });
  const { seed, types = WRITABLE_TYPES, elsewhere = [], proposals = {} } = options;
  const tell = (progress: Partial<WritingProgress> & Pick<WritingProgress, 'stage'>) =>
    options.onProgress?.({ done: 1, total: 1, facts: 0, kept: 0, dropped: 0, ...progress });

  const cleaned = cleanArticle(text);
  const { article } = cleaned;
  tell({ stage: 'clean-text' });
  if (!isChinese(article)) {
    return empty(
      { stage: 'clean-text', code: 'no-chinese', detail: '文章里几乎没有中文，无法出题。' },
      cleaned,
    );
  }
  const sentences = readSentences(article);
  tell({ stage: 'sentences', done: sentences.length, total: sentences.length });
  const { around, readings } = readNames(article, sentences);
  tell({ stage: 'names' });
  const {
    findings: ruled,
    joints,
    notes: unstated,
  } = findFacts(readings, around, (done, facts) =>
    tell({ stage: 'facts', done, total: readings.length, facts }),
  );
  const added = addProposedFacts(proposals.facts, ruled, readings, around);
  const findings = [...ruled, ...added.findings];
  // A proposed wording may be for any fact, so with proposals none is passed over.
  const {
    chosen,
    wanted,
    passedOver,
    notes: unchosen,
  } = chooseFacts(findings, article.length, options.count, { sparing: !options.proposals });
  const templated = chosen.filter(({ fact }) => !added.worded.has(fact.id));
  const worded = wordFacts(proposals.wordings, chosen, types, around, seed);
  const listed = joints.filter(({ findings: [first] }) => !first || !passedOver.has(first.scene));
  const sketches = [...writeStems(templated, listed, types), ...worded.sketches];
  tell({ stage: 'stems', facts: findings.length, kept: sketches.length });
  const { candidates, notes: without } = findDistractors(sketches, findings, around, seed, elsewhere);
  const { passed, notes: refused } = passGate([...candidates, ...worded.candidates], around);
  const originOf = originsOf(proposals, added, worded);
  const { kept, notes: doubted } = crossExamine(
    proposals.examinations,
    passed,
    (each) => originOf(each) !== null,
  );
  tell({ stage: 'gate', facts: findings.length, kept: kept.length, dropped: refused.length });
  const { picked, notes: left } = balance(kept, wanted, article.length, types, seed);
  const finished = finish(picked, seed);
  const questions = options.proposals ? markOrigins(finished, picked, originOf) : finished;
  const offered = [...added.notes, ...worded.notes];
  const notes = [...unstated, ...offered, ...unchosen, ...without, ...refused, ...doubted, ...left];
  if (questions.length === 0)
    notes.unshift({ stage: 'facts', code: 'no-facts', detail: '文章里没有找到可以出题的事实。' });
  tell({ stage: 'balance', facts: findings.length, kept: questions.length, dropped: refused.length });
  return { ...cleaned, facts: findings.map(({ fact }) => fact), questions, notes };
}

const NOTHING: CleanArticle = { article: '', origins: { runs: [] }, repairs: [] };

function empty(note: Note, cleaned = NOTHING): WrittenQuiz {
  return { ...cleaned, facts: [], questions: [], notes: [note] };
}

function isChinese(text: string): boolean {
  const han = text.match(/[\u3400-\u9fff]/g)?.length ?? 0;
  const kana = text.match(/[\u3040-\u30ff\uac00-\ud7af]/g)?.length ?? 0;
  return han >= 8 && han > kana && han * 4 > text.replace(/\s/g, '').length;
}
