import { WRITABLE_TYPES, type WritableType } from '#question';
import { describe, expect, it } from 'vitest';
import { readSentences } from '../2-sentences.js';
import { readNames } from '../3-names/index.js';
import { findFacts } from '../4-facts/index.js';
import { writeStems } from '../6-stems/index.js';
import { findDistractors } from '../7-distractors/index.js';
import { passGate } from '../8-gate/index.js';
import type { Candidate } from '../candidate.js';
import { clash, tellingOf } from './clashes.js';
import { balance } from './index.js';
import { isTruthEven } from './shape.js';
import { tradeForChoices } from './trades.js';

const ARTICLE = Array.from(
  { length: 20 },
  (_, at) => `滨海市第${at + 1}中学建成教室${17 + 3 * at}间，招收学生${640 + 37 * at}名。`,
).join('\n\n');

function candidatesOf(article: string): Candidate[] {
  const { around, readings } = readNames(article, readSentences(article));
  const { findings, joints } = findFacts(readings, around, () => {});
  const sketches = writeStems(findings, joints, WRITABLE_TYPES);
  return passGate(findDistractors(sketches, findings, around, 1).candidates, around).passed;
}

function countOf(quiz: readonly Candidate[], type: WritableType): number {
  return quiz.filter((candidate) => candidate.type === type).length;
}

function trade(picked: readonly Candidate[], all: readonly Candidate[], wanted = picked.length): Candidate[] {
  const told = all.map((candidate) => ({ candidate, telling: tellingOf(candidate) }));
  const toldOf = (candidate: Candidate) => ({ candidate, telling: tellingOf(candidate) });
  const known = new Map(told.map((each) => [each.candidate, each]));
  const quiz = picked.map((candidate) => known.get(candidate) ?? toldOf(candidate));
  return tradeForChoices(quiz, told, wanted).map(({ candidate }) => candidate);
}

describe('tradeForChoices', () => {
  const all = candidatesOf(ARTICLE);
  const choices = all.filter(({ type }) => type === 'single');
  const { picked: blanks } = balance(
    all.filter(({ type, covers }) => type === 'fill' && covers.length === 1),
    12,
    ARTICLE.length,
    ['fill'],
    1,
  );
  const { picked: statements } = balance(
    all.filter(({ type }) => type === 'tf'),
    12,
    ARTICLE.length,
    ['tf'],
    1,
  );

  it('leaves at most a third of blanks where the same facts could be asked by choice', () => {
    const quiz = trade(blanks, all);
    expect(quiz).toHaveLength(blanks.length);
    expect(countOf(quiz, 'fill')).toBeLessThanOrEqual(0.35 * quiz.length);
    expect(countOf(quiz, 'single')).toBeGreaterThan(countOf(quiz, 'fill'));
  });

  it('asks the very facts that were asked before, where they can be asked by choice', () => {
    const isChoosable = ({ covers }: Candidate) => choices.some((choice) => choice.covers[0] === covers[0]);
    const asked = blanks.filter(isChoosable);
    const factsOf = (quiz: readonly Candidate[]) => quiz.flatMap(({ covers }) => covers).toSorted();
    const quiz = trade(asked, all);
    expect(countOf(quiz, 'single')).toBeGreaterThan(0);
    expect(factsOf(quiz)).toEqual(factsOf(asked));
  });

  it('leaves true statements between a quarter and three quarters of them', () => {
    const quiz = trade(statements, all);
    expect(countOf(quiz, 'single')).toBeGreaterThan(0);
    expect(isTruthEven(quiz)).toBe(true);
  });

  it('takes no choice that clashes with another question', () => {
    const others = all.filter(({ type }) => type === 'fill' || type === 'tf');
    const { picked } = balance(others, 12, ARTICLE.length, ['fill', 'tf'], 1);
    const quiz = trade(picked, all);
    expect(countOf(quiz, 'single')).toBeGreaterThan(0);
    const pairs = quiz.flatMap((one, index) => quiz.slice(index + 1).map((other) => [one, other] as const));
    expect(pairs.filter(([one, other]) => clash(tellingOf(one), tellingOf(other)))).toEqual([]);
  });

  it('takes two choices for two facts that one question asked, while the quiz has room for them', () => {
    const two = choices.filter(
      ({ covers }, at) => choices.findIndex((each) => each.covers[0] === covers[0]) === at,
    );
    const apart = two
      .slice(0, 2)
      .map((choice, at) => ({ ...choice, stem: `望海市的第${at + 1}个数目是多少？` }));
    const joint = blanks
      .slice(0, 1)
      .map((blank) => ({ ...blank, covers: apart.flatMap(({ covers }) => covers) }));
    expect(trade(joint, apart, 2).map(({ covers }) => covers[0])).toEqual(joint[0]?.covers);
    expect(trade(joint, apart, 1)).toEqual(joint);
  });

  it('changes nothing where choices are the most already, or where there are none', () => {
    const mixed = [...choices.slice(0, 7), ...blanks.slice(8, 11)];
    expect(trade(mixed, all)).toEqual(mixed);
    expect(trade(blanks, blanks)).toEqual(blanks);
  });

  it('takes choices whose right option is the longest only for a part of the quiz', () => {
    const telling = choices.map((choice) => ({
      ...choice,
      wrong: choice.wrong.map((option) => option.slice(0, choice.correct[0]?.length).slice(0, -1)),
    }));
    const quiz = trade(blanks, telling);
    expect(countOf(quiz, 'single')).toBeLessThanOrEqual(2);
    const { picked } = balance(telling, 12, ARTICLE.length, ['single'], 1);
    expect(picked.length).toBeLessThanOrEqual(2);
  });
});
