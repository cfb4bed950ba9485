import type { Reading } from '../3-names/index.js';
import type { Span } from './clauses.js';

/** The rules, the bulletin or the minutes that the article itself is. */
export interface OwnDocument {
  /** 《某某管理办法》: what 本办法 stands for. */
  readonly name: string;
  /** 按照《某某管理办法》， before each rule, 据《某某公报》， before each report: it says where, when and for whom. */
  readonly lead: string;
  readonly title: Span;
}

const RULES = /(?:通知|办法|规定|条例|细则|规程|规范|守则|制度|章程|公约|方案|意见|纲要)$/;
const RECORD = /(?:公报|纪要)$/;
const LONGEST_NAME = 36;

/** What a text with such a title lays down holds by that document, and nothing needs to be put before its subjects. */
export function ownDocument(readings: readonly Reading[]): OwnDocument | null {
  const [first] = readings;
  if (first?.kind !== 'heading' || first.text.length > LONGEST_NAME || /[《》“”]/.test(first.text))
    return null;
  const plain = first.text.replace(/（[^（）]*）$/, '');
  const lead = RULES.test(plain) ? '按照' : RECORD.test(plain) ? '据' : null;
  if (lead === null) return null;
  const name = `《${first.text}》`;
  return {
    name,
    lead: `${lead}${name}，`,
    title: { text: first.text, start: first.start, end: first.end },
  };
}

/** 本办法 is the article's own document when that is a 办法, else nothing. */
export function isOwnName(word: string, document: OwnDocument | null): boolean {
  return document !== null && document.name.replace(/(?:（[^（）]*）)?》$/, '').endsWith(word);
}
