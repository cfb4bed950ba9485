import { CONNECTIVES, LEADING_TIME } from '../lexicon/words.js';
import { headLength, skipLinking, type Clause } from './clauses.js';
import { antecedentOf } from './antecedent.js';
import { isOwnName } from './document.js';
import { placeAtHead } from './meant.js';
import { subjectOf } from './subjects.js';
import type { References } from './references.js';
import type { Scene } from './scene.js';
import { bodyOf, type Part } from './statement.js';

/** In the middle of a clause only these surely mean the one named before; 新建平台 is another platform. */
const HOUSE = /^(?:公司|集团|学院|学校|大学|医院|银行|研究院|研究所|协会|联盟|协定|协议|公约|条约)$/;
/** What may stand behind 公司 with 的 between: 某公司的产品, but 某公司整体搬迁. */
const OWN_THING =
  /^(?:产品|员工|职工|总部|厂区|工厂|车间|品牌|专利|客户|订单|学生|教师|校园|平台|系统|负责人|创始人|董事长|总经理|前身|全称)$/;
/** 本办法 is never another document that the text names. */
const DOCUMENT = /^(?:办法|规定|条例|细则|规程|规范|守则|制度|章程|公约|协定|协议|条约|规划|方案|纪要|公报)$/;
/** 上届博览会, 另一公司 are others than the one named. */
const OTHER = /^(?:上|下|往|历|首|每|各|另|其他|另外)(?:一?届|一?家|一?个|次|一)?$|届$/;
const ALIAS_NOTE = /（[^（）]{0,6}(?:简称|以下|下称|下同)[^（）]{0,20}）|（[A-Z][A-Za-z .-]{2,50}）/;

/** A clause in parts: loose words off its head, a bare 公司 or 学院 replaced by the full name, 还 and 也 left out. */
export function clauseParts(
  clause: Clause,
  place: { isFirst: boolean; afterTopic: boolean },
  span: { start: number; end: number },
  scene: Scene,
  references: References,
): Part[] {
  let from = clause.start;
  if (place.isFirst) {
    const head = CONNECTIVES.exec(clause.text)?.[0].length ?? 0;
    if (clause.start + head <= span.start && head < clause.text.length) from += head;
    if (place.afterTopic) from += skipLinking(clause.text.slice(from - clause.start));
  }
  const parts = namedParts(clause, from, scene, references);
  return dropLinkAfterSubject(dropAliasNote(parts, span), clause);
}

function namedParts(clause: Clause, from: number, scene: Scene, references: References): Part[] {
  const parts: Part[] = [];
  let done = from;
  const put = (end: number) => {
    const text = clause.text.slice(done - clause.start, end - clause.start);
    if (text !== '') parts.push({ text, start: done });
    done = Math.max(done, end);
  };
  clause.tokens.forEach((token, index) => {
    const previous = clause.tokens[index - 1];
    if (previous?.text === '本' && DOCUMENT.test(token.text) && token.start >= done) {
      if (!isOwnName(token.text, scene.document)) return;
      put(previous.start);
      parts.push({ text: scene.document?.name ?? '', start: null });
      done = token.end;
      return;
    }
    if (token.text === '笔者' && token.start >= done) {
      put(token.start);
      parts.push({ text: '作者', start: null });
      done = token.end;
      return;
    }
    if (token.text === '《' && token.start >= done) {
      const title = /^《[^《》]{2,12}》/.exec(clause.text.slice(token.start - clause.start))?.[0] ?? '';
      const full = title === '' ? null : references.fullTitle(title);
      if (full !== null) {
        put(token.start);
        parts.push({ text: full, start: null });
        done = token.start + title.length;
      }
      return;
    }
    const isHead = token.start === clause.start + headLength(clause.text);
    const isBare =
      isHead && token.start >= done && references.organisationFor(token.text, clause.start, scene) === null;
    const named = isBare ? antecedentOf(token.text, scene, clause.start) : null;
    const meant = named
      ? { name: named, length: token.text.length }
      : token.start >= done
        ? meantAt(clause, index, scene)
        : null;
    if (meant) {
      put(token.start);
      parts.push({ text: meant.name, start: null });
      done = token.start + meant.length;
      return;
    }
    const pointed = previous !== undefined && /^(?:该|本|我们?|本届|本次|此次)$/.test(previous.text);
    if (
      token.start < done ||
      !references.mayBeBare(token.text) ||
      (!pointed && OTHER.test(previous?.text ?? ''))
    )
      return;
    if (!pointed && !standsBare(clause, index)) return;
    const name = references.organisationFor(token.text, clause.start, scene);
    if (name === null) return;
    put(pointed ? previous.start : token.start);
    const next = clause.tokens[index + 1];
    const owns = next !== undefined && OWN_THING.test(next.text);
    parts.push({ text: owns ? `${name}的` : name, start: null });
    done = token.end;
  });
  put(clause.end);
  return parts;
}

