import { LEADING_TIME } from '../lexicon/words.js';
import { topicOf, type Scene } from './scene.js';
import { fullName } from './subject-before.js';
import type { References } from './references.js';
import type { Part } from './statement.js';

/** What is always somebody's: 产品销往…, 海外收入占比…, 在职职工…. */
const OWNED =
  /^(?:现有|新|在职|全体|一线|主要|主导|核心|自有|海外|国内|出口|年|全年|总|累计|首期|一期|二期)*(?:产品|员工|职工|研发人员|技术人员|研发团队|科研团队|项目团队|团队|岸线|陆域面积|吞吐能力|工厂|生产线|产线|车间|厂区|专利|产能|产量|产值|利润|收入|营业收入|销售收入|销售额|出口额|订单|合同|总资产|固定资产|总投资|投资|注册资本|占地面积|建筑面积|展览面积|专业观众|意向成交额|成交额|签约项目|现场签约项目|参展企业|境外企业|毕业生|在校生|教师|校园|校舍|馆藏|藏书|入驻企业|接入设备|注册用户|用户|客户|服务网点|研发投入|研发费用|人均产值|不良率|合格率|订单交付周期|交付周期|生产周期|市场占有率|市场份额|负责人|日处理能力|年处理能力|设计能力|库容|总库容|床位)(?:占比|总数|数量|总额|规模|比重|比例|能力|率|额|量)?/;

export function isOwned(text: string): boolean {
  return OWNED.test(text);
}

/** 产品 as the subject of a sentence is 某公司的产品 where the paragraph speaks of nobody else. */
export function withOwner(
  parts: readonly Part[],
  scene: Scene,
  references: References,
  isNamed: (text: string) => boolean,
): readonly Part[] {
  const index = parts.findIndex(({ text }) => !/^[，,]$/.test(text) && LEADING_TIME.exec(text)?.[0] !== text);
  const part = parts[index];
  if (!part || !OWNED.test(part.text)) return parts;
  const owner = ownerIn(scene, references, isNamed);
  return owner === null || part.text.startsWith(owner)
    ? parts
    : [...parts.slice(0, index), { text: `${owner}的`, start: null }, ...parts.slice(index)];
}

function ownerIn(scene: Scene, references: References, isNamed: (text: string) => boolean): string | null {
  if (scene.speech) return references.speakerOrganisation(scene);
  for (let before: Scene | null = scene; before !== null; before = before.previous) {
    const topic = before.speech ? null : topicOf(before);
    if (!topic) continue;
    const name = fullName(topic.text, topic.start, before, references);
    if (references.isName(name)) return name;
    if (isNamed(name)) return null;
  }
  return references.onlyActor();
}
