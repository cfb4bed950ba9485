import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  says,
  startEndpointDouble,
  type Behaviour,
  type EndpointDouble,
  type SeenRequest,
} from '../../../libs/writing-model/testing/endpoint-double.js';
import { pipeQuiz, type Pipe, type Piped } from '../testing/pipe-quiz.js';

const ARTICLE = `东海数字学院由滨海科技大学牵头成立。东海数字学院的总裁班培养近180名学员。

云桥平台由东海数字学院建设，连接的企业将近7万家。东海数字学院的机房采用边缘计算与云端协同的架构，从而降低了中小企业上云的门槛。`;
const STEM = '东海数字学院的机房采用什么样的架构，从而降低了中小企业上云的门槛？';
const ANSWER = '边缘计算与云端协同';
const KEY = 'sk-very-secret-0123456789';

let folder: string;
let double: EndpointDouble | null = null;
const file = (name: string) => path.join(folder, name);

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'quiz-model-'));
  writeFileSync(file('article.txt'), ARTICLE);
  await pipeQuiz(['--help']);
});

afterEach(async () => {
  await double?.close();
  double = null;
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Finds a fact that the rules do not see, invents another, words the first and answers what it is asked. */
function helpful({ system, user }: SeenRequest): Behaviour {
  const sentence = /\[(S\d+)\] 东海数字学院的机房/.exec(user)?.[1] ?? 'S1';
  const quote = '东海数字学院的机房采用边缘计算与云端协同的架构，从而降低了中小企业上云的门槛';
  const fact = {
    sentence,
    quote,
    kind: 'relation',
    subject: '东海数字学院',
    items: null,
    time: null,
    speaker: null,
  };
  if (system.includes('"facts"'))
    return says({
      facts: [
        { ...fact, answer: ANSWER },
        { ...fact, answer: '量子计算' },
      ],
    });
  if (system.includes('"wordings"')) {
    const id = new RegExp(`"fact":"(F\\d+)"[^{}]*"answer":"${ANSWER}"`).exec(user)?.[1];
    const distractors = ['集中计算与本地存储', '分布计算与手工备份', '单机计算与定期同步'];
    return says({ wordings: [{ fact: id, stem: STEM, distractors }] });
  }
  const letter = new RegExp(`([A-Z])\\. ${ANSWER}`).exec(user)?.[1];
  return says({ choices: [letter ?? 'A'] });
}

async function generate(
  behave: (request: SeenRequest) => Behaviour,
  args: readonly string[] = [],
  more: Pipe = {},
) {
  double ??= await startEndpointDouble(behave);
  const env = {
    QUIZ_DATA_DIR: file('data'),
    MODEL_BASE_URL: double.baseUrl,
    MODEL_NAME: 'qwen-plus',
    MODEL_PRESET: 'openai',
    MODEL_API_KEY: KEY,
    ...more.env,
  };
  return pipeQuiz(['generate', file('article.txt'), '--model', '--count', '20', ...args], { ...more, env });
}

function withoutModel(...args: string[]): Promise<Piped> {
  return pipeQuiz(['generate', file('article.txt'), '--count', '20', ...args]);
}

describe('quiz generate --model', () => {
  it('takes what holds, says what it refused and what it cost, and never shows the key', async () => {
    const { code, stdout, stderr } = await generate(helpful, ['--format', 'interchange']);
    expect({ code, stderr }).toMatchObject({ code: 0 });
    const { questions } = JSON.parse(stdout.toString()) as {
      questions: { stem: string; origin: string; provenance?: unknown; answer: unknown }[];
    };
    expect(questions.find(({ stem }) => stem === STEM)).toMatchObject({
      origin: 'llm',
      answer: [ANSWER],
      provenance: { model: 'qwen-plus', promptVersion: expect.any(String) },
    });
    expect(stderr).toContain('大模型：大模型提议的“量子计算”没有采用：答案不在引文里。');
    const calls = double?.seen.length ?? 0;
    expect(stderr).toContain(`大模型 qwen-plus：调用 ${calls} 次，词元 ${100 * calls} + ${20 * calls}；`);
    expect(stderr).toMatch(/\d+ 道题里有 1 道用了它的提议。/);
    expect(double?.seen.every(({ authorization }) => authorization === `Bearer ${KEY}`)).toBe(true);
    expect(stdout.toString() + stderr).not.toContain(KEY);
  });

  it('asks nothing twice: the replies are kept in files that only their owner reads', async () => {
    const env = { QUIZ_DATA_DIR: file('kept') };
    const first = await generate(helpful, [], { env });
    const calls = double?.seen.length ?? 0;
    const again = await generate(helpful, [], { env });
    expect(calls).toBeGreaterThan(2);
    expect(double?.seen).toHaveLength(calls);
    expect(again.stdout.toString()).toBe(first.stdout.toString());
    expect(again.stderr).toContain(`调用 0 次，另有 ${calls} 次用了缓存`);
    const kept = readdirSync(file('kept/model-cache'));
    expect(kept).toHaveLength(calls);
    for (const name of kept) {
      expect(statSync(path.join(file('kept/model-cache'), name)).mode & 0o077).toBe(0);
      expect(readFileSync(path.join(file('kept/model-cache'), name), 'utf8')).not.toContain(KEY);
    }
  });

  const broken: readonly (readonly [string, Behaviour, RegExp])[] = [
    ['refuses the key', { status: 401 }, /拒绝了密钥/],
    ['talks nonsense', { says: '好的，没问题！' }, /不是 JSON/],
    ['takes no such request', { status: 400 }, /不接受这个请求/],
  ];
  it.each(broken)('writes the quiz of the rules when the endpoint %s', async (_, behaviour, words) => {
    const assisted = await generate(() => behaviour, [], { env: { QUIZ_DATA_DIR: file('broken') } });
    expect(assisted.code).toBe(0);
    expect(assisted.stdout.toString()).toBe((await withoutModel()).stdout.toString());
    expect(assisted.stderr).toMatch(words);
    expect(assisted.stderr).toContain('这份题全由规则写成。');
  });

  it('asks nobody without --model, whatever the environment says', async () => {
    double = await startEndpointDouble(helpful);
    const env = { MODEL_BASE_URL: double.baseUrl, MODEL_NAME: 'qwen-plus' };
    const { code } = await pipeQuiz(['generate', file('article.txt')], { env });
    expect({ code, asked: double.seen.length }).toEqual({ code: 0, asked: 0 });
  });

  it('ends at Ctrl-C without a quiz, whole or half', async () => {
    const out = file('interrupted.json');
    const { code, stdout, stderr } = await generate(() => ({ hang: 'in-body' }), ['--out', out], {
      env: { QUIZ_DATA_DIR: file('interrupted') },
      interruptAt: /正在读文章/,
    });
    expect({ code, stdout: stdout.length }).toEqual({ code: 1, stdout: 0 });
    expect(stderr).toMatch(/已中断，没有写出任何东西。\n$/);
    expect(readdirSync(folder).filter((name) => name.startsWith('interrupted.'))).toEqual([]);
  });

  it.each([
    ['without a name', { MODEL_NAME: '' }, /需要环境变量 MODEL_NAME/],
    [
      'with an unknown preset',
      { MODEL_PRESET: 'gemini' },
      /MODEL_PRESET 应是 openai、qwen、deepseek、ollama 之一/,
    ],
    ['with http to another machine', { MODEL_BASE_URL: 'http://192.0.2.1/v1' }, /必须使用 https/],
    ['without an address', { MODEL_BASE_URL: '', MODEL_PRESET: '' }, /缺少大模型的地址/],
    ['with a key of two lines', { MODEL_API_KEY: `${KEY}\nx` }, /密钥/],
  ])('refuses settings %s in one sentence before it asks anything', async (_, env, words) => {
    const { code, stdout, stderr } = await generate(helpful, [], { env });
    expect({ code, stdout: stdout.length, asked: double?.seen.length }).toEqual({
      code: 1,
      stdout: 0,
      asked: 0,
    });
    expect(stderr).toMatch(words);
    expect(stderr).toMatch(/^[^\n]+。\n$/);
    expect(stderr).not.toContain(KEY);
  });
});
