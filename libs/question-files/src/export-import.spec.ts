import type { Question } from '#question';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { thereAndBack } from '../testing/file-formats.js';
import { hostileFiling } from '../testing/hostile-questions.js';
import { questions } from '../testing/questions.js';
import { levelOfDifficulty, lossesOf, QUESTION_FILE_FORMATS, type LossCode } from './index.js';
import type { FiledQuestion } from './question-set.js';
import { sameQuestionKey } from './same-question.js';
import { EXAMPLES } from './table/template.js';

/** Losses that leave the question the same one. */
const BESIDE: readonly LossCode[] = ['display-order', 'difficulty', 'tags', 'fact-kind', 'evidence-place'];

const setOf = (...filed: readonly FiledQuestion[]) => ({ article: '', questions: filed });

/** What must come back beside stem, options and key. */
function besidesOf(question: Question) {
  const trimmed = (text: string) => text.replace(/\r\n?/g, '\n').trim();
  const explanation = trimmed(question.explanation);
  switch (question.type) {
    case 'tf':
      return { explanation, correction: trimmed(question.correction ?? '') };
    case 'fill':
      return {
        explanation,
        tolerances: question.tolerances?.some((tolerance) => tolerance) ? question.tolerances : null,
        anyOrder: question.anyOrder ?? false,
      };
    case 'short':
      return {
        explanation,
        rubric: question.key.rubric.map(({ text, share }) => ({ text: trimmed(text), share })),
      };
    case 'single':
    case 'multi':
    case 'order':
    case 'match':
      return { explanation };
  }
}

describe.each(QUESTION_FILE_FORMATS)('export to %s and import again', (format) => {
  it('gives the same questions, whatever stands in their texts, unless a loss is named', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(hostileFiling, { minLength: 1, maxLength: 5 }), async (all) => {
        const filed = all.map((each, index) => ({
          ...each,
          id: `Q${index}`,
          ...(each.externalId && { externalId: `${each.externalId}${index}` }),
        }));
        const losses = lossesOf(format, setOf(...filed));
        const lost = (id: string) => losses.some((loss) => loss.id === id && !BESIDE.includes(loss.code));
        const { rows, errors } = await thereAndBack(format, setOf(...filed));
        expect(rows).toHaveLength(filed.length);
        filed.forEach(({ id, question }, index) => {
          const back = rows[index]?.question;
          if (lost(id)) return;
          expect(errors.filter(({ row }) => row === rows[index]?.row)).toEqual([]);
          expect(back && sameQuestionKey(back)).toBe(sameQuestionKey(question));
          expect(back && besidesOf(back)).toEqual(besidesOf(question));
        });
      }),
      { numRuns: format === 'xlsx' ? 60 : 200 },
    );
  });

  it('gives back what is filed beside a question', async () => {
    await fc.assert(
      fc.asyncProperty(hostileFiling, async (filed) => {
        const codes = lossesOf(format, setOf(filed)).map(({ code }) => code);
        fc.pre(codes.every((code) => BESIDE.includes(code)));
        const [row] = (await thereAndBack(format, setOf(filed))).rows;
        expect(row).toMatchObject({
          externalId: filed.externalId ?? null,
          courseTitle: filed.courseTitle ?? null,
          // Moodle writes a grade of 1 when nobody thought of one.
          points: filed.points ?? null,
          ...(!codes.includes('difficulty') && { difficulty: levelOfDifficulty(filed.difficulty ?? 0) }),
          ...(!codes.includes('tags') && { tags: filed.tags }),
        });
      }),
      { numRuns: format === 'xlsx' ? 30 : 100 },
    );
  });

  it('reads the examples of the template without an error or a warning', async () => {
    const reading = await thereAndBack(format, setOf(...EXAMPLES));
    expect(reading).toMatchObject({ format, errors: [], warnings: [] });
    expect(reading.rows.map(({ question }) => question?.type)).toEqual([
      'single',
      'multi',
      'tf',
      'fill',
      'fill',
      'order',
      'match',
      'short',
    ]);
  });
});

describe('lossesOf', () => {
  it('names nothing of the words and the key for sheets, texts and JSON', () => {
    const sample = setOf(...fc.sample(hostileFiling, { seed: 7, numRuns: 300 }));
    for (const format of ['xlsx', 'csv', 'text', 'interchange'] as const) {
      const codes = lossesOf(format, sample).map(({ code }) => code);
      expect(codes.filter((code) => !BESIDE.includes(code))).toEqual([]);
    }
  });

  it.each([
    ['gift', 'arrow', 'Q7'],
    ['gift', 'display-order', 'Q8'],
    ['moodle-xml', 'display-order', 'Q7'],
    ['xlsx', 'evidence-place', 'Q1'],
    ['xlsx', 'fact-kind', 'Q1'],
    ['text', 'difficulty', 'Q3'],
  ] as const)('tells that %s loses: %s', (format, code, id) => {
    expect(lossesOf(format, setOf(...questions))).toContainEqual(expect.objectContaining({ id, code }));
  });
});
