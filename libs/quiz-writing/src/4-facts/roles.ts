import type { Names, Reading, Role } from '../3-names/index.js';
import { onceEach } from '../once-each.js';
import type { Find, Finder } from './find.js';
import { plainStatement } from './statement.js';

/** Posts that one person holds: a bare 工程师 may be anybody. */
const HEAD = /[市省县区镇村局厅院校所厂站馆会社]长$|董事长$|总经理$|总裁$|主席$|书记$/;

/** Who holds which post: 某大学党委书记王某 → 王某是某大学党委书记. A bare 负责人 of nothing named is no fact. */
export const findRoles: Finder = ({ reading, region }, { names, isNamed }) =>
  rolesWithin(reading, rolesByPlace(names))
    .filter(
      ({ role: { text, post } }) =>
        isNamed(text) || (text === post && HEAD.test(post)) || /^[省市县区]/.test(text),
    )
    .map(({ name, role }) =>
      findOf(name, role, role.text === role.post ? whereOf(names.organisations, region) : ''),
    );

interface Held {
  readonly name: string;
  readonly role: Role;
  /** Among all roles, person by person. */
  readonly rank: number;
}

const rolesByPlace = onceEach((names: Names): readonly Held[] =>
  names.people
    .flatMap(({ name, roles }) => roles.map((role) => ({ name, role })))
    .map((held, rank) => ({ ...held, rank }))
    .toSorted((a, b) => a.role.start - b.role.start),
);

/** The roles that the sentence gives, person by person. */
function rolesWithin({ start, end }: Reading, byPlace: readonly Held[]): Held[] {
  const within: Held[] = [];
  for (let at = firstFrom(byPlace, start); (byPlace[at]?.role.start ?? end) < end; at++) {
    const held = byPlace[at];
    if (held && held.role.end <= end) within.push(held);
  }
  return within.toSorted((a, b) => a.rank - b.rank);
}

function firstFrom(byPlace: readonly Held[], start: number): number {
  let low = 0;
  let high = byPlace.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((byPlace[middle]?.role.start ?? start) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A bare 董事长 is that of the one company the text is about, a 市长 that of its city. */
function whereOf(organisations: readonly string[], region: string | null): string {
  const companies = organisations.filter((name) => /公司$|集团$|厂$|大学$|学院$/.test(name));
  const only = region ?? (companies.length === 1 ? companies[0] : undefined);
  return only === undefined ? '据文中介绍，' : `在${only}，`;
}

function findOf(name: string, role: Role, lead: string): Find {
  const parts = [
    { text: `${name}是`, start: null },
    { text: role.text, start: role.start },
  ];
  return {
    kind: 'person-role',
    form: 'post',
    answer: role.text,
    start: role.start,
    end: role.end,
    importance: /代表$|委员$|记者$/.test(role.post) ? 2 : 3,
    statement: plainStatement(name, parts, { lead }),
  };
}
