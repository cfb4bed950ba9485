import { headLength, type Clause } from './clauses.js';
import { antecedentOf } from './antecedent.js';
import { isOwnName } from './document.js';
import { OPENING_PERSON, placeAtHead } from './meant.js';
import { isMeasure, subjectOf } from './subjects.js';
import type { References } from './references.js';
import type { Scene } from './scene.js';

/** 会议决定，…: who decides is not who then does it. */
const RESOLVES =
  /(?:会议?|报告|办法|规定|方案|意见|文件|数据|研究|统计|调查|通知|纪要|公报)(?:还|也)?(?:决定|要求|强调|指出|认为|明确|提出|规定|显示|表明|同意)$/;
/** 甲、乙等11家单位共同起草: what, the clause before says. */
export const MADE = /(?:起草|制定|编写|编制|编著|主办|承办|协办|研制|修订|出资|提出)$/;

/** 普及率 and 产值 grow, but build nothing. */
export const A_MEASURE = /(?:面积|产量|产值|收入|总额|数量|规模|总值|投资|率|量|额|占比|比重)$/;
/** They act themselves; 总部 and 产品 are only somebody's. */
const ANIMATE =
  /(?:[人者员们]|学生|老师|教师|专家|企业|单位|部门|机构|学校|农户|职工|代表|选手|队伍|小组|师傅|徒弟|用户|客户)$/;

/**
 * The clause before that names what the sentence is about. A trend is said of the nearest subject, named or not; other
 * clauses look for a name first and take an unnamed subject only where they have none themselves.
 */
export function subjectBefore(
  scene: Scene,
  first: number,
  hasOwn: boolean,
  isTrend: boolean,
  isNamed: (text: string) => boolean,
  references: References,
): { at: number; topic: string | null } | null {
  let nearest: { at: number; topic: string | null } | null = null;
  let others = false;
  for (let at = first - 1; at >= 0; at--) {
    const clause = scene.clauses[at];
    if (
      !clause ||
      clause.mark === '；' ||
      (clause.mark === '：' && !/(?:是|包括|如下|为)$/.test(clause.text))
    )
      break;
    if (startsWithSpeaker(scene, at)) return { at, topic: scene.speech?.name ?? '' };
    const own = openingName(clause, scene, references);
    if (own !== null) return { at, topic: own };
    if (/^(?:该|本|此|其(?![中他])|这|那)/.test(clause.text)) return { at, topic: null };
    if (MADE.test(clause.text) && at > 0) continue;
    const subject = subjectOf(clause);
    if (!subject || /^[与和同跟]/.test(subject.text)) continue;
    if (RESOLVES.test(clause.text)) return { at, topic: null };
    // 总投资85亿元，占地960亩: what is measured in one clause does nothing in the next.
    if (
      !hasOwn &&
      !isTrend &&
      (A_MEASURE.test(subject.text) || (isMeasure(clause) && !isNamed(subject.text)))
    )
      continue;
    const topic = ownerAlone(withoutPlaceWord(fullName(subject.text, clause.start, scene, references)));
    if (isTrend) return { at, topic };
    // 老师埋下故障，学生问诊，得写病历: who stands nearer does it; with both clauses before it nobody is mistaken.
    if (isNamed(topic)) return { at, topic: others && !hasOwn ? null : topic };
    others ||= ANIMATE.test(topic);
    nearest ??= { at, topic };
  }
  return hasOwn ? null : nearest;
}

/** 本规定 or 本届博览会 opens the clause: its name in full. */
export function openingName(clause: Clause, scene: Scene, references: References): string | null {
  return ownName(clause.text, scene) ?? personName(clause, scene) ?? pointedName(clause, scene, references);
}

/** 他 or 72岁的他 opens the clause: whom the text spoke of. */
function personName(clause: Clause, scene: Scene): string | null {
  return scene.speech === null && OPENING_PERSON.test(clause.text.slice(headLength(clause.text)))
    ? scene.meant.person
    : null;
}

/** 本规定 opens the clause: the article's own document. */
function ownName(text: string, { document }: Scene): string | null {
  const word = /^本([\u3400-\u9fff]{2})/.exec(text)?.[1];
  return word !== undefined && document !== null && isOwnName(word, document) ? document.name : null;
}

/** 本届博览会 opens the clause: the one the text named in full. */
function pointedName(clause: Clause, scene: Scene, references: References): string | null {
  const [pointer, noun] = clause.tokens;
  return pointer && noun && /^(?:该|本届|本次|此次)$/.test(pointer.text)
    ? references.organisationFor(noun.text, clause.start, scene)
    : null;
}

/** 我… in the speaker's own words. */
export function startsWithSpeaker({ clauses, speech }: Scene, index: number): boolean {
  const clause = clauses[index];
  return (
    speech !== null &&
    clause !== undefined &&
    /^我(?!国|省|市|县|区|校|厂里|们(?!公司|班组|团队|厂|车间|学院|学校|研究所|课题组|单位|工作室|实验室|部门|项目组|小组))/.test(
      clause.text.slice(headLength(clause.text)),
    )
  );
}

/** A bare 公司 or 船厂 by its full name. */
export function fullName(text: string, at: number, scene: Scene, references: References): string {
  const named = references.organisationFor(text, at, scene) ?? antecedentOf(text, scene, at);
  if (named !== null) return named;
  const place = placeAtHead(text, scene.meant);
  return place ? place.name + text.slice(place.length) : text;
}

/** 平台上 as the subject of a later clause is 平台. */
function withoutPlaceWord(text: string): string {
  return text.replace(/(?<=[\u3400-\u9fff]{3})[上中里内]$/, '');
}

const MEASURED =
  /^(.*”)(?:的)?[\u3400-\u9fff]{0,2}(?:速度|重量|航程|能力|面积|长度|产量|产值|高度|宽度|直径|价格|成本|功率|容量|精度|寿命|温度|周期|里程)$/;

/** “云雀”最大航程 is said of “云雀”. */
function ownerAlone(topic: string): string {
  return /^(“[^“”]{2,12}”)最/.exec(topic)?.[1] ?? MEASURED.exec(topic)?.[1] ?? topic;
}
