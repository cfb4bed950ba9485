import { AttemptRow, AttemptSlotRow } from '#database';
import type { Question } from '#question';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type College, makeCollege } from '../testing/college.js';
import { choiceOf, makeExam, pick, SHORT, sit, write } from '../testing/exam.js';
import { startApi, type TestApi } from '../testing/start-api.js';

let api: TestApi;
let college: College;

beforeAll(async () => {
  api = await startApi();
  college = await makeCollege(api);
});

afterAll(() => api.stop());

const MULTI: Question = {
  type: 'multi',
  stem: '哪些是对的？',
  options: ['o1', 'o2', 'o3', 'o4'].map((id) => ({ id, text: id })),
  key: ['o1', 'o2', 'o3'],
  explanation: '解析。',
  evidence: [],
};

const result = async ({ token, attemptId }: { token: string; attemptId: string }) =>
  (await api.call('get', `/v1/attempts/${attemptId}/result`, token).expect(200)).body;

describe('closing an attempt', () => {
  it.each([
    [null, 0, false],
    [{ multi: 'half' }, 5, false],
    [{ multi: 'share' }, 6.667, true],
  ] as const)(
    'marks by the policy of the quiz: %o gives two of three %d of 10',
    async (marking, score, passed) => {
      const { quizId } = await makeExam(api, college, [MULTI], { marking, points: [10], passMark: 0.6 });
      const sitting = await sit(api, quizId, 'policy', [{ type: 'multi', choices: ['o2', 'o1'] }]);
      const shown = await result(sitting);
      expect(shown).toMatchObject({ score, maxScore: 10, passMark: 0.6, passed, openPoints: 0, changes: [] });
      expect(shown.slots[0]).toMatchObject({ rule: 'incomplete', ruleText: '选对但不全', ruling: null });
      const row = await api.dataSource.manager.findOneByOrFail(AttemptRow, { id: sitting.attemptId });
      expect(row).toMatchObject({ score, passed });
    },
  );

  it('knows of no passing where there is no pass mark', async () => {
    const { quizId } = await makeExam(api, college, [choiceOf('一', 'o1')]);
    expect(await result(await sit(api, quizId, 'anybody', [pick('o1')]))).toMatchObject({
      score: 1,
      passed: null,
    });
  });

  it('leaves a short answer to a person, and says whether one passed only when that cannot decide it', async () => {
    const questions = [choiceOf('一', 'o1'), SHORT];
    const { quizId } = await makeExam(api, college, questions, { points: [60, 40], passMark: 0.6 });
    const settled = await sit(api, quizId, 'settled', [pick('o1'), write('设备和人')]);
    expect(await result(settled)).toMatchObject({ score: 60, openPoints: 40, passed: true });
    const lost = await sit(api, quizId, 'lost', [pick('o2'), write('设备和人')]);
    expect(await result(lost)).toMatchObject({ score: 0, openPoints: 40, passed: false });

    const half = await makeExam(api, college, questions, { points: [50, 50], passMark: 0.6 });
    const open = await sit(api, half.quizId, 'open', [pick('o1'), write('设备和人')]);
    const shown = await result(open);
    expect(shown).toMatchObject({ score: 50, openPoints: 50, passed: null });
    expect(shown.slots[1]).toMatchObject({
      score: null,
      fraction: null,
      rule: 'awaits-marking',
      ruleText: '等待教师评分',
      key: { type: 'short', text: '设备、系统和人。' },
    });
    expect(JSON.stringify(shown)).not.toContain('rubric');
    const slots = await api.dataSource.manager.findBy(AttemptSlotRow, { attemptId: open.attemptId, slot: 2 });
    expect(slots).toMatchObject([{ fraction: null, score: null, rule: 'awaits-marking' }]);
  });

  it('gives nothing for a short answer that was left open, without asking anybody', async () => {
    const { quizId } = await makeExam(api, college, [SHORT], { passMark: 0.6 });
    const shown = await result(await sit(api, quizId, 'silent', [write('   ')]));
    expect(shown).toMatchObject({ score: 0, openPoints: 0, passed: false });
    expect(shown.slots[0]).toMatchObject({ score: 0, ruleText: '未作答' });
  });
});
