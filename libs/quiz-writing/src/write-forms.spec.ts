import { readFileSync } from 'node:fs';
import { checkQuestion } from '#question';
import { describe, expect, it } from 'vitest';
import { askedByQuestion, isSameAgain } from './9-balance/likeness.js';
import { writeForms } from './write-forms.js';
import { writeQuiz } from './write-quiz.js';

const SAMPLES = ['work-report.txt', 'company-profile.txt', 'manual.md'];
const read = (name: string) => readFileSync(new URL(`../samples/${name}`, import.meta.url), 'utf8');

describe('writeQuiz with forms', () => {
  it.each(SAMPLES)('adds to the quiz of %s without changing it', (name) => {
    const text = read(name);
    const alone = writeQuiz(text, { seed: 7 });
    const written = writeQuiz(text, { seed: 7, forms: 3 });
    const { questions } = written;
    expect(questions.slice(0, alone.questions.length)).toEqual(alone.questions);
    expect(alone.questions.every(({ form }) => form === 1)).toBe(true);
    expect(questions.filter(({ form }) => form === 2).length).toBeGreaterThan(alone.questions.length / 3);
    expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length);
    expect(JSON.stringify(writeQuiz(text, { seed: 7, forms: 3 }))).toBe(JSON.stringify(written));
  });

  it.each(SAMPLES)('asks no fact of %s twice in one form, and never the same question again', (name) => {
    const { article, questions } = writeQuiz(read(name), { seed: 3, forms: 4 });
    const places = questions.map(({ factId, form }) => `${factId} ${form}`);
    expect(new Set(places).size).toBe(places.length);
    const ofOneFact = questions.flatMap((one, at) =>
      questions.slice(at + 1).flatMap((two) => (one.factId === two.factId ? [[one, two] as const] : [])),
    );
    expect(ofOneFact.length).toBeGreaterThan(0);
    const again = ofOneFact.filter(([one, two]) =>
      isSameAgain(askedByQuestion(one.question), askedByQuestion(two.question)),
    );
    expect(again).toEqual([]);
    for (const { question } of questions) expect(checkQuestion(question, article)).toEqual([]);
  });

  it('keeps to the types that were asked for', () => {
    const { questions } = writeQuiz(read('work-report.txt'), {
      seed: 1,
      forms: 3,
      types: ['single', 'fill'],
    });
    expect(new Set(questions.map(({ question }) => question.type))).toEqual(new Set(['single', 'fill']));
    expect(questions.some(({ form }) => form > 1)).toBe(true);
  });
});

describe('writeForms', () => {
  const text = read('work-report.txt');
  const quiz = writeQuiz(text, { seed: 1 });
  const first = quiz.questions.find(({ question }) => question.type === 'single');
  const fact = quiz.facts.find(({ id }) => id === first?.factId);
  if (!first || !fact) throw new Error('the sample has no single choice');

  it('asks one fact anew, beside what was asked of it', () => {
    const { questions, notes, article } = writeForms(text, {
      seed: 1,
      facts: [fact],
      besides: [first.question],
      forms: 2,
    });
    expect(questions.map(({ factId }) => factId)).toEqual([fact.id, fact.id]);
    expect(questions.map(({ form }) => form)).toEqual([1, 2]);
    for (const { question } of questions) {
      expect(isSameAgain(askedByQuestion(question), askedByQuestion(first.question))).toBe(false);
      expect(checkQuestion(question, article)).toEqual([]);
    }
    expect(notes.filter(({ code }) => code === 'nothing-new')).toEqual([]);
  });

  it('knows a fact by its answer and quote, whatever its number and wherever it stands', () => {
    const moved = {
      ...fact,
      id: 'stored-7',
      evidence: fact.evidence.map(({ quote }) => ({ quote, start: 0, end: 0 })),
    };
    const later = text.replace(/\n+/, '\n\n现将全文刊登如下。\n\n');
    const { questions, facts } = writeForms(later, { seed: 1, facts: [moved] });
    expect(facts).toEqual([moved]);
    expect(questions.map(({ factId }) => factId)).toEqual(['stored-7']);
  });

  it('asks until nothing is left, and then says so', () => {
    const besides = [first.question];
    for (let round = 0; round < 12; round++) {
      const { questions } = writeForms(text, { seed: round, facts: [fact], besides, types: ['fill', 'tf'] });
      besides.push(...questions.map(({ question }) => question));
    }
    const last = writeForms(text, { seed: 99, facts: [fact], besides, types: ['fill', 'tf'] });
    expect(besides.length).toBeGreaterThan(1);
    expect(last.questions).toEqual([]);
    expect(last.notes[0]).toMatchObject({ code: 'nothing-new', factId: fact.id });
  });

  it('asks a fact that the rules do not see, once its words are found, and no invented one', () => {
    const quote = '滨海市海洋研究所向蓝湾渔业公司供应对虾苗。';
    const article = `${quote}双方约定先付定金再发货，苗种出塘前要检疫。`;
    const given = {
      id: 'given',
      kind: 'organisation' as const,
      subject: '滨海市海洋研究所',
      statement: quote,
      answer: '蓝湾渔业公司',
      acceptedForms: [],
      importance: 2 as const,
      evidence: [{ quote, start: 0, end: quote.length }],
    };
    const invented = { ...given, id: 'invented', answer: '红湾渔业公司' };
    expect(writeQuiz(article, { seed: 1 }).questions).toEqual([]);
    const { questions, notes } = writeForms(article, { seed: 1, facts: [given, invented], forms: 3 });
    expect(new Set(questions.map(({ factId }) => factId))).toEqual(new Set(['given']));
    expect(new Set(questions.map(({ question }) => question.type)).size).toBeGreaterThan(1);
    expect(notes[0]).toMatchObject({ code: 'fact-unknown', factId: 'invented' });
  });

  it('has nothing to ask of an article that cannot be read', () => {
    expect(writeForms('', { seed: 1, facts: [fact] })).toMatchObject({
      questions: [],
      notes: [{ code: 'article-empty' }],
    });
  });
});
