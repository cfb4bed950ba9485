import { judge, type RulingRecord } from '#database';
import type { Question, Response } from '#question';
import { explainScore, type MarkingPolicy, passes, verifyAttempt } from '#scoring';
import { isDeepStrictEqual } from 'node:util';
import type { AttemptVerification, VerifyGap } from './verification.dto.js';

/** A closed attempt: its events, marks and rulings on one side, what is stored of it on the other. */
export interface ClosedRecord {
  readonly score: number;
  readonly maxScore: number;
  readonly passed: boolean | null;
  readonly passMark: number | null;
  readonly marking: Partial<MarkingPolicy> | null;
  readonly rulings: readonly RulingRecord[] | null;
  readonly slots: readonly SlotToVerify[];
  readonly ledger: readonly LedgerLine[] | null;
}

interface SlotToVerify {
  readonly slot: number;
  readonly questionVersionId: string;
  readonly points: number;
  readonly response: Response | null;
  readonly marks: readonly { readonly fraction: number }[] | null;
  readonly stored: StoredSlot | null;
}

interface StoredSlot {
  readonly response: Response | null;
  readonly fraction: number | null;
  readonly score: number | null;
}

interface LedgerLine {
  readonly number: number;
  readonly before: number | null;
  readonly after: number | null;
  readonly maxBefore: number | null;
  readonly maxAfter: number | null;
}

/** Computes a closed attempt again from its events, marks and rulings, and follows its ledger line by line. */
export function verifyRecord(
  attempt: ClosedRecord,
  versions: ReadonlyMap<string, { readonly content: Question }>,
): AttemptVerification {
  const { score, maxScore, passed, passMark, marking } = attempt;
  const answered = attempt.slots.map(({ slot, questionVersionId, points, response, marks }) => {
    const { versionId, ruling } = judge(questionVersionId, attempt.rulings ?? []);
    const question = versions.get(versionId)?.content;
    if (!question) throw new Error(`the bank lacks slot ${slot} of an attempt`);
    return { slot, points, question, response, ruling, personFraction: marks?.at(-1)?.fraction ?? null };
  });
  const slots = attempt.slots.flatMap(({ slot, stored }) =>
    stored ? [{ slot, fraction: stored.fraction, score: stored.score }] : [],
  );
  const { computed, gaps } = verifyAttempt(answered, marking, { slots, score, maxScore });
  const should = passMark === null ? null : passes(computed, { kind: 'share', share: passMark });
  const all: VerifyGap[] = [
    ...responseGaps(attempt),
    ...gaps.map(({ slot, code, text }) => ({ slot, code, text })),
    ...(should === passed ? [] : [gap('passed', `是否及格：记录${said(passed)}，应为${said(should)}。`)]),
    ...ledgerGaps(attempt),
  ];
  return {
    equal: all.length === 0,
    score,
    computedScore: computed.score,
    maxScore,
    computedMaxScore: computed.maxScore,
    gaps: all,
    explanation: explainScore(computed),
  };
}

function responseGaps({ slots }: ClosedRecord): VerifyGap[] {
  return slots
    .filter(({ stored, response }) => stored && !isDeepStrictEqual(stored.response, response))
    .map(({ slot }) => ({
      slot,
      code: 'response',
      text: `第 ${slot} 题：判分用的作答与作答记录里最后一次不同。`,
    }));
}

/** Every line begins where the one before ended, and the last ends at what the attempt says today. */
function ledgerGaps({ ledger, score, maxScore }: ClosedRecord): VerifyGap[] {
  const lines = ledger ?? [];
  const gaps: VerifyGap[] = [];
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    if (!before || (line.before === before.after && line.maxBefore === before.maxAfter)) continue;
    gaps.push(
      gap(
        'ledger',
        `流水第 ${line.number} 行：变化前记为 ${at(line.before, line.maxBefore)}，而上一行之后是 ${at(before.after, before.maxAfter)}。`,
      ),
    );
  }
  const last = lines.at(-1);
  if (last && (last.after !== score || last.maxAfter !== maxScore)) {
    const now = `答卷记录的是 ${at(score, maxScore)}`;
    gaps.push(gap('ledger', `流水最后一行（第 ${last.number} 行）之后是 ${at(last.after, last.maxAfter)}，${now}：后来的改动没有写进流水。`)); // prettier-ignore
  }
  return gaps;
}

function gap(code: VerifyGap['code'], text: string): VerifyGap {
  return { slot: null, code, text };
}

function at(score: number | null, maxScore: number | null): string {
  return `${score ?? '无'}/${maxScore ?? '无'} 分`;
}

function said(passed: boolean | null): string {
  return passed === null ? '待定' : passed ? '及格' : '不及格';
}
