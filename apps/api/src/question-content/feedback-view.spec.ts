import { describe, expect, it } from 'vitest';
import { feedbackPolicy, resultFeedback } from './feedback-view.js';

const closesAt = new Date('2026-11-22T10:00:00Z');
const before = new Date('2026-11-22T09:59:59Z');
const all = { score: true, correctness: true, key: true, explanation: true };
const none = { score: false, correctness: false, key: false, explanation: false };

describe('feedback', () => {
  it('of an exam without a policy is closed while answering and open afterwards', () => {
    const exam = { mode: 'exam', feedback: null, closesAt: null } as const;
    expect(feedbackPolicy(exam).during).toEqual(none);
    expect(resultFeedback(exam, before)).toEqual(all);
  });

  it('of an exam that others still sit shows the score only, and all once it has closed for everybody', () => {
    const exam = { mode: 'exam', feedback: null, closesAt } as const;
    expect(resultFeedback(exam, before)).toEqual({ ...none, score: true });
    expect(resultFeedback(exam, closesAt)).toEqual(all);
  });

  it('of practice is open at once', () => {
    expect(feedbackPolicy({ mode: 'practice', feedback: null, closesAt: null }).during).toEqual(all);
  });

  it('keeps to the policy of the quiz, and takes nothing back when the quiz closes', () => {
    const feedback = {
      during: none,
      afterSubmit: { ...none, key: true },
      afterClose: { ...none, score: true },
    };
    const rules = { mode: 'practice', feedback, closesAt } as const;
    expect(feedbackPolicy(rules).during).toEqual(none);
    expect(resultFeedback(rules, before)).toEqual({ ...none, key: true });
    expect(resultFeedback(rules, closesAt)).toEqual({ ...none, key: true, score: true });
  });
});
