import type { Fact, LearnerQuestion } from '#question';
import { afterEach, describe, expect, it } from 'vitest';
import {
  says,
  startEndpointDouble,
  type Behaviour,
  type EndpointDouble,
} from '../testing/endpoint-double.js';
import { modelAt } from '../testing/model-at.js';

let double: EndpointDouble;
afterEach(() => double.close());

const fact = (id: string, answer: string): Fact => ({
  id,
  kind: 'quantity',
  subject: '某平台',
  statement: `某平台连接了${answer}企业。`,
  answer,
  acceptedForms: [],
  evidence: [{ quote: `某平台连接了${answer}企业`, start: 0, end: 8 + answer.length }],
  importance: 2,
});

describe('proposeWording', () => {
  it('asks for six facts at a time and binds each wording to its fact and answer', async () => {
    const facts = Array.from({ length: 14 }, (_, index) => fact(`F${index + 1}`, `${index + 1}家`));
    double = await startEndpointDouble(({ user }) => {
      const ids = [...user.matchAll(/"fact":"(F\d+)"/g)].map((match) => match[1]);
      return says({
        wordings: ids.map((id) => ({
          fact: id,
          stem: `${id}是多少？`,
          distractors: ['3家', '3家', 4, ' 5家 '],
        })),
      });
    });
    const { proposals, malformed, provenance } = await modelAt(double.baseUrl).proposeWording(facts);
    expect(double.seen).toHaveLength(3);
    expect(malformed).toBe(0);
    expect(provenance.promptVersion).toBe('wording-1');
    expect(proposals.map(({ factId, answer }) => [factId, answer])).toEqual(
      facts.map(({ id, answer }) => [id, answer]),
    );
    expect(proposals[0]?.distractors).toEqual(['3家', '5家']);
  });

  it('leaves out a wording for a fact that nobody asked about, and one without a stem', async () => {
    const wordings = [
      { fact: 'F9', stem: '？', distractors: [] },
      { fact: 'F1', stem: ' ', distractors: [] },
    ];
    double = await startEndpointDouble(() => says({ wordings }));
    const { proposals, malformed } = await modelAt(double.baseUrl).proposeWording([fact('F1', '1家')]);
    expect([proposals, malformed]).toEqual([[], 2]);
  });

  it('asks nothing when there are no facts', async () => {
    double = await startEndpointDouble(() => says({ wordings: [] }));
    expect((await modelAt(double.baseUrl).proposeWording([])).cost.calls).toBe(0);
    expect((await modelAt(double.baseUrl).proposeFacts([])).cost.calls).toBe(0);
  });
});

describe('every prompt', () => {
  it('says JSON, without which some endpoints refuse object mode', async () => {
    double = await startEndpointDouble(() => says({ facts: [], wordings: [], choices: [] }));
    const model = modelAt(double.baseUrl, { preset: 'deepseek' });
    await model.proposeFacts([{ id: 'S1', text: '某平台连接了九家企业。' }]);
    await model.proposeWording([fact('F1', '9家')]);
    const question = { type: 'tf' as const, stem: '某平台连接了九家企业。' };
    await model.crossExamine({ question, sentences: null });
    expect(double.seen).toHaveLength(3);
    for (const { responseFormat, system, user } of double.seen) {
      expect(responseFormat).toBe('json_object');
      expect(system + user).toMatch(/json/i);
    }
  });
});

describe('crossExamine', () => {
  const options = ['甲', '乙', '丙'].map((text, index) => ({ id: `o${index + 1}`, text }));
  const single: LearnerQuestion = { type: 'single', stem: '谁？', options };
  const multi: LearnerQuestion = { type: 'multi', stem: '哪些？', options };
  const tf: LearnerQuestion = { type: 'tf', stem: '是甲。' };
  const sentences = [{ id: 'S1', text: '是甲。' }];
  const ask = async (question: LearnerQuestion, reply: Behaviour, more: object = {}) => {
    double = await startEndpointDouble(() => reply);
    const { outcome } = await modelAt(double.baseUrl).crossExamine({ question, sentences, ...more });
    return outcome.ok ? outcome.value : outcome.failure.code;
  };

  const cases: [string, LearnerQuestion, unknown, unknown][] = [
    ['one option', single, ['B'], { type: 'single', choice: 'o2' }],
    ['a letter with its dot', single, ['C.'], { type: 'single', choice: 'o3' }],
    ['two options where one is asked for', single, ['A', 'B'], null],
    ['no option', single, [], null],
    ['some options', multi, ['A', 'C'], { type: 'multi', choices: ['o1', 'o3'] }],
    ['that it is true', tf, ['A'], { type: 'tf', value: true }],
    ['that it is false', tf, ['B'], { type: 'tf', value: false }],
    ['an option that does not exist', single, ['Q'], 'reply-wrong-shape'],
    ['an option by its words', single, ['甲'], 'reply-wrong-shape'],
    ['a number', single, [1], 'reply-wrong-shape'],
    ['an order', { type: 'order', stem: '排序', options }, ['A'], null],
  ];
  it.each(cases)('understands %s', async (_, question, choices, expected) => {
    expect(await ask(question, says({ choices }))).toEqual(expected);
  });

  it('shows the article with the book open and not with the book closed', async () => {
    await ask(single, says({ choices: ['A'] }));
    expect(double.seen[0]?.user).toContain('[S1] 是甲。');
    await double.close();
    await ask(single, says({ choices: ['A'] }), { sentences: null });
    expect(double.seen[0]?.user).not.toContain('文章');
  });

  it('shows the options in another order at each run and still understands the letters', async () => {
    expect(await ask(single, says({ choices: ['A'] }), { run: 1 })).toEqual({ type: 'single', choice: 'o2' });
    expect(double.seen[0]?.user).toContain('A. 乙\nB. 丙\nC. 甲');
  });
});
