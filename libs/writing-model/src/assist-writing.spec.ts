import type { Fact, SingleQuestion } from '#question';
import { afterEach, describe, expect, it } from 'vitest';
import {
  says,
  startEndpointDouble,
  type Behaviour,
  type EndpointDouble,
  type SeenRequest,
} from '../testing/endpoint-double.js';
import { modelAt } from '../testing/model-at.js';
import { assistWriting, type AssistedQuiz, type Offer } from './assist-writing.js';

const ARTICLE = '云桥平台连接了七万家企业。云桥平台由东海学院建设。';
const sentences = [
  { id: 'S1', text: ARTICLE.slice(0, 13), start: 0, end: 13 },
  { id: 'S2', text: ARTICLE.slice(13), start: 13, end: ARTICLE.length },
];
const evidence = [{ quote: '云桥平台由东海学院建设', start: 13, end: 24 }];
const builder: Fact = {
  id: 'F1',
  kind: 'founding',
  subject: '云桥平台',
  statement: '云桥平台由东海学院建设。',
  answer: '东海学院',
  acceptedForms: [],
  evidence,
  importance: 3,
};
const list: Fact = { ...builder, id: 'F2', items: ['甲', '乙'] };
const asked = (stem: string): SingleQuestion => ({
  type: 'single',
  stem,
  options: ['东海学院', '西山学院', '北辰学院'].map((text, index) => ({ id: `o${index}`, text })),
  key: 'o0',
  explanation: '机密解析',
  evidence,
});

/** A writer that takes what it is offered, as far as this test has to see it. */
function takeDown(offers: Offer[]) {
  return (offer: Offer): AssistedQuiz => {
    offers.push(offer);
    const stems = offer.wordings?.proposals.map(({ stem }) => stem) ?? [];
    const dropped = new Set(
      offer.examinations?.filter(({ openBook }) => openBook === null).map(({ stem }) => stem),
    );
    return {
      facts: [builder, list],
      questions: [
        { question: asked('由谁建设云桥平台？'), origin: 'rule' },
        ...stems
          .filter((stem) => !dropped.has(stem))
          .map((stem) => ({ question: asked(stem), origin: 'llm' as const })),
      ],
    };
  };
}

function answerWell({ system, user }: SeenRequest): Behaviour {
  if (system.includes('"facts"')) {
    const quote = '云桥平台由东海学院建设';
    return says({
      facts: [{ sentence: 'S2', quote, kind: 'founding', subject: '云桥平台', answer: '东海学院' }],
    });
  }
  if (system.includes('"wordings"')) {
    const wordings = ['云桥平台是哪所学院建的？', '糊涂题'].map((stem) => ({
      fact: 'F1',
      stem,
      distractors: ['甲', '乙'],
    }));
    return says({ wordings });
  }
  if (user.includes('糊涂题')) return says({ choices: [] });
  return says({ choices: [/([A-Z])\. 东海学院/.exec(user)?.[1]] });
}

let double: EndpointDouble;
afterEach(() => double.close());

describe('assistWriting', () => {
  it('offers facts, then wordings, then what it answered without the key', async () => {
    double = await startEndpointDouble(answerWell);
    const offers: Offer[] = [];
    const { quiz, report } = await assistWriting(modelAt(double.baseUrl), sentences, takeDown(offers));
    expect(offers.map((offer) => Object.keys(offer))).toEqual([
      ['facts'],
      ['facts', 'wordings'],
      ['facts', 'wordings', 'examinations'],
    ]);
    expect(offers[2]?.examinations).toEqual([
      expect.objectContaining({ stem: '由谁建设云桥平台？', openBook: ['东海学院'] }),
      expect.objectContaining({
        stem: '云桥平台是哪所学院建的？',
        openBook: ['东海学院'],
        closedBook: [['东海学院'], ['东海学院']],
        tokens: 360,
      }),
      expect.objectContaining({ stem: '糊涂题', openBook: null, closedBook: [null, null] }),
    ]);
    expect(quiz.questions.map(({ question }) => question.stem)).toEqual([
      '由谁建设云桥平台？',
      '云桥平台是哪所学院建的？',
    ]);
    expect(report).toMatchObject({
      model: 'qwen-plus',
      proposedFacts: 1,
      proposedWordings: 2,
      examinedQuestions: 3,
      failures: [],
      cost: { calls: double.seen.length, promptTokens: 100 * double.seen.length },
    });
  });

  it('asks a third time without the article only when the first two answers differ', async () => {
    let closed = 0;
    double = await startEndpointDouble((request) => {
      if (!request.system.includes('没有文章')) return answerWell(request);
      closed += 1;
      const letter = /([A-Z])\. (东海|西山)学院/g;
      const letters = [...request.user.matchAll(letter)];
      return says({ choices: [letters.find(([, , name]) => name === (closed % 2 ? '东海' : '西山'))?.[1]] });
    });
    const offers: Offer[] = [];
    await assistWriting(modelAt(double.baseUrl, { concurrency: 1 }), sentences, takeDown(offers));
    const examined = offers[2]?.examinations?.find(({ stem }) => stem === '云桥平台是哪所学院建的？');
    expect(examined?.closedBook).toHaveLength(3);
  });

  it('asks for words to facts with one answer only, and never shows a key', async () => {
    double = await startEndpointDouble(answerWell);
    await assistWriting(modelAt(double.baseUrl), sentences, takeDown([]));
    const said = double.seen.map(({ user }) => user);
    expect(said.filter((user) => user.includes('"F1"'))).toHaveLength(1);
    expect(said.join('')).not.toMatch(/"F2"|机密|o0/);
  });

  it('ends with the writer’s own quiz when the model is down, and says so', async () => {
    double = await startEndpointDouble(() => ({ status: 503 }));
    const offers: Offer[] = [];
    const { quiz, report } = await assistWriting(modelAt(double.baseUrl), sentences, takeDown(offers));
    expect(quiz.questions.map(({ origin }) => origin)).toEqual(['rule']);
    expect(offers[0]?.facts.proposals).toEqual([]);
    expect(report).toMatchObject({
      proposedFacts: 0,
      examinedQuestions: 0,
      failures: [{ code: 'overloaded', times: 3 }],
    });
  });

  it('examines again only what is new', async () => {
    double = await startEndpointDouble(answerWell);
    let written = 0;
    const restless = (offer: Offer): AssistedQuiz => {
      written += 1;
      return {
        facts: [],
        questions: [{ question: asked(offer.examinations ? `第${written}题` : '第一题') }],
      };
    };
    const { report } = await assistWriting(modelAt(double.baseUrl), sentences, restless);
    expect(written).toBe(4);
    expect(report.examinedQuestions).toBe(2);
  });
});
