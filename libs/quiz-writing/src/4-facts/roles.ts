import type { Role } from '../3-names/index.js';
import type { Find, Finder } from './find.js';
import { plainStatement } from './statement.js';

/** Posts that one person holds: a bare 工程师 may be anybody. */
const HEAD = /[市省县区镇村局厅院校所厂站馆会社]长$|董事长$|总经理$|总裁$|主席$|书记$/;

/** Who holds which post: 某大学党委书记王某 → 王某是某大学党委书记. A bare 负责人 of nothing named is no fact. */
export const findRoles: Finder = ({ reading, region }, { names, isNamed }) =>
  names.people.flatMap(({ name, roles }) =>
    roles
      .filter(({ start, end }) => start >= reading.start && end <= reading.end)
      .filter(
        ({ text, post }) => isNamed(text) || (text === post && HEAD.test(post)) || /^[省市县区]/.test(text),
      )
      .map((role) => findOf(name, role, role.text === role.post ? whereOf(names.organisations, region) : '')),
  );

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
