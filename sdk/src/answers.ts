import type { Call } from './call.js';
import { path } from './path.js';
import { quizError } from './quiz-error.js';
import { singleFlight } from './single-flight.js';
import type { Attempt, Response, AnswerReceipt } from './wire.generated.js';

/** How often an answer is renumbered when another phone took its number. */
const RENUMBERINGS = 3;

export interface Answers {
  /** Takes over the stored sequences of an attempt. */
  learn(attempt: Attempt): void;
  save(attemptId: string, slot: number, response: Response): Promise<AnswerReceipt>;
  /** Waits until no answer of this attempt is on its way, saved or not. */
  settled(attemptId: string): Promise<void>;
}

interface Numbering {
  /** Highest sequence used or seen, by slot. */
  readonly used: Map<number, number>;
  /** The last answer sent, by slot; never rejects. */
  readonly sending: Map<number, Promise<unknown>>;
  readonly load: () => Promise<void>;
  loaded: boolean;
}

/**
 * Numbers the answers of each slot upwards from what the server has stored and sends those of one slot one after
 * another. A retry keeps its number, so the server writes it once. When another phone has gone further, the answer gets
 * the next free number: what the learner did last wins.
 */
export function createAnswers(call: Call): Answers {
  const attempts = new Map<string, Numbering>();

  const numberingOf = (attemptId: string): Numbering => {
    const known = attempts.get(attemptId);
    if (known) return known;
    const load = singleFlight(async () => {
      learn(await call<Attempt>({ method: 'GET', path: path`/v1/attempts/${attemptId}` }));
    });
    const numbering: Numbering = { used: new Map(), sending: new Map(), load, loaded: false };
    attempts.set(attemptId, numbering);
    return numbering;
  };

  const learn = ({ id, slots }: Attempt) => {
    const numbering = numberingOf(id);
    for (const { slot, sequence } of slots) use(numbering, slot, sequence);
    numbering.loaded = true;
  };

  const send = async (attemptId: string, slot: number, response: Response): Promise<AnswerReceipt> => {
    const numbering = numberingOf(attemptId);
    if (!numbering.loaded) await numbering.load();
    for (let turn = 0; turn < RENUMBERINGS; turn++) {
      const sequence = use(numbering, slot, (numbering.used.get(slot) || 0) + 1);
      const answer = await call<AnswerReceipt>({
        method: 'PUT',
        path: path`/v1/attempts/${attemptId}/answers/${slot}`,
        body: { sequence, response },
      });
      use(numbering, slot, answer.sequence);
      if (answer.saved) return answer;
    }
    throw quizError('conflict', 'answer-not-saved', '另一台设备正在作答同一题，本次作答没有保存，请重试。');
  };

  return {
    learn,
    save(attemptId, slot, response) {
      const { sending } = numberingOf(attemptId);
      const sent = (sending.get(slot) || Promise.resolve()).then(() => send(attemptId, slot, response));
      sending.set(
        slot,
        sent.catch(() => undefined),
      );
      return sent;
    },
    async settled(attemptId) {
      await Promise.all(Array.from(numberingOf(attemptId).sending.values()));
    },
  };
}

function use({ used }: Numbering, slot: number, sequence: number): number {
  const highest = Math.max(sequence, used.get(slot) || 0);
  used.set(slot, highest);
  return highest;
}
