import type { Sketch } from '../candidate.js';
import type { Finding } from '../4-facts/index.js';
import { textOf } from '../4-facts/statement.js';
import { sketch } from './sketch.js';

/** Posts that many hold: nobody is the one 教师 of a college. */
const SHARED_POST =
  /(?:代表|委员|专家|学者|记者|工人|教师|老师|教授|讲师|研究员|员工|职工|选手|队员|运动员|学生|学员|医生|医师|护士|工程师|技师|技术员|村民|居民|司机|驾驶员|志愿者|民警|律师|院士|成员|会员|干部|农民|用户|消费者|焊工|电工|工匠|劳模|模范)$/;

/** 王某担任下列哪一职务？ and the other way round, 某公司董事长是谁？ */
export function stemsForRole(finding: Finding): Sketch[] {
  const { fact } = finding;
  const text = `${textOf(finding.statement)}。`;
  const which = sketch(finding, 'single', `${finding.statement.lead}${fact.subject}担任下列哪一职务？`, [
    fact.answer,
  ]);
  const statements: Sketch[] = [
    { ...sketch(finding, 'tf', text, []), truth: true },
    { ...sketch(finding, 'tf', text, []), truth: false, falsify: true, correction: text },
  ];
  if (SHARED_POST.test(fact.answer)) return statements;
  const who = sketch(finding, 'single', `${finding.statement.lead}${fact.answer}是谁？`, [fact.subject]);
  return [which, who, ...statements];
}

/** Three to five people and their posts in two columns. */
export function matchRoles(findings: readonly Finding[]): Sketch[] {
  const roles = findings.filter(({ find, fact }) => find.form === 'post' && !SHARED_POST.test(fact.answer));
  const people = roles.filter(
    ({ fact }, index) => roles.findIndex((other) => other.fact.subject === fact.subject) === index,
  );
  const distinct = people.filter(
    ({ fact }, index) => people.findIndex((other) => other.fact.answer === fact.answer) === index,
  );
  const taken = distinct.slice(0, 5);
  const [first] = taken;
  if (!first || taken.length < 3) return [];
  return [
    {
      ...sketch(first, 'match', '请将下列人物与其在文中的职务进行配对。', []),
      covers: taken.map(({ fact }) => fact.id),
      pairs: taken.map(({ fact }) => ({ left: fact.subject, right: fact.answer })),
      evidence: taken.flatMap(({ fact }) => fact.evidence.slice(0, 1)),
    },
  ];
}

/** Three to five terms and their foreign names in two columns. */
export function matchForeignNames(findings: readonly Finding[]): Sketch[] {
  const names = findings.filter(({ find }) => find.form === 'foreign');
  const taken = names
    .filter(({ fact }, index) => names.findIndex((other) => other.fact.answer === fact.answer) === index)
    .slice(0, 5);
  const [first] = taken;
  if (!first || taken.length < 3) return [];
  return [
    {
      ...sketch(first, 'match', '请将下列名词与文中给出的外文名称进行配对。', []),
      covers: taken.map(({ fact }) => fact.id),
      pairs: taken.map(({ fact }) => ({ left: fact.subject, right: fact.answer })),
      evidence: taken.flatMap(({ fact }) => fact.evidence.slice(0, 1)),
    },
  ];
}