/** 他 as the one spoken of, 全县 and 县里 as that county, 县农业局 as that county's. */
function meantAt(clause: Clause, index: number, scene: Scene): { name: string; length: number } | null {
  const token = clause.tokens[index];
  const before = clause.tokens[index - 1];
  if (!token) return null;
  if (/^[他她]$/.test(token.text)) {
    const name = scene.speech ? null : scene.meant.person;
    return name === null ? null : { name, length: 1 };
  }
  const isFree =
    before?.text !== '、' &&
    (!before || /^(?:v|p|c|d|u|r|x|f|t|m)/.test(before.tag) || before.end < token.start);
  if (scene.region !== null || !isFree) return null;
  const text = clause.text.slice(token.start - clause.start);
  const place = placeAtHead(text, scene.meant);
  return place;
}

/** 公司 stands bare at the clause's head, or where no noun before it makes it part of a longer name. */
function standsBare(clause: Clause, index: number): boolean {
  const token = clause.tokens[index];
  const before = clause.tokens[index - 1];
  const after = clause.tokens[index + 1];
  if (token?.start === clause.start + headLength(clause.text)) return true;
  if (!HOUSE.test(token?.text ?? '') || before?.text === '、' || after?.text === '、') return false;
  if (before && !/^(?:v|p|c|d|ul|uz|r)$/.test(before.tag)) return false;
  return !after || !/^(?:n|ns|nz)$/.test(after.tag);
}

/** 甲公司（以下简称“甲”）成立于… without the note, unless the note is what is asked for. */
function dropAliasNote(parts: readonly Part[], span: { start: number; end: number }): Part[] {
  return parts.flatMap((part): Part[] => {
    const note = part.start === null ? null : ALIAS_NOTE.exec(part.text);
    if (!note || part.start === null) return [part];
    const start = part.start + note.index;
    const end = start + note[0].length;
    if (span.start < end && span.end > start) return [part];
    return [
      { text: part.text.slice(0, note.index), start: part.start },
      { text: part.text.slice(note.index + note[0].length), start: end },
    ].filter(({ text }) => text !== '');
  });
}

/** 滨海|也|是… reads better alone as 滨海是… */
function dropLinkAfterSubject(parts: readonly Part[], clause: Clause): Part[] {
  const subject = subjectOf(clause);
  if (!subject) return [...parts];
  return parts.flatMap((part): Part[] => {
    if (part.start === null) return [part];
    const at = subject.end - part.start;
    if (at < 0 || at > part.text.length) return [part];
    const skip = skipLinking(part.text.slice(at));
    if (skip === 0 || /^(?:则|就|便|同时|并|又[称名叫])/.test(part.text.slice(at))) return [part];
    const head: Part[] = at > 0 ? [{ text: part.text.slice(0, at), start: part.start }] : [];
    return [...head, { text: part.text.slice(at + skip), start: part.start + at + skip }];
  });
}

