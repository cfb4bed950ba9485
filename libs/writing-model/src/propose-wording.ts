import type { Fact } from '#question';
import type { AskModel } from './ask-model.js';
import { DATA_ONLY, fence, type Prompt } from './prompt.js';
import { joinBatches, type Batch, type Proposed } from './proposed.js';
import { readId, readRecords, readText, readTexts } from './read-fields.js';

/** A stem for a single-choice question on a fact, with wrong options to choose from. All of it is to be checked. */
export interface WordingProposal {
  readonly factId: string;
  /** The answer it was asked for: a fact whose answer is another by now is another fact. */
  readonly answer: string;
  readonly stem: string;
  readonly distractors: readonly string[];
}

export const WORDING_PROMPT = 'wording-1';

const FACTS_A_CALL = 6;
const LONGEST_STEM = 160;
const LONGEST_OPTION = 80;
const MOST_DISTRACTORS = 8;

const SYSTEM = `你是一名严谨的命题教师，根据已经核实的事实写单项选择题的题干和干扰项。${DATA_ONLY}

对每条事实写一个对象：
- fact：事实的编号，如 F3。
- stem：一个完整、自然的中文问句，单独看就明白：写出主体的全称；事实有时间的写出时间；是某人说法的写“据某某介绍”之类；原文有“近、约、多、超过”的，不要丢掉这层意思。题干里不要出现答案或它的一部分，不要用否定式，不要用“以下哪项正确”。
- distractors：5 到 6 个干扰项。与答案同类、同单位、同样写法、长短相近，看起来可信，但按原文肯定是错的；不要用“以上都对”“以上都不是”，不要互相重复，也不要与答案同义。

答案由我们自己给出，不要改动。输出的 JSON：{"wordings":[{"fact":"F1","stem":"…","distractors":["…","…","…","…","…"]}]}`;

const SCHEMA = {
  type: 'object',
  additionalProperties: false,
  required: ['wordings'],
  properties: {
    wordings: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['fact', 'stem', 'distractors'],
        properties: {
          fact: { type: 'string' },
          stem: { type: 'string' },
          distractors: { type: 'array', items: { type: 'string' } },
        },
      },
    },
  },
};

/** Asks for stems and distractors to facts that have been verified. The key is never the model's. */
export async function proposeWording(
  ask: AskModel,
  model: string,
  facts: readonly Fact[],
): Promise<Proposed<WordingProposal>> {
  const groups = Array.from({ length: Math.ceil(facts.length / FACTS_A_CALL) }, (_, index) =>
    facts.slice(index * FACTS_A_CALL, (index + 1) * FACTS_A_CALL),
  );
  const answers = await Promise.all(
    groups.map((group) => {
      const byId = new Map(group.map((fact) => [fact.id, fact]));
      return ask(promptFor(group), (json) => readWordings(json, byId));
    }),
  );
  return joinBatches(answers, { model, promptVersion: WORDING_PROMPT });
}

function promptFor(facts: readonly Fact[]): Prompt {
  const lines = facts.map((fact) =>
    JSON.stringify({
      fact: fact.id,
      kind: fact.kind,
      subject: fact.subject,
      answer: fact.answer,
      time: fact.time ?? null,
      speaker: fact.speaker ?? null,
      quote: fact.evidence.map(({ quote }) => quote).join(' … '),
    }),
  );
  return {
    version: WORDING_PROMPT,
    system: SYSTEM,
    user: `请为下面的事实写题干和干扰项，以 JSON 输出。\n${fence('事实', lines.join('\n'))}`,
    schema: SCHEMA,
  };
}

function readWordings(
  json: Record<string, unknown>,
  facts: ReadonlyMap<string, Fact>,
): Batch<WordingProposal> | null {
  const read = readRecords(json, 'wordings', FACTS_A_CALL * 3);
  if (!read) return null;
  const proposals = read.records.flatMap((record) => {
    const fact = facts.get(readId(record['fact']) ?? '');
    const stem = readText(record['stem'], LONGEST_STEM);
    const distractors = readTexts(record['distractors'], MOST_DISTRACTORS, LONGEST_OPTION);
    return fact && stem ? [{ factId: fact.id, answer: fact.answer, stem, distractors }] : [];
  });
  return { proposals, malformed: read.malformed + read.records.length - proposals.length };
}
