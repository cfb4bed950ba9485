import { describe, expect, it } from 'vitest';
import { readSentences } from './2-sentences.js';
import { readNames } from './3-names/index.js';
import { findFacts, type Finding } from './4-facts/index.js';
import { chooseFacts } from './5-choose.js';

const articleOf = (sentences: number) =>
  Array.from(
    { length: sentences },
    (_, at) =>
      `${1700 + at}年，滨海市第${at + 1}中学建成教室${17 + 3 * at}间，招收学生${640 + 37 * at}名，并编印了《滨海校史第${at + 1}卷》。`,
  ).join('\n\n');

function choose(article: string, options?: { sparing: boolean }) {
  const { around, readings } = readNames(article, readSentences(article));
  const { findings } = findFacts(readings, around, () => {});
  return { findings, ...chooseFacts(findings, article.length, undefined, options) };
}

const sentencesOf = (findings: readonly Finding[]) => new Set(findings.map(({ scene }) => scene));

describe('chooseFacts', () => {
  it('chooses every fact of a short article', () => {
    const { findings, chosen, passedOver } = choose(articleOf(20));
    expect(chosen).toHaveLength(findings.length);
    expect(passedOver.size).toBe(0);
  });

  it('passes over whole sentences of a long article, and says how many facts', () => {
    const { findings, chosen, passedOver, notes } = choose(articleOf(200));
    expect(chosen.length).toBeGreaterThanOrEqual(200);
    expect(chosen.length).toBeLessThan(findings.length / 2);
    expect([...sentencesOf(chosen)].filter((scene) => passedOver.has(scene))).toEqual([]);
    expect(notes).toMatchObject([{ code: 'passed-over' }]);
    expect(notes[0]?.detail).toContain(`${findings.length - chosen.length} 条`);
  });

  it('draws on all parts and all kinds of a long article', () => {
    const article = articleOf(200);
    const { findings, chosen } = choose(article);
    const kinds = (of: readonly Finding[]) => new Set(of.map(({ fact }) => fact.kind));
    expect(kinds(chosen)).toEqual(kinds(findings));
    const tenths = chosen.map(({ find }) => Math.floor((10 * find.start) / article.length));
    expect(new Set(tenths).size).toBeGreaterThanOrEqual(6);
  });

  it('passes over nothing when it is not to be sparing', () => {
    const { findings, chosen } = choose(articleOf(200), { sparing: false });
    expect(chosen).toHaveLength(findings.length);
  });
});
