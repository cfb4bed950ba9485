import { FACT_KINDS, type FactKind } from '#question';
import type { AskModel } from './ask-model.js';
import { chunkSentences } from './chunk-sentences.js';
import { DATA_ONLY, fence, type Prompt } from './prompt.js';
import { joinBatches, type Batch, type NumberedSentence, type Proposed } from './proposed.js';
import { readId, readRecords, readText, readTexts } from './read-fields.js';

/** A fact as the model sees it. The quote may be invented, the answer wrong: whoever uses it has to check. */
export interface FactProposal {
  /** Id of the sentence that the quote is said to stand in. */
  readonly sentence: string;
  readonly quote: string;
  readonly kind: FactKind;
  readonly subject: string;
  readonly answer: string;
  /** The parts of a list. */
  readonly items?: readonly string[];
  readonly time?: string;
  readonly speaker?: string;
}

export const FACTS_PROMPT = 'facts-1';

const MOST_FACTS = 60;
const LONGEST_QUOTE = 400;
const LONGEST_FIELD = 120;
const KINDS: Readonly<Record<FactKind, string>> = {
  quantity: '数量',
  date: '时间',
  'person-role': '人物职务',
  organisation: '机构',
  founding: '成立、牵头',
  'work-title': '文件、书名',
  enumeration: '并列的几项',
  definition: '定义',
  attribution: '某人的观点',
  'list-membership': '属于某个名单',
  relation: '两者的关系、原因、结果',
  location: '地点',
  purpose: '目的',
  alias: '简称、别名',
  event: '事件',
  rank: '排名、首个',
  policy: '政策、措施',
};

const SYSTEM = `你是一名严谨的教研编辑，从文章里找出可以考查的事实，供别人出题。${DATA_ONLY}

每条事实是一个对象：
- sentence：事实所在句子的编号，如 S12。
- quote：从该句逐字抄下的一段原文，既含答案，又足以证明事实。一个字都不要改，不要省略。
- kind：类别，取值见后。
- subject：事实讲的是谁或什么，用原文中的全称，不用代词，不用“公司”“学院”这类简称。
- answer：答案，必须是 quote 里逐字出现的一段；数字要连同单位和“近、约、多、超过”等一起抄。
- items：answer 是并列的几项时逐项列出，否则为 null。
- time：事实所限定的时间，照原文抄（“去年”就写“去年”），没有则为 null。
- speaker：若是某人的说法，写出此人姓名，否则为 null。

只取重要、明确、单独看也成立的事实；拿不准的不要。观点、口号、比喻不算事实，除非写明是谁说的。没有就给空列表。
kind 的取值：${FACT_KINDS.map((kind) => `${kind}（${KINDS[kind]}）`).join('、')}。
输出的 JSON：{"facts":[{"sentence":"S1","quote":"…","kind":"quantity","subject":"…","answer":"…","items":null,"time":null,"speaker":null}]}`;

const TEXT_OR_NULL = { type: ['string', 'null'] };
const SCHEMA = {
  type: 'object',
  additionalProperties: false,
  required: ['facts'],
  properties: {
    facts: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['sentence', 'quote', 'kind', 'subject', 'answer', 'items', 'time', 'speaker'],
        properties: {
          sentence: { type: 'string' },
          quote: { type: 'string' },
          kind: { type: 'string', enum: FACT_KINDS },
          subject: { type: 'string' },
          answer: { type: 'string' },
          items: { type: ['array', 'null'], items: { type: 'string' } },
          time: TEXT_OR_NULL,
          speaker: TEXT_OR_NULL,
        },
      },
    },
  },
};

/** Asks for the facts of an article, chunk by chunk. A chunk that fails costs its own facts only. */
export async function proposeFacts(
  ask: AskModel,
  model: string,
  sentences: readonly NumberedSentence[],
): Promise<Proposed<FactProposal>> {
  const chunks = chunkSentences(sentences);
  const answers = await Promise.all(
    chunks.map((chunk) => {
      const ids = new Set(chunk.map(({ id }) => id));
      return ask(promptFor(chunk), (json) => readFacts(json, ids));
    }),
  );
  return joinBatches(answers, { model, promptVersion: FACTS_PROMPT });
}

function promptFor(chunk: readonly NumberedSentence[]): Prompt {
  return {
    version: FACTS_PROMPT,
    system: SYSTEM,
    user: `请从下面的文章片段中找出事实，以 JSON 输出。\n${fence('文章', numbered(chunk))}`,
    schema: SCHEMA,
  };
}

/** One sentence a line, so that no sentence can pretend to be another one. */
export function numbered(sentences: readonly NumberedSentence[]): string {
  return sentences.map(({ id, text }) => `[${id}] ${text.replace(/\s+/g, ' ')}`).join('\n');
}

function readFacts(json: Record<string, unknown>, ids: ReadonlySet<string>): Batch<FactProposal> | null {
  const read = readRecords(json, 'facts', MOST_FACTS);
  if (!read) return null;
  const proposals = read.records.map((record) => readFact(record, ids)).filter((fact) => fact !== null);
  return { proposals, malformed: read.malformed + read.records.length - proposals.length };
}

function readFact(record: Record<string, unknown>, ids: ReadonlySet<string>): FactProposal | null {
  const sentence = readId(record['sentence']);
  const kind = FACT_KINDS.find((name) => name === record['kind']);
  const quote = readText(record['quote'], LONGEST_QUOTE);
  const subject = readText(record['subject'], LONGEST_FIELD);
  const answer = readText(record['answer'], LONGEST_QUOTE);
  if (!sentence || !ids.has(sentence) || !kind || !quote || !subject || !answer) return null;
  const items = readTexts(record['items'], 20, LONGEST_FIELD);
  const time = readText(record['time'], LONGEST_FIELD);
  const speaker = readText(record['speaker'], LONGEST_FIELD);
  return {
    sentence,
    quote,
    kind,
    subject,
    answer,
    ...(items.length > 0 && { items }),
    ...(time && { time }),
    ...(speaker && { speaker }),
  };
}
