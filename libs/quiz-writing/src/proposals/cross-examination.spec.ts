import { describe, expect, it } from 'vitest';
import {
  ARTICLE,
  askedBy,
  codes,
  distractors,
  effect,
  stem,
  worded,
  wordingOf,
  write,
} from '../../testing/assisted-article.js';
import type { WrittenQuiz } from '../draft.js';
import { writeQuiz } from '../write-quiz.js';
import type { CrossExamination, Proposals } from './proposals.js';

describe('cross-examination', () => {
  const examine = (more: Partial<CrossExamination>): Proposals => ({
    ...wordingOf(),
    examinations: [{ stem, options: askedOptions(), ...more }],
  });
  const askedOptions = () => {
    const question = askedBy(wordingOf())?.question;
    return question?.type === 'single' ? question.options.map(({ text }) => text) : [];
  };
  const wrong = () =>
    askedOptions()
      .filter((text) => text !== effect.answer)
      .slice(0, 1);

  it('keeps a question whose key was found', () => {
    expect(askedBy(examine({ openBook: [effect.answer] }))).toBeDefined();
    expect(codes(examine({ openBook: [effect.answer] }))).not.toContain('cross-examined');
  });

  it.each([
    ['another option', wrong],
    ['nothing', () => null],
  ] as [string, () => string[] | null][])('drops a model’s question when it chose %s', (_, chosen) => {
    const proposals = examine({ openBook: chosen() });
    expect(askedBy(proposals)).toBeUndefined();
    expect(codes(proposals)).toContain('cross-examined');
  });

  it('keeps a question of the rules and points at it', () => {
    const onlyTrueFalse = (proposals?: Proposals) =>
      writeQuiz(ARTICLE, { seed: 7, types: ['tf'], ...(proposals && { proposals }) });
    const [plain] = onlyTrueFalse().questions;
    const stem = plain?.question.stem ?? '';
    expect(stem).not.toBe('');
    const doubted = onlyTrueFalse({ examinations: [{ stem, options: ['错误', '正确'], openBook: null }] });
    expect(doubted.questions.map(({ question }) => question.stem)).toContain(stem);
    expect(doubted.notes.map(({ code }) => code)).toContain('cross-examined');
  });

  it('points at a question that is guessed twice without the article, not at one guessed once', () => {
    const key = [effect.answer];
    expect(codes(examine({ openBook: key, closedBook: [key, wrong(), key] }))).toContain('guessable');
    expect(codes(examine({ openBook: key, closedBook: [key, wrong(), null] }))).not.toContain('guessable');
  });

  const more = ['量子计算与卫星存储', '移动计算与磁带存储', '网格计算与异地备份'];
  const guessed = (examinations: Partial<CrossExamination>[], offered = [...distractors, ...more]) => {
    const wordings = wordingOf({ distractors: offered });
    const options = optionsOf(askedBy(wordings));
    const key = [effect.answer];
    const examination = { stem, options, openBook: key, closedBook: [key, key, null] };
    return {
      ...wordings,
      examinations: [examination, ...examinations.map((each) => ({ ...examination, ...each }))],
    };
  };
  const optionsOf = (written: WrittenQuiz['questions'][number] | undefined) =>
    written?.question.type === 'single' ? written.question.options.map(({ text }) => text) : [];

  it('gives a guessable question other wrong options of the proposer, two at least of them new', () => {
    const [before, after] = [guessed([]).examinations[0]?.options ?? [], optionsOf(askedBy(guessed([])))];
    expect(after).toContain(effect.answer);
    expect(after.filter((text) => !before.includes(text)).length).toBeGreaterThanOrEqual(2);
    const note = write(guessed([])).notes.find(({ code }) => code === 'guessable');
    expect(note?.detail).toMatch(/已换干扰项。$/);
  });

  it('keeps a guessable question as it was when all its other options are guessed as well', () => {
    const tried: string[][] = [];
    let proposals = guessed([]);
    const before = proposals.examinations[0]?.options ?? [];
    const isReplaced = () =>
      write(proposals).notes.some(
        ({ code, detail }) => code === 'guessable' && detail.endsWith('已换干扰项。'),
      );
    while (isReplaced() && tried.length < 10) {
      tried.push(optionsOf(askedBy(proposals)));
      proposals = guessed(tried.map((options) => ({ options })));
    }
    expect(new Set(tried.map((options) => options.toSorted().join())).size).toBe(tried.length);
    expect(tried.length).toBeGreaterThan(1);
    expect(optionsOf(askedBy(proposals)).toSorted()).toEqual(before.toSorted());
    expect(codes(proposals)).toContain('guessable');
  });

  it('tells of each question what it cost, its examination included', () => {
    const { facts, wordings } = wordingOf();
    if (!facts || !wordings) throw new Error('nothing is proposed');
    const costly = { facts: { ...facts, tokensEach: 70 }, wordings: { ...wordings, tokensEach: 40 } };
    expect(askedBy(costly)?.provenance).toEqual({ ...worded, tokens: 110 });
    const examined = { ...costly, examinations: [{ stem, options: askedOptions(), tokens: 25 }] };
    expect(askedBy(examined)?.provenance).toEqual({ ...worded, tokens: 135 });
  });

  it('says nothing of a question with other options', () => {
    const proposals = examine({ openBook: wrong(), options: [...askedOptions().slice(1), '别的选项'] });
    expect(askedBy(proposals)).toBeDefined();
  });
});
