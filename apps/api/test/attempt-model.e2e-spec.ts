import { AttemptEventRow, AttemptRow, AttemptSlotRow, QuestionRow } from '#database';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeBank } from '../testing/bank.js';
import { type College, makeCollege, signInInstructor, signInLearner } from '../testing/college.js';
import { startApi, type TestApi } from '../testing/start-api.js';

/*
 * Random histories of one attempt against a model that fits on a page: two phones that answer, repeat themselves and come
 * late, clocks that jump, more time given and taken back, submits. After every step the api's reply is what the model says;
 * at the end so is every row.
 */
const LIMIT = 100;
const GRACE = 10;
const HISTORIES = Number(process.env.MODEL_HISTORIES ?? 120);

let api: TestApi;
let college: College;
let teacher: string;
let quizId: string;

beforeAll(async () => {
  api = await startApi();
  api.clock.freeze();
  college = await makeCollege(api);
  const bank = await makeBank(api, college, 'published');
  teacher = await signInInstructor(api, college);
  await api.dataSource.manager.updateAll(QuestionRow, { factId: null });
  const tf = bank.questionIds[2];
  const slots = [
    { questionId: bank.questionIds[0] },
    { questionId: tf },
    { questionId: bank.questionIds[3] },
  ];
  const plan = {
    courseId: college.courseId,
    title: '模型',
    slots,
    timeLimitSeconds: LIMIT,
    graceSeconds: GRACE,
  };
  const { body } = await api.call('post', '/v1/staff/quizzes', teacher, plan).expect(201);
  quizId = body.id;
  await api.call('post', `/v1/staff/quizzes/${quizId}/publish`, teacher).expect(200);
});

afterAll(() => api.stop());

/** Two responses to each slot; the first is right. */
const RESPONSES = [
  [{ type: 'single', choice: 'o3' }, { type: 'single', choice: 'o1' }], // prettier-ignore
  [{ type: 'tf', value: false }, { type: 'tf', value: true }], // prettier-ignore
  [{ type: 'fill', texts: ['120'] }, { type: 'fill', texts: ['十'] }], // prettier-ignore
] as const;

type Step =
  | { readonly kind: 'answer'; readonly slot: 1 | 2 | 3; readonly sequence: number; readonly right: boolean }
  | { readonly kind: 'skip'; readonly seconds: number }
  | { readonly kind: 'extend'; readonly percent: number }
  | { readonly kind: 'shorten' | 'submit' | 'read' | 'start' };

const answer = fc.record({
  kind: fc.constant('answer' as const),
  slot: fc.constantFrom(1 as const, 2 as const, 3 as const),
  sequence: fc.integer({ min: 1, max: 4 }),
  right: fc.boolean(),
});
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: answer },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('skip' as const), seconds: fc.constantFrom(1, 30, 61, 105) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('extend' as const), percent: fc.constantFrom(50, 200) }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('shorten' as const, 'submit' as const, 'read' as const, 'start' as const) }) }, // prettier-ignore
);

interface Stored {
  sequence: number;
  right: boolean;
}

class Model {
  elapsed = 0;
  limit = LIMIT;
  extra: number | null = null;
  stored = new Map<number, Stored>();
  closed: { ended: number; by: 'learner' | 'deadline'; score: number } | null = null;
  ignored = new Set<string>();

  get isOver(): boolean {
    return this.elapsed >= this.limit + GRACE;
  }

  /** Whoever asks notices that time is up. */
  notice(): void {
    if (!this.closed && this.isOver) this.close('deadline');
  }

  close(by: 'learner' | 'deadline'): NonNullable<Model['closed']> {
    const score = [...this.stored.values()].filter(({ right }) => right).length;
    const ended = by === 'deadline' ? this.limit : Math.min(this.elapsed, this.limit);
    this.closed = { ended, by, score };
    return this.closed;
  }

  /** Submitted by its learner, unless it is closed already. */
  end(): NonNullable<Model['closed']> {
    return this.closed ?? this.close('learner');
  }

  /** What an answer is told: null when the attempt is closed. */
  take(slot: number, sequence: number, right: boolean): { saved: boolean; sequence: number } | null {
    if (this.closed || this.isOver) return null;
    const before = this.stored.get(slot);
    if (!before || before.sequence < sequence) {
      this.stored.set(slot, { sequence, right });
      return { saved: true, sequence };
    }
    const isSame = before.sequence === sequence && before.right === right;
    if (before.sequence === sequence && !isSame) this.ignored.add(`${slot}/${sequence}`);
    return { saved: isSame, sequence: before.sequence };
  }
}

let learners = 0;

