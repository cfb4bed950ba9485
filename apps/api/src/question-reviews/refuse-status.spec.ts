import type { QuestionStatus } from '#database';
import type { Question } from '#question';
import { describe, expect, it } from 'vitest';
import { refuseStatus, type StatusWish } from './refuse-status.js';

const ARTICLE = '学院在青岛成立。';
const proven: Question = {
  type: 'tf',
  stem: '学院在青岛成立。',
  key: true,
  explanation: '',
  evidence: [{ quote: '学院在青岛成立', start: 0, end: 7 }],
};
const unproven: Question = { ...proven, evidence: [] };
const misquoted: Question = { ...proven, evidence: [{ quote: '学院在济南成立', start: 0, end: 7 }] };
const broken: Question = { ...proven, type: 'tf', key: false };

type Case = [
  name: string,
  from: QuestionStatus,
  wish: StatusWish,
  code: string | null,
  settings?: { content?: Question; authorId?: string; singleReview?: boolean; article?: string | null },
];

const cases: Case[] = [
  ['a draft to review', 'draft', { status: 'in_review' }, null],
  ['a draft to learners', 'draft', { status: 'published' }, 'invalid-transition'],
  ['a draft to the archive', 'draft', { status: 'retired' }, 'invalid-transition'],
  ['somebody else’s to learners', 'in_review', { status: 'published' }, null, { authorId: 'other' }],
  ['nobody’s to learners', 'in_review', { status: 'published' }, null],
  ['one’s own to learners', 'in_review', { status: 'published' }, 'own-question', { authorId: 'me' }],
  ['one’s own where one reviews alone', 'in_review', { status: 'published' }, null, { authorId: 'me', singleReview: true }], // prettier-ignore
  ['one’s own to the archive', 'in_review', { status: 'retired' }, null, { authorId: 'me' }],
  ['back without a word', 'in_review', { status: 'draft' }, 'validation-failed'],
  ['back with a reason', 'in_review', { status: 'draft', reason: '太简单' }, null],
  ['without evidence', 'in_review', { status: 'published' }, 'evidence-missing', { content: unproven }],
  ['without an article', 'in_review', { status: 'published' }, 'evidence-missing', { article: null }],
  ['without evidence but with a reason', 'in_review', { status: 'published', waiver: '常识' }, null, { content: unproven }], // prettier-ignore
  ['a wrong quote, whatever the reason', 'in_review', { status: 'published', waiver: '常识' }, 'invalid-transition', { content: misquoted }], // prettier-ignore
  ['one with flaws', 'in_review', { status: 'published' }, 'invalid-transition', { content: broken }],
  ['out of use', 'published', { status: 'retired' }, null],
  ['back from learners', 'published', { status: 'draft', reason: '错' }, 'invalid-transition'],
  ['back into use', 'retired', { status: 'published' }, 'invalid-transition'],
];

describe('refuseStatus', () => {
  it.each(cases)('%s', (_name, status, wish, code, settings = {}) => {
    const { content = proven, authorId = null, singleReview = false, article = ARTICLE } = settings;
    const refusal = refuseStatus(
      { status, content, authorId },
      wish,
      { instructorId: 'me', singleReview },
      article,
    );
    expect(refusal?.code ?? null).toBe(code);
  });
});
