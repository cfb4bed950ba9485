import type { Candidate } from '../candidate.js';
import type { Note } from '../draft.js';
import type { CrossExamination } from './proposals.js';

const TRUTH = ['正确', '错误'];
/** So many right answers without the article, and the question gives itself away. */
const GUESSED = 2;

interface Helpers {
  readonly isProposed: (candidate: Candidate) => boolean;
  /** The same question with other wrong options that passed the gate, the best first. */
  readonly withOtherOptions: (candidate: Candidate) => readonly Candidate[];
}

/**
 * Weighs what a model answered without knowing the key. With the article open it has to find the key: a question that
 * came from a model falls, one that came from the rules stays and is pointed out. What it finds with the article
 * closed gets other wrong options; where there are none that are not guessed as well, it stays and is pointed out.
 */
export function crossExamine(
  examinations: readonly CrossExamination[] | undefined,
  candidates: readonly Candidate[],
  { isProposed, withOtherOptions }: Helpers,
): { kept: readonly Candidate[]; notes: Note[] } {
  const notes: Note[] = [];
  if (!examinations || examinations.length === 0) return { kept: candidates, notes };
  const byQuestion = new Map(examinations.map((each) => [printOf(each.stem, each.options), each]));
  const examinationOf = (candidate: Candidate) =>
    byQuestion.get(printOf(candidate.stem, answerSheet(candidate).options));
  const isGuessed = (candidate: Candidate) => {
    const guesses = examinationOf(candidate)?.closedBook ?? [];
    return (
      candidate.type !== 'tf' && guesses.filter((chosen) => isRight(candidate, chosen)).length >= GUESSED
    );
  };
  const isMissed = (candidate: Candidate) => {
    const chosen = examinationOf(candidate)?.openBook;
    return chosen !== undefined && !isRight(candidate, chosen);
  };
  const kept = candidates.flatMap((candidate) => {
    const { stem, finding } = candidate;
    const noted = (code: string, detail: string) =>
      notes.push({ stage: 'gate', code, detail: `“${stem}”：${detail}`, factId: finding.fact.id });
    if (isMissed(candidate)) {
      const dropped = isProposed(candidate);
      noted('cross-examined', `大模型看着文章也没有选出答案${dropped ? '，已舍弃。' : '，请核对。'}`);
      if (dropped) return [];
    }
    if (!isGuessed(candidate)) return [candidate];
    const other = withOtherOptions(candidate).find((each) => !isGuessed(each) && !isMissed(each));
    noted('guessable', other ? '不看文章也能猜中，已换干扰项。' : '不看文章也能猜中，可换干扰项。');
    return [other ?? candidate];
  });
  return { kept, notes };
}

function isRight(candidate: Candidate, chosen: readonly string[] | null): boolean {
  return chosen !== null && same(chosen, answerSheet(candidate).key);
}

export function answerSheet({ type, correct, wrong, truth }: Candidate): {
  key: readonly string[];
  options: readonly string[];
} {
  if (type === 'tf') return { key: [truth ? '正确' : '错误'], options: TRUTH };
  return { key: correct, options: [...correct, ...wrong] };
}

export function printOf(stem: string, options: readonly string[]): string {
  return JSON.stringify([stem, options.toSorted()]);
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text) => b.includes(text));
}
