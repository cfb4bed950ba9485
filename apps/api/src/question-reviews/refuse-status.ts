import type { QuestionStatus } from '#database';
import { checkQuestion, type Question } from '#question';
import { invalidField, Problem } from '../problems/problem.js';

/** Where a question may go from where it is. */
const NEXT = {
  draft: ['in_review'],
  in_review: ['published', 'draft', 'retired'],
  published: ['retired'],
  retired: [],
} as const satisfies Record<QuestionStatus, readonly QuestionStatus[]>;

export interface ReviewedQuestion {
  readonly status: QuestionStatus;
  readonly content: Question;
  readonly authorId: string | null;
}

export interface StatusWish {
  readonly status: QuestionStatus;
  readonly reason?: string;
  readonly waiver?: string;
}

export interface Reviewer {
  readonly instructorId: string;
  /** Whether their college lets people accept questions of their own. */
  readonly singleReview: boolean;
}

/** Why somebody may not move a question to a status; null when they may. `article` is the text it quotes from. */
export function refuseStatus(
  { status, content, authorId }: ReviewedQuestion,
  wish: StatusWish,
  { instructorId, singleReview }: Reviewer,
  article: string | null,
): Problem | null {
  const next: readonly QuestionStatus[] = NEXT[status];
  if (!next.includes(wish.status)) {
    return new Problem('invalid-transition', { detail: `题目现在是 ${status}，不能变为 ${wish.status}。` });
  }
  if (wish.status === 'draft' && !wish.reason) {
    return invalidField('/reason', 'required', '退回题目时要写理由。');
  }
  if (wish.status !== 'published') return null;
  if (authorId === instructorId && !singleReview) {
    return new Problem('own-question', { detail: '这道题是您写的或最后由您修改的，要由另一位教师审批。' });
  }
  return refuseFlawed(content, article) ?? refuseUnproven(content, article, wish);
}

/** Whether sentences of its article prove it. */
export function isProven({ evidence }: Question, article: string | null): boolean {
  return evidence.length > 0 && article !== null;
}

/** A person decides, but a question whose key names no option or whose quote is not in the article stays out. */
function refuseFlawed(content: Question, article: string | null): Problem | null {
  const flaws = checkQuestion(content, isProven(content, article) ? (article ?? undefined) : undefined);
  if (flaws.length === 0) return null;
  const errors = flaws.map(({ code, pointer, detail }) => ({ code, detail, pointer: `/question${pointer}` }));
  return new Problem('invalid-transition', { detail: '题目有错误，不能发布。', errors });
}

function refuseUnproven(content: Question, article: string | null, { waiver }: StatusWish): Problem | null {
  if (isProven(content, article) || waiver) return null;
  const detail = '没有原文依据的题，发布时要写明理由（waiver）。';
  const errors = [{ pointer: '/waiver', code: 'required', detail }];
  return new Problem('evidence-missing', { detail, errors });
}
