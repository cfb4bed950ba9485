import type { Find, Finder } from './find.js';

/** Who holds which post: 某大学党委书记王某 → 王某是某大学党委书记. */
export const findRoles: Finder = ({ reading }, { names }) =>
  names.people.flatMap(({ name, roles }) =>
    roles
      .filter(({ start, end }) => start >= reading.start && end <= reading.end)
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
