import type { Question } from '#question';
import type { QuestionRow } from '#question-files';
import { describe, expect, it } from 'vitest';
import { type KnownQuestion, planImport, type RowProof } from './plan-import.js';

const evidence = [{ quote: '成立于2020年', start: 3, end: 11 }];
const options = (...texts: string[]) => texts.map((text, index) => ({ id: `o${index + 1}`, text }));
const content: Question = {
  type: 'single',
  stem: '学院成立于哪一年？',
  options: options('2018年', '2019年', '2020年'),
  key: 'o3',
  explanation: '见原文。',
  evidence,
  factKind: 'date',
};
const known: KnownQuestion = {
  id: 'K',
  externalId: 'E-1',
  status: 'published',
  latestVersion: 4,
  articleId: 'A',
  articleVersionId: 'A1',
  difficulty: null,
  guessedDifficulty: 0.5,
  tags: ['历史'],
  content,
};
/** As a file gives it back: other ids, another order, no offsets. */
const read: Question = {
  ...content,
  options: [
    { id: 'a', text: '2020年' },
    { id: 'b', text: '2018年' },
    { id: 'c', text: '2019年' },
  ],
  key: 'a',
  evidence: [],
};
const row = (changes: Partial<QuestionRow> = {}): QuestionRow => ({
  row: 2,
  sheet: null,
  question: read,
  externalId: 'E-1',
  difficulty: 3,
  tags: ['时间', '历史'],
  points: null,
  courseTitle: null,
  source: { title: null, url: null, quotes: ['成立于2020年'] },
  given: [],
  ...changes,
});
const quoting = (...quotes: string[]) => ({ title: null, url: null, quotes });
const plan = async (given: QuestionRow, bank: KnownQuestion = known, proof?: RowProof) =>
  (await planImport([given], [bank], new Map(proof && [[given, proof]])))[0];
const proof: RowProof = {
  articleId: 'B',
  articleVersionId: 'B2',
  evidence: [{ quote: '2020年', start: 0, end: 5 }],
};

describe('a row about a question that the bank has', () => {
  it('changes nothing when it is what was exported', async () => {
    expect(await plan(row())).toMatchObject({ outcome: 'same', known, content: null });
    expect(await plan(row({ externalId: null }))).toMatchObject({ outcome: 'same', known });
  });

  it.each([
    ['another key', { question: { ...read, key: 'b' } as Question }, 'key'],
    ['another stem', { question: { ...read, stem: '大会举办于哪一年？' } }, 'content'],
    ['a stem with other marks', { question: { ...read, stem: '学院成立于哪一年?' } }, 'wording'],
    ['another explanation', { question: { ...read, explanation: '见第一段。' } }, 'explanation'],
  ])('makes a version of the class of its edit: %s', async (_what, changes, edit) => {
    const planned = await plan(row(changes));
    expect(planned).toMatchObject({ outcome: 'changed', edit });
    expect(planned?.content).toMatchObject({ options: expect.arrayContaining([...content.options]) });
  });

  it.each([
    ['difficulty', { difficulty: 5 }, { difficulty: 5, tags: ['历史'], externalId: 'E-1' }],
    ['tags', { tags: ['新'] }, { difficulty: null, tags: ['新'], externalId: 'E-1' }],
  ])('sets %s without a version', async (_what, changes, details) => {
    expect(await plan(row(changes))).toMatchObject({
      outcome: 'changed',
      content: null,
      edit: null,
      details,
    });
  });

  it('leaves what empty cells are silent about', async () => {
    const silent = row({ difficulty: null, tags: [], source: quoting() });
    expect(await plan(silent, { ...known, difficulty: 2 })).toMatchObject({ outcome: 'same' });
  });

  it('gives its external id to a question that has none', async () => {
    expect(await plan(row(), { ...known, externalId: null })).toMatchObject({
      outcome: 'changed',
      content: null,
      details: { externalId: 'E-1' },
    });
    expect(await plan(row({ externalId: 'E-2' }))).toMatchObject({ outcome: 'same', known });
  });

  it('keeps the evidence while the meaning stays, also when other quotes were not found', async () => {
    const reworded = { ...read, stem: '学院成立于哪一年?' };
    const place = { articleId: 'A', articleVersionId: 'A1' };
    for (const source of [quoting(), quoting('没有这句')]) {
      expect(await plan(row({ question: reworded, source }))).toMatchObject({
        content: { evidence },
        proof: place,
      });
    }
  });

  it('drops the evidence when the meaning changes and nothing proves the new one', async () => {
    const changed = { ...read, key: 'b' } as Question;
    expect(await plan(row({ question: changed, source: quoting() }))).toMatchObject({
      content: { evidence: [] },
      proof: null,
    });
    expect(await plan(row({ question: changed }))).toMatchObject({ content: { evidence } });
  });

  it('takes other quotes, and the same in another article, where they were found', async () => {
    expect(await plan(row({ source: quoting('2020年') }), known, proof)).toMatchObject({
      edit: 'explanation',
      content: { evidence: proof.evidence },
      proof: { articleVersionId: 'B2' },
    });
    expect(await plan(row(), known, proof)).toMatchObject({ edit: 'explanation', proof: { articleId: 'B' } });
    expect(await plan(row(), known, { ...proof, articleId: 'A' })).toMatchObject({ outcome: 'same' });
  });

  it('leaves a retired question as it is', async () => {
    const retired = { ...known, status: 'retired' as const };
    const changed = row({ question: { ...read, key: 'b' } as Question });
    expect(await plan(changed, retired)).toMatchObject({ outcome: 'same', content: null, isHeldBack: true });
    expect(await plan(row(), retired)).toMatchObject({ outcome: 'same', isHeldBack: false });
  });

  it('forgets a tolerance that the file does not have any more', async () => {
    const base = { stem: '____米', explanation: '', evidence: [] };
    const fill: Question = { ...base, type: 'fill', key: [['9.8']] };
    const near: Question = { ...fill, tolerances: [{ kind: 'absolute', amount: '0.1' }] };
    const planned = await plan(row({ question: fill, source: quoting() }), { ...known, content: near });
    expect(planned).toMatchObject({ edit: 'key' });
    expect(planned?.content).not.toHaveProperty('tolerances');
  });
});

describe('several rows', () => {
  const fresh = (stem: string): QuestionRow =>
    row({ externalId: null, question: { ...read, stem }, source: quoting() });

  it('add a question once, whatever its place', async () => {
    const planned = await planImport([fresh('甲？'), fresh('乙？'), fresh('甲？')], [], new Map());
    expect(planned.map(({ outcome }) => outcome)).toEqual(['new', 'new', 'same']);
  });

  it('change a question by its external id, not by another row that only asks the same', async () => {
    const alike = row({ externalId: null, difficulty: 1 });
    const named = row({ question: { ...read, key: 'b' } as Question });
    const planned = await planImport([alike, named], [known], new Map());
    expect(planned.map(({ outcome }) => outcome)).toEqual(['same', 'changed']);
  });

  it('take nothing of a row that failed', async () => {
    const failed = row({ question: null });
    expect(await planImport([failed], [known], new Map())).toMatchObject([
      { outcome: 'failed', known: null },
    ]);
  });
});
