import type { Option, Question } from '#question';

/**
 * A question that was read from a file with the ids of the one it replaces: an option with the same text keeps its id, so
 * that a comparison sees what changed and nothing else. New options get ids that neither has.
 */
export function keepIds(before: Question, read: Question): Question {
  if (read.type === 'match') {
    const lefts = before.type === 'match' ? before.lefts : [];
    const rights = before.type === 'match' ? before.rights : [];
    const left = idsFor(lefts, read.lefts);
    const right = idsFor(rights, read.rights);
    return {
      ...read,
      lefts: renamed(read.lefts, left),
      rights: renamed(read.rights, right),
      key: read.key.map((pair) => ({ left: left(pair.left), right: right(pair.right) })),
    };
  }
  if (!('options' in read)) return read;
  const name = idsFor('options' in before ? before.options : [], read.options);
  const options = renamed(read.options, name);
  return read.type === 'single'
    ? { ...read, options, key: name(read.key) }
    : { ...read, options, key: read.key.map(name) };
}

function idsFor(before: readonly Option[], read: readonly Option[]): (id: string) => string {
  const named = new Map<string, string>();
  const free = [...before];
  const take = (id: string, place: number) => {
    const [old] = place < 0 ? [] : free.splice(place, 1);
    if (old) named.set(id, old.id);
  };
  for (const { id, text } of read) {
    take(
      id,
      free.findIndex((old) => flat(old.text) === flat(text)),
    );
  }
  // One that is left on either side was reworded.
  const rest = read.filter(({ id }) => !named.has(id));
  if (rest.length === free.length) for (const { id } of rest) take(id, 0);
  const used = new Set([...before, ...read].map(({ id }) => id));
  for (const { id } of rest.filter((option) => !named.has(option.id))) {
    let number = 1;
    while (used.has(`o${number}`)) number += 1;
    used.add(`o${number}`);
    named.set(id, `o${number}`);
  }
  return (id) => named.get(id) ?? id;
}

function renamed(options: readonly Option[], name: (id: string) => string): Option[] {
  return options.map(({ id, text }) => ({ id: name(id), text }));
}

function flat(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
