import type { Find, Finder } from './find.js';
import { plainStatement } from './statement.js';

/** Who holds which post: 某大学党委书记王某 → 王某是某大学党委书记. */
export const findRoles: Finder = ({ reading, region }, { names, isNamed }) =>
  names.people.flatMap(({ name, roles }) =>
    roles
      .filter(({ start, end }) => start >= reading.start && end <= reading.end)
      .filter(({ text, post }) => isNamed(text) || text === post || /^[省市县区]/.test(text))
      .map((role): Find => ({
        kind: 'person-role',
        form: 'post',
        answer: role.text,
        start: role.start,
        end: role.end,
        importance: /代表$|委员$|记者$/.test(role.post) ? 2 : 3,
        statement: {
          lead: '',
          parts: [
            { text: `${name}是`, start: null },
            { text: role.text, start: role.start },
          ],
          subject: name,
          time: null,
          plan: false,
          alsoFrom: [],
        },
      })),
  );
