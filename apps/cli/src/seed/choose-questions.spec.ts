import fc from 'fast-check';
import { QUESTION_TYPES, type QuestionType } from '#question';
import { describe, expect, it } from 'vitest';
import { type Choosable, chooseQuestions } from './choose-questions.js';

const about = (factId: string, type: QuestionType): Choosable => ({ factId, question: { type } });

const many = fc.array(
  fc.record({
    factId: fc.integer({ min: 1, max: 12 }).map((number) => `F${number}`),
    question: fc.record({ type: fc.constantFrom(...QUESTION_TYPES) }),
  }),
);

describe('chooseQuestions', () => {
  it('lets the types take turns', () => {
    const questions = [
      ...Array.from({ length: 20 }, (_, index) => about(`S${index}`, 'single')),
      ...Array.from({ length: 5 }, (_, index) => about(`T${index}`, 'tf')),
      about('O', 'order'),
    ];
    const types = chooseQuestions(questions, 7).map(({ question }) => question.type);
    expect(types).toEqual(['single', 'single', 'single', 'tf', 'tf', 'tf', 'order']);
  });

  it('takes false statements and true ones in turn', () => {
    const statement = (factId: string, key: boolean) => ({ factId, question: { type: 'tf' as const, key } });
    const questions = [...'abcdef'].map((factId, index) => statement(factId, index < 4));
    const keys = chooseQuestions(questions, 4).map(({ question }) => question.key);
    expect(keys.filter((key) => key)).toHaveLength(2);
  });

  it('takes the beginning, the middle and the end of the article rather than its first sentences', () => {
    const questions = Array.from({ length: 9 }, (_, index) => about(`F${index}`, 'fill'));
    expect(chooseQuestions(questions, 3).map(({ factId }) => factId)).toEqual(['F2', 'F4', 'F7']);
  });

  it('asks about a fact once, keeps reading order and gives as many as it can', () => {
    fc.assert(
      fc.property(many, fc.integer({ min: 0, max: 15 }), (questions, count) => {
        const chosen = chooseQuestions(questions, count);
        const facts = new Set(questions.map(({ factId }) => factId));
        expect(new Set(chosen.map(({ factId }) => factId)).size).toBe(chosen.length);
        expect(chosen).toEqual(questions.filter((question) => chosen.includes(question)));
        expect(chosen.length).toBe(Math.min(count, facts.size));
      }),
    );
  });
});
