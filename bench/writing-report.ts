import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { writeQuiz } from '#quiz-writing';
import { judgeQuestion } from './judge-question.js';
import { readSamples, type ListedFact, type Sample } from './listed-facts.js';

/*
 * How good the written quizzes are, on articles of eight genres with lists of facts made by a person. The judge knows
 * the list and not the gate. It cannot see whether a stem reads well: for that a person reads.
 */
const SEEDS = [1, 2, 3];
const FILE = fileURLToPath(new URL('../../docs/quiz-writing-scores.md', import.meta.url));

interface Row {
  readonly name: string;
  readonly questions: number;
  readonly types: number;
  readonly faultless: number;
  readonly faults: readonly string[];
  /** Weight of the facts asked, over the weight that as many questions could ask at best. */
  readonly recall: number;
  readonly outside: number;
}

function judge({ name, text, facts }: Sample, seed: number): Row {
  const { article, questions } = writeQuiz(text, { seed });
  const judged = questions.map(({ question }) => judgeQuestion(question, article, facts));
  const asked = new Map<ListedFact, number>();
  for (const { asks, faults } of judged) {
    if (faults.length > 0) continue;
    for (const { fact, share } of asks) asked.set(fact, Math.max(share, asked.get(fact) ?? 0));
  }
  const got = [...asked].reduce((sum, [fact, share]) => sum + fact.importance * share, 0);
  const weights = facts.map(({ importance }) => importance).sort((a, b) => b - a);
  const best = weights.slice(0, questions.length).reduce((sum: number, weight) => sum + weight, 0);
  return {
    name,
    questions: questions.length,
    types: new Set(questions.map(({ question }) => question.type)).size,
    faultless: judged.filter(({ faults }) => faults.length === 0).length,
    faults: judged.flatMap(({ faults }, index) =>
      faults.map((fault) => `${fault}：${questions[index]?.question.stem}`),
    ),
    recall: best === 0 ? 0 : Math.min(1, got / best),
    outside: judged.filter(({ asks }) => asks.length === 0).length,
  };
}

function report(): string {
  const lines = [
    '# 出题质量：样例文章的成绩',
    '',
    '由 `npm run report:writing -- --write` 写成，`npm run report:writing -- --check` 核对；同样的代码给出同样的表。每篇文章用三个种子各出一次题。',
    '“无差错”由事实清单判断（依据、答案、语气、说话人、年份、干扰项），不由出题时的关卡判断；“清单外”是清单没有列出的考点，要人来看。题目读起来是否自然，只有人能判断。',
    '',
    '| 文章 | 种子 | 题数 | 题型 | 无差错 | 按题数能考到的重点中考到 | 清单外 |',
    '| --- | --- | --- | --- | --- | --- | --- |',
  ];
  const faults: string[] = [];
  for (const sample of readSamples()) {
    for (const seed of SEEDS) {
      const row = judge(sample, seed);
      const share = row.questions === 0 ? '–' : `${Math.round((row.faultless / row.questions) * 100)} %`;
      const recall = row.questions === 0 ? '–' : `${Math.round(row.recall * 100)} %`;
      const cells = [row.name, seed, row.questions, row.types, share, recall, row.outside];
      lines.push(`| ${cells.join(' | ')} |`);
      faults.push(...row.faults.map((fault) => `- ${row.name}，种子 ${seed}：${fault}`));
    }
  }
  lines.push('', faults.length === 0 ? '没有发现差错。' : '发现的差错：', '', ...faults);
  return `${lines.join('\n').trimEnd()}\n`;
}

const { values } = parseArgs({ options: { write: { type: 'boolean' }, check: { type: 'boolean' } } });
const text = report();
if (values.write) writeFileSync(FILE, text);
else if (values.check) {
  if (readFileSync(FILE, 'utf8') !== text) {
    console.error(
      'docs/quiz-writing-scores.md 与代码不符：请运行 npm run report:writing -- --write，并看清楚变了什么。',
    );
    process.exitCode = 1;
  }
} else process.stdout.write(text);