/** 甲学院发布了甲学院首套教材 says the name once too often. */
export function withoutRepeat(parts: readonly Part[], topic: string | null): Part[] {
  if (topic === null || topic.length < 4) return [...parts];
  const index = parts.findIndex(({ text, start }) => start !== null && text.includes(topic));
  const part = parts[index];
  const at = part?.text.indexOf(topic) ?? -1;
  if (!part || part.start === null || at <= 0) return [...parts];
  const behind = { text: part.text.slice(at + topic.length), start: part.start + at + topic.length };
  return [
    ...parts.slice(0, index),
    { text: part.text.slice(0, at), start: part.start },
    behind,
    ...parts.slice(index + 1),
  ];
}

/** 我看有三个难点: what he says he thinks he says. */
function without(parts: readonly Part[], index: number, at: number, length: number): Part[] {
  return parts.map((part, place) => {
    if (place !== index || part.start === null) return part;
    // At the head of a part the rest stays tied to its place in the article; elsewhere the words before are only marks.
    return { text: part.text.slice(at + length), start: part.start + at + length };
  });
}

/** 用我的名字成立了…: 我 within the clause is the speaker as well; 我们 and 我国 are not. */
function withinToName(parts: readonly Part[], name: string): Part[] {
  return parts.flatMap((part): Part[] => {
    const at = part.start === null ? -1 : part.text.search(/我(?![们国省市县区校厂])/);
    if (at < 0 || part.start === null) return [part];
    return [
      { text: part.text.slice(0, at), start: part.start },
      { text: name, start: null },
      { text: part.text.slice(at + 1), start: part.start + at + 1 },
    ].filter(({ text }) => text !== '');
  });
}

/**
 * 我 at the head of a speaker's clause is the speaker, 我们公司 the speaker's organisation, 我们班组 the one he works in.
 * `named` says that the speaker now stands in the statement.
 */
export function firstPersonToName(
  parts: readonly Part[],
  scene: Scene,
  references: References,
): { parts: readonly Part[]; named: boolean } {
  const index = parts.findIndex(({ text, start }) => start !== null && /我(?!国)/.test(text));
  const part = parts[index];
  const name = scene.speech?.name;
  if (!part || part.start === null || !name || /代表|委员|专家|学者|人士/.test(name))
    return { parts, named: false };
  const at = part.text.search(/我(?!国)/);
  const before = bodyOf(parts.slice(0, index)) + part.text.slice(0, at);
  if (before !== '' && !/[，,：]$/.test(before) && LEADING_TIME.exec(before)?.[0] !== before)
    return { parts: withinToName(parts, name), named: false };
  const leansBack = /^我(?:看|想|觉得|认为|以为)[，]?[有是就没不]/.test(part.text.slice(at));
  if (leansBack) return { parts, named: false };
  const thinks = /^我(?:看|想|觉得|认为|以为)[，]?/.exec(part.text.slice(at))?.[0];
  if (thinks) return { parts: without(parts, index, at, thinks.length), named: false };
  const plural = part.text.startsWith('我们', at);
  const rest = part.text.slice(at + (plural ? 2 : 1));
  const group =
    /^(?:公司|班组|团队|厂|车间|学院|学校|研究所|课题组|村|社区|医院|单位|工作室|实验室|部门|项目组|小组)/.test(
      rest,
    );
  const ownPlace = !plural && group && !/^(?:公司|工作室)/.test(rest);
  const subject =
    plural || ownPlace ? (group ? `${name}所在的` : references.speakerOrganisation(scene)) : name;
  if (subject === null) return { parts, named: false };
  const skipped = (plural && group) || ownPlace ? 0 : skipLinking(rest);
  const behind = { text: rest.slice(skipped), start: part.start + at + (plural ? 2 : 1) + skipped };
  const head: Part[] = at > 0 ? [{ text: part.text.slice(0, at), start: part.start }] : [];
  return {
    parts: [
      ...parts.slice(0, index),
      ...head,
      { text: subject, start: null },
      behind,
      ...parts.slice(index + 1),
    ],
    named: subject.startsWith(name),
  };
}