async function run(steps: readonly Step[]): Promise<void> {
  learners += 1;
  // The clock of all histories runs on: by now the last sign-in may have ended.
  teacher = await signInInstructor(api, college);
  const token = await signInLearner(api, `model-${learners}`);
  const start = () => api.call('post', `/v1/quizzes/${quizId}/attempts`, token);
  const { body: attempt } = await start().expect(201);
  const row = () => api.dataSource.manager.findOneByOrFail(AttemptRow, { id: attempt.id });
  const { learnerId } = await row();
  const began = new Date(attempt.startedAt).getTime();
  const at = (seconds: number) => new Date(began + seconds * 1000).toISOString();
  const override = `/v1/staff/quizzes/${quizId}/overrides/${learnerId}`;
  const model = new Model();

  /** What the api says to a step, and what the model says it says. */
  const play = async (each: Step): Promise<{ said: object; wanted: object }> => {
    switch (each.kind) {
      case 'answer': {
        const { slot, sequence, right } = each;
        const response = RESPONSES[slot - 1]?.[right ? 0 : 1];
        const path = `/v1/attempts/${attempt.id}/answers/${slot}`;
        const { body } = await api.call('put', path, token, { sequence, response });
        const told = model.take(slot, sequence, right);
        model.notice();
        const receipt = { ...told, answered: model.stored.size, dueAt: at(model.limit) };
        return { said: body, wanted: told ? receipt : { status: 409, code: 'attempt-closed' } };
      }
      case 'skip':
        api.clock.skip(each.seconds * 1000);
        model.elapsed += each.seconds;
        return { said: {}, wanted: {} };
      case 'extend': {
        const given = { extraPercent: each.percent, reason: '模型' };
        const { body } = await api.call('put', override, teacher, given).expect(200);
        model.extra = each.percent;
        if (!model.closed) model.limit = LIMIT * (1 + each.percent / 100);
        return { said: body, wanted: { runningDueAt: model.closed ? null : at(model.limit) } };
      }
      case 'shorten':
        await api.call('delete', override, teacher).expect(model.extra === null ? 404 : 204);
        model.extra = null;
        if (!model.closed) model.limit = LIMIT;
        return { said: {}, wanted: {} };
      case 'submit': {
        const { body } = await api.call('post', `/v1/attempts/${attempt.id}/submit`, token).expect(200);
        model.notice();
        const { score, by, ended } = model.end();
        return { said: body, wanted: { score, closedBy: by, submittedAt: at(ended) } };
      }
      case 'read': {
        const { body } = await api.call('get', `/v1/attempts/${attempt.id}`, token).expect(200);
        model.notice();
        const slots = [1, 2, 3].map((slot) => ({ sequence: model.stored.get(slot)?.sequence ?? 0 }));
        return { said: body, wanted: { state: model.closed ? 'submitted' : 'in_progress', slots } };
      }
      case 'start': {
        if (model.closed || model.isOver) return { said: {}, wanted: {} };
        const { body } = await start().expect(200);
        return { said: body, wanted: { id: attempt.id } };
      }
    }
  };
  for (const each of steps) {
    const { said, wanted } = await play(each);
    expect(said).toMatchObject(wanted);
  }
  await settle(attempt.id, token, model);
}

/** Whatever happened, the rows tell the model's story, and the score follows from the events. */
async function settle(attemptId: string, token: string, model: Model): Promise<void> {
  const { body } = await api.call('post', `/v1/attempts/${attemptId}/submit`, token).expect(200);
  model.notice();
  const { score, by } = model.end();
  expect(body).toMatchObject({ score, closedBy: by });
  const { manager } = api.dataSource;
  const slots = await manager.find(AttemptSlotRow, { where: { attemptId }, order: { slot: 'asc' } });
  expect(slots.map(({ fraction }) => fraction)).toEqual(
    [1, 2, 3].map((slot) => (model.stored.get(slot)?.right ? 1 : 0)),
  );
  const events = await manager.findBy(AttemptEventRow, { attemptId });
  const newest = new Map<number, AttemptEventRow>();
  for (const event of events.filter(({ kind }) => kind === 'answered' || kind === 'late')) {
    if ((newest.get(event.slot)?.sequence ?? 0) < event.sequence) newest.set(event.slot, event);
  }
  expect(slots.map(({ slot }) => newest.get(slot)?.response ?? null)).toEqual(
    slots.map(({ response }) => response),
  );
  expect(events.filter(({ kind }) => kind === 'closed')).toHaveLength(1);
  expect(events.filter(({ kind }) => kind === 'ignored').length).toBe(model.ignored.size);
}

it(
  'tells every phone what the model of the attempt says, whatever happens in which order',
  { timeout: 600_000 },
  async () => {
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), run), {
      numRuns: HISTORIES,
    });
  },
);
