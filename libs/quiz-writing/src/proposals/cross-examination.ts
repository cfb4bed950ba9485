import type { Candidate } from '../candidate.js';
import type { Note } from '../draft.js';
import type { CrossExamination } from './proposals.js';

const TRUTH = ['正确', '错误'];
/** So many right answers without the article, and the question gives itself away. */
const GUESSED = 2;

/**
 * Weighs what a model answered without knowing the key. With the article open it has to find the key: a question that
 * came from a model falls, one that came from the rules stays and is pointed out. What it finds with the article
 * closed is pointed out as guessable.
 */
export function crossExamine(
  examinations: readonly CrossExamination[] | undefined,
  candidates: readonly Candidate[],
  isProposed: (candidate: Candidate) => boolean,
): { kept: readonly Candidate[]; notes: Note[] } {
  const notes: Note[] = [];
  if (!examinations || examinations.length === 0) return { kept: candidates, notes };
  const byQuestion = new Map(examinations.map((each) => [printOf(each.stem, each.options), each]));
  const kept = candidates.filter((candidate) => {
    const { key, options } = answerSheet(candidate);
    const examined = byQuestion.get(printOf(candidate.stem, options));
    if (!examined) return true;
    const noted = (code: string, detail: string) =>
      notes.push({ stage: 'gate', code, detail, factId: candidate.finding.fact.id });
    const right = (chosen: readonly string[] | null) => chosen !== null && same(chosen, key);
    if (examined.openBook !== undefined && !right(examined.openBook)) {
      const dropped = isProposed(candidate);
      noted(
        'cross-examined',
        `“${candidate.stem}”：大模型看着文章也没有选出答案${dropped ? '，已舍弃。' : '，请核对。'}`,
      );
      if (dropped) return false;
    }
    if (candidate.type !== 'tf' && (examined.closedBook ?? []).filter(right).length >= GUESSED) {
      noted('guessable', `“${candidate.stem}”：不看文章也能猜中，可换干扰项。`);
    }
    return true;
  });
  return { kept, notes };
}

function answerSheet({ type, correct, wrong, truth }: Candidate): {
  key: readonly string[];
  options: readonly string[];
} {
  if (type === 'tf') return { key: [truth ? '正确' : '错误'], options: TRUTH };
  return { key: correct, options: [...correct, ...wrong] };
}

function printOf(stem: string, options: readonly string[]): string {
  return JSON.stringify([stem, options.toSorted()]);
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text) => b.includes(text));
}
