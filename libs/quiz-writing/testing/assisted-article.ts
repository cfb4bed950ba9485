import type { WrittenQuiz } from '../src/draft.js';
import { writeQuiz } from '../src/write-quiz.js';
import type { ProposedFact, ProposedWording, Proposals } from '../src/proposals/proposals.js';

export const ARTICLE = `东海数字学院由滨海科技大学牵头成立。为了缓解制造业人才短缺，东海数字学院去年开设了工业软件方向。东海数字学院的总裁班培养近180名学员。

云桥平台由东海数字学院建设，连接的企业将近7万家。东海数字学院的机房采用边缘计算与云端协同的架构，从而降低了中小企业上云的门槛。云桥平台位于滨海高新区，支持5G专网接入。`;

export const provenance = { model: 'qwen-plus', promptVersion: 'facts-1' };
export const worded = { model: 'qwen-plus', promptVersion: 'wording-1' };
export const effect: ProposedFact = {
  sentence: 'S5',
  quote: '东海数字学院的机房采用边缘计算与云端协同的架构，从而降低了中小企业上云的门槛',
  kind: 'relation',
  subject: '东海数字学院',
  answer: '边缘计算与云端协同',
};
export const stem = '东海数字学院的机房采用什么样的架构，从而降低了中小企业上云的门槛？';
export const distractors = [
  '集中计算与本地存储',
  '分布计算与手工备份',
  '单机计算与定期同步',
  '云端计算与人工调度',
  '以上都不是',
];

const written = new Map<string, WrittenQuiz>();
/** Once for the same proposals: most cases look at the same few quizzes. */
export function write(proposals?: Proposals): WrittenQuiz {
  const key = JSON.stringify(proposals ?? null);
  const quiz =
    written.get(key) ?? writeQuiz(ARTICLE, { seed: 7, count: 20, ...(proposals && { proposals }) });
  written.set(key, quiz);
  return quiz;
}
export const factsOf = (...proposals: ProposedFact[]): Proposals => ({ facts: { provenance, proposals } });
export const added = write(factsOf(effect)).facts.at(-1);
export const wordingOf = (more: Partial<ProposedWording> = {}): Proposals => ({
  ...factsOf(effect),
  wordings: {
    provenance: worded,
    proposals: [{ factId: added?.id ?? '', answer: added?.answer ?? '', stem, distractors, ...more }],
  },
});
export const askedBy = (proposals: Proposals) =>
  write(proposals).questions.find(({ question }) => question.stem === stem);
export const codes = (proposals: Proposals) => write(proposals).notes.map(({ code }) => code);
