import { readFileSync } from 'node:fs';

/** How to take a quiz at a server, step by step: `bench/attempt-driver.json` says it for our api. */
export interface Target {
  readonly base: string;
  readonly slots: number;
  readonly tokens: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
  /** Where a variable is found: `start:id` is field `id` of the reply to `start`. */
  readonly vars: Readonly<Record<string, string>>;
  readonly steps: Readonly<Record<StepName, Step>>;
}

export const STEP_NAMES = ['start', 'read', 'save', 'submit'] as const;
export type StepName = (typeof STEP_NAMES)[number];

export interface Step {
  readonly method: string;
  readonly path: string;
  readonly body?: string;
}

const DRIVER_FILE = new URL('../../../bench/attempt-driver.json', import.meta.url);

/** Our api at an address, with the access tokens of its learners. */
export function apiTarget(base: string, quizId: string, tokens: readonly string[]): Target {
  const text = readFileSync(DRIVER_FILE, 'utf8').replaceAll('${quizId}', quizId);
  return { ...(JSON.parse(text) as Target), base, tokens };
}

/** The floor asks for no sign-in: its tokens are the ids of the learners. */
export function floorTarget(base: string, quizVersionId: string, learnerIds: readonly string[]): Target {
  const who = '"learnerId":"${token}"';
  return {
    base,
    slots: 10,
    tokens: learnerIds,
    headers: { 'content-type': 'application/json' },
    vars: { attemptId: 'start:id' },
    steps: {
      start: { method: 'POST', path: '/start', body: `{${who},"quizVersionId":"${quizVersionId}"}` },
      read: { method: 'GET', path: '/attempts/${token}/${attemptId}' },
      save: {
        method: 'PUT',
        path: '/answer',
        body: `{${who},"attemptId":"\${attemptId}","slot":\${slot},"response":{"type":"single","choice":"\${choice}"}}`,
      },
      submit: { method: 'POST', path: '/submit', body: `{${who},"attemptId":"\${attemptId}"}` },
    },
  };
}
