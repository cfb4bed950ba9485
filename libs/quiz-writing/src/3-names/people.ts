import { POST_PATTERN, SPEECH_VERBS } from '../lexicon/people.js';
import { nameAt, nameBeforeVerb, nameEnding } from './name-at.js';

/** A post that the text gives to a person: 青岛某大学 + 党委书记. */
export interface Role {
  /** As written, organisation and post together. */
  readonly text: string;
  readonly post: string;
  readonly start: number;
  readonly end: number;
}

export interface Person {
  readonly name: string;
  readonly roles: readonly Role[];
}

const AFTER_POST = new RegExp(`(?:${POST_PATTERN}) ?`, 'g');
const BEFORE_SPEECH = new RegExp(
  `(?<=^|[，。；：”“\\n]|在|据|对此，)([\\u3400-\\u9fff]{2,4}?)(?=${SPEECH_VERBS})`,
  'gm',
);
const TAKES_POST = new RegExp(
  `(出任|担任|兼任|当选为?|被任命为|被聘为|升任|接任)([\\u3400-\\u9fff]{0,16}?(?:${POST_PATTERN}))(?=[，。；、]|$)`,
  'gm',
);
const POST_AT_END = new RegExp(`(?:${POST_PATTERN})$`);
const POST_IS = new RegExp(
  `(?<=[，。；现任\\n])(${POST_PATTERN})(为|是|由)((?:女|男)?(?:工程师|博士|教授|院士)?)(?=[\\u3400-\\u9fff]{2,3}(?:[，。；、]|担任|出任))`,
  'g',
);
const APPOSED = new RegExp(
  `(?<=^|：)([\\u3400-\\u9fff]{2,4})，((?:[\\u3400-\\u9fff]{2,24}?)(?:${POST_PATTERN}))(?=[，。、])`,
  'gm',
);
/** Not posts, but words that a personal name stands behind. */
const CALLED =
  /(?<![\u3400-\u9fff])(?:[\u3400-\u9fff]{0,8}(?:村民|居民|农户|店主|菇农|果农|渔民|老人|学员|大学生|车主|乘客|顾客|志愿者|退休职工))(?=[\u3400-\u9fff]{2,4})/g;
const NARRATOR = /(?:^|[，。\n“])我(?:叫|名叫|的名字叫)(?=[\u3400-\u9fff]{2,4}[，。])/g;
const INTERVIEWED = /(?:对话|专访|访谈|走近|走进|访|——)(?=[\u3400-\u9fff]{2,4}(?:[：:，、—\s]|$))/gm;

/** People are named behind a post (总经理王某) or before a verb of speech (王某表示). */
export function harvestPeople(article: string): Person[] {
  const people = new Map<string, Role[]>();
  for (const match of article.matchAll(AFTER_POST)) {
    const end = match.index + match[0].length;
    const name = nameAt(article.slice(end, end + 24));
    if (name === null) continue;
    const roles = rolesBefore(article, match.index, match[0].trim());
    people.set(name, [...(people.get(name) ?? []), ...roles]);
  }
  for (const match of article.matchAll(TAKES_POST)) {
    const at = match.index;
    const name = nameEnding(article.slice(Math.max(0, at - 4), at));
    const text = match[2] ?? '';
    const post = POST_AT_END.exec(text)?.[0];
    if (name === null || !post) continue;
    const start = at + (match[1] ?? '').length;
    const role = { text, post, start, end: start + text.length };
    people.set(name, [...(people.get(name) ?? []), role]);
  }
  for (const match of article.matchAll(APPOSED)) {
    const [, name = '', text = ''] = match;
    if (nameAt(`${name}，`) !== name) continue;
    const start = match.index + name.length + 1;
    const role = { text, post: POST_AT_END.exec(text)?.[0] ?? '', start, end: start + text.length };
    people.set(name, [...(people.get(name) ?? []), role]);
  }
  for (const match of article.matchAll(INTERVIEWED)) {
    const end = match.index + match[0].length;
    const name = nameAt(article.slice(end, end + 8));
    if (name !== null && !people.has(name)) people.set(name, []);
  }
  for (const match of article.matchAll(NARRATOR)) {
    const end = match.index + match[0].length;
    const name = nameAt(article.slice(end, end + 5));
    if (name !== null && !people.has(name)) people.set(name, []);
  }
  for (const match of article.matchAll(CALLED)) {
    const end = match.index + match[0].length;
    const name = nameBeforeVerb(article.slice(end, end + 5));
    if (name !== null && !people.has(name)) people.set(name, []);
  }
  for (const match of article.matchAll(POST_IS)) {
    const [whole, text = '', link = '', more = ''] = match;
    const nameStart = match.index + whole.length;
    const name = nameAt(article.slice(nameStart, nameStart + 24));
    if (name === null) continue;
    const start = match.index + whole.length - more.length - link.length - text.length;
    people.set(name, [...(people.get(name) ?? []), { text, post: text, start, end: start + text.length }]);
  }
  for (const match of article.matchAll(BEFORE_SPEECH)) {
    const name = match[1] ?? '';
    if (nameAt(`${name}，`) === name && !people.has(name)) people.set(name, []);
  }
  return [...people].map(([name, roles]) => ({ name, roles: distinctRoles(roles) }));
}

/** The post with its organisation, and the posts joined to it by 、 (市人大代表、某公司董事长). */
function rolesBefore(article: string, postStart: number, post: string): Role[] {
  const roles: Role[] = [];
  let start = roleStart(article, postStart);
  let end = postStart + post.length;
  roles.push({ text: article.slice(start, end), post, start, end });
  while (article.charAt(start - 1) === '、') {
    const before = article.slice(Math.max(0, start - 41), start - 1);
    const joined = new RegExp(`(?:${POST_PATTERN})$`).exec(before)?.[0];
    if (!joined) break;
    end = start - 1;
    start = roleStart(article, end - joined.length);
    roles.push({ text: article.slice(start, end), post: joined, start, end });
  }
  return roles.filter(({ text, post }) => text.length > post.length && text.length <= 36).map(withoutPrefix);
}

/** Walks left over nouns and names; a verb, a preposition or a mark ends the organisation. */
function roleStart(article: string, postStart: number): number {
  const left =
    /[\u3400-\u9fffA-Za-z0-9·]{0,30}$/.exec(article.slice(Math.max(0, postStart - 30), postStart))?.[0] ?? '';
  const stop =
    /^.*(?:由|在|据|对|让|请|向|与|(?<!人力资源|工业|住房|文化|发展|自然资源|卫生)和|及|是|为|像|如|的|而|现任|出任|当选|邀请|采访|担任|选举|推选|聘请|任命|增补|授予|来自)(?=[\u3400-\u9fff]|$)/.exec(
      left,
    );
  const cutOff =
    stop && !/^(?:和平|在线|对外|为民)/.test(left.slice(stop[0].length - 1)) ? stop[0].length : 0;
  return postStart - (left.length - cutOff);
}

/** 原, 现任, 女 … before a post are no part of it. */
function withoutPrefix(role: Role): Role {
  const prefix =
    /^(?:追记|追忆|专访|对话|走近|访|记|时任|现任|原任|原|首任|该|其|女|男|老|青年|著名|知名|一位|这位|的)/.exec(
      role.text,
    )?.[0].length ?? 0;
  return { ...role, text: role.text.slice(prefix), start: role.start + prefix };
}

function distinctRoles(roles: readonly Role[]): Role[] {
  return roles.filter(
    (role, index) =>
      roles.findIndex((other) => other.text.endsWith(role.text) || role.text === other.text) === index,
  );
}
