import { checkQuestion, WRITABLE_TYPES } from '#question';
import { describe, expect, it } from 'vitest';
import { readSentences } from '../2-sentences.js';
import { readNames } from '../3-names/index.js';
import { findFacts } from '../4-facts/index.js';
import { writeStems } from '../6-stems/index.js';
import { findDistractors } from '../7-distractors/index.js';
import { passGate } from '../8-gate/index.js';
import { clash, tellingOf } from './clashes.js';
import { finish } from './finish.js';
import { balance } from './index.js';

const ARTICLE = Array.from(
  { length: 24 },
  (_, at) =>
    `${1990 + at}年，滨海市第${at + 1}中学建成教室${17 + 3 * at}间，招收学生${640 + 37 * at}名，聘请了来自外地的老师。`,
).join('\n\n');

function candidates() {
  const { around, readings } = readNames(ARTICLE, readSentences(ARTICLE));
  const { findings, joints } = findFacts(readings, around, () => {});
  const sketches = writeStems(findings, joints, WRITABLE_TYPES);
  return passGate(findDistractors(sketches, findings, around, 1).candidates, around).passed;
}

describe('balance', () => {
  const all = candidates();
  const { picked } = balance(all, 20, ARTICLE.length, WRITABLE_TYPES, 1);

  it('picks as many as wanted, in the order of the text', () => {
    expect(picked).toHaveLength(20);
    const places = picked.map(({ finding }) => finding.scene.reading.start);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  it('picks no two that ask the same or give each other away', () => {
    const pairs = picked.flatMap((one, index) =>
      picked.slice(index + 1).map((other) => [one, other] as const),
    );
    expect(pairs.filter(([one, other]) => clash(tellingOf(one), tellingOf(other)))).toEqual([]);
  });

  it('keeps the types near their shares and true statements near half', () => {
    const of = (type: string) => picked.filter((candidate) => candidate.type === type).length;
    expect(of('single')).toBeGreaterThanOrEqual(6);
    expect(of('single')).toBeLessThanOrEqual(14);
    const truths = picked.filter(({ type, truth }) => type === 'tf' && truth).length;
    expect(truths / of('tf')).toBeGreaterThanOrEqual(0.25);
    expect(truths / of('tf')).toBeLessThanOrEqual(0.75);
  });

  it('draws on the whole text', () => {
    const sixths = picked.map(({ finding }) =>
      Math.floor((6 * finding.scene.reading.start) / ARTICLE.length),
    );
    expect(new Set(sixths).size).toBe(6);
  });

  it('fills a quiz of one type when only that was asked for', () => {
    const fills = all.filter(({ type }) => type === 'fill');
    expect(balance(fills, 5, ARTICLE.length, ['fill'], 1).picked).toHaveLength(5);
  });
});

describe('finish', () => {
  const { picked } = balance(candidates(), 24, ARTICLE.length, WRITABLE_TYPES, 1);
  const questions = finish(picked, 1);

  it('makes well-formed questions', () => {
    for (const { question } of questions) expect(checkQuestion(question, ARTICLE)).toEqual([]);
  });

  it('spreads the right answers over the positions', () => {
    const places = questions.flatMap(({ question }) =>
      question.type === 'single' && question.options.length === 4
        ? [question.options.findIndex(({ id }) => id === question.key)]
        : [],
    );
    const most = Math.max(...[0, 1, 2, 3].map((place) => places.filter((other) => other === place).length));
    expect(most).toBeLessThanOrEqual(Math.ceil(places.length / 4));
  });

  it('gives difficulties between 0 and 1', () => {
    for (const { difficulty } of questions) {
      expect(difficulty).toBeGreaterThanOrEqual(0);
      expect(difficulty).toBeLessThanOrEqual(1);
    }
  });
});
