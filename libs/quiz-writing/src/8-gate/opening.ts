import type { Surroundings } from '../3-names/index.js';
import type { Clause } from '../4-facts/clauses.js';
import { subjectOf } from '../4-facts/subjects.js';
import { SPEECH_VERBS } from '../lexicon/people.js';
import { LEADING_TIME } from '../lexicon/words.js';
import { onceEach, onceEachText } from '../once-each.js';

/** How a stem begins once who says it and when are taken off: its main clause and that clause's subject. */
export interface Opening {
  /** Who says it: 据某局统计， */
  readonly leads: string;
  /** Clauses before the main one that only set it: 与同质结相比， 在铜材焊接中， */
  readonly setting: string;
  readonly clause: string;
  /** The noun phrase it opens with, or null. */
  readonly subject: string | null;
}

const LEAD = new RegExp(
  `^(?:据[^，。]{1,30}(?:介绍|统计|测算|估算|透露|核算|监测|调查|预测|了解)，|[据按]照?《[^》]+》(?:的?规定)?，|《[^》]+》(?:提出|规定|明确|要求)，|文中(?:提出|介绍|指出)，|在[^，]{2,10}看来，|初步(?:核算|统计|测算)，|有(?:资料|研究)称，|按照?(?:计划|规划|规定)，|[^，。：0-9]{2,16}(?:${SPEECH_VERBS})(?:道)?，)`,
);
/** 与去年相比， only sets; 与某公司合作引进…， says what somebody did. */
const COMPARING = /^[与同和跟][^，；。：]{1,24}(?:相比|相较|比较|不同|一样|类似|相反|相适应)，/;
const ASKED_TIME =
  /^(?:自|从|到|在)?(?:____|哪一年|什么时候|哪个时期)(?:年|年?\d{1,2}月)?(?:[底初末])?(?:起|以来)?，|^在?(?:____年|哪一年|什么时候)(?=[\u3400-\u9fff])/;
/** 2019年|推出的“蓝芯”系统: the year belongs to the noun. */
const MODIFYING = /^[\u3400-\u9fff]{1,8}的[\u3400-\u9fff]{0,4}[“《A-Z\u3400-\u9fff]/;
const MOMENT =
  /^(?![与同和跟])[^，；。：]{1,24}(?:时|后|前|以来|期间|之际|之初|同时|相比|方面|而言|来看|的|[日年月]起|[那当]天|[那当]晚)，/;
const CIRCUMSTANCE =
  /^(?:在|当(?![年地])|由于|因|为了?(?!的)|按照?|根据|依据|随着|经过?|通过|对于?|除|作为|围绕|依托|凭借|自从?|从|受|针对|借助|面对|面向|本着|出于|如|若)[^，；。：]{1,30}，/;

/** Takes off who says it, when, and the clauses that only set the main one. */
export function openingOf(stem: string, context: Surroundings): Opening {
  return openingsIn(context)(stem);
}

/** Several rules ask about the same stem. */
const openingsIn = onceEach((context: Surroundings) => onceEachText((stem) => readOpening(stem, context)));

function readOpening(stem: string, context: Surroundings): Opening {
  let rest = stem;
  let setting = '';
  let leads = '';
  for (let turn = 0; turn < 6; turn++) {
    const lead = LEAD.exec(rest) ?? ASKED_TIME.exec(rest);
    if (lead) {
      leads += lead[0];
      rest = rest.slice(lead[0].length);
      continue;
    }
    const time = LEADING_TIME.exec(rest)?.[0] ?? '';
    if (
      time !== '' &&
      time.length < rest.length &&
      (time.endsWith('，') || !MODIFYING.test(rest.slice(time.length)))
    ) {
      rest = rest.slice(time.length);
      continue;
    }
    const set = CIRCUMSTANCE.exec(rest) ?? COMPARING.exec(rest) ?? MOMENT.exec(rest);
    if (!set) break;
    setting += set[0];
    rest = rest.slice(set[0].length);
  }
  const clause =
    /^[^，；：。？]*/.exec(
      rest.replace(/《[^《》]*》/g, (title) => title.replace(/[，；：。？]/g, '·')),
    )?.[0] ?? rest;
  return { leads, setting, clause, subject: subjectIn(clause, context) };
}

function subjectIn(text: string, context: Surroundings): string | null {
  const hole = /^(?:____|（ +）|谁|哪[家所级个位种]|多少|几|什么)/.exec(text)?.[0];
  if (hole !== undefined) return hole;
  const modified =
    /^(?:\d{4}年)?[\u3400-\u9fff]{1,12}的[\u3400-\u9fff]{0,6}(?:“[^”]+”|《[^》]+》|[A-Z][A-Za-z-]+)/.exec(
      text,
    )?.[0];
  if (modified !== undefined) return modified;
  // 2020年9月成立的某学院，…: the noun is the name itself.
  const founded = /^\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?[\u3400-\u9fff]{1,8}的([\u3400-\u9fff]+)$/.exec(
    text,
  )?.[1];
  if (founded !== undefined && context.isNamed(founded)) return text;
  const tokens = context.tag(text);
  const clause: Clause = { text, start: 0, end: text.length, tokens, mark: '，' };
  const subject = subjectOf(clause)?.text;
  if (subject !== undefined) return /^(?:[与和同跟]$|同比|同期)/.test(tokens[0]?.text ?? '') ? null : subject;
  const [first] = tokens;
  return first && /^(?:nr|ns|nt|nz|nrt)/.test(first.tag) ? first.text : null;
}
