const ITEM = /^\s*(?:[（(]?(\d{1,2})\s*[)）.．、:：]|([①-⑳]))\s*/;

/**
 * The left items of a matching, written below its stem, one a line: `1) 东港`. A line of a text that looks like one gets a
 * backslash and loses it again.
 */
export function joinLefts(stem: string, lefts: readonly string[]): string {
  return [guard(stem), ...lefts.map((text, index) => `${index + 1}) ${guardRest(text)}`)].join('\n');
}

export function splitLefts(text: string): { stem: string; lefts: string[] } {
  const stem: string[] = [];
  const lefts: string[][] = [];
  for (const line of text.split('\n')) {
    const number = numberOf(line);
    if (number === lefts.length + 1) lefts.push([line.replace(ITEM, '')]);
    else (lefts.at(-1) ?? stem).push(unguard(line));
  }
  return {
    stem: stem.join('\n').trim(),
    lefts: lefts.map((lines) => lines.join('\n').trim()),
  };
}

function numberOf(line: string): number | null {
  const [, digits, circled] = ITEM.exec(line) ?? [];
  if (circled !== undefined) return circled.charCodeAt(0) - 0x245f;
  return digits === undefined ? null : Number(digits);
}

function guard(text: string): string {
  return text.split('\n').map(guardLine).join('\n');
}

/** The first line of an item stands behind its number. */
function guardRest(text: string): string {
  const [first = '', ...rest] = text.split('\n');
  return [first, ...rest.map(guardLine)].join('\n');
}

function guardLine(line: string): string {
  return ITEM.test(line.replace(/^\\+/, '')) ? `\\${line}` : line;
}

function unguard(line: string): string {
  return line.startsWith('\\') && ITEM.test(line.replace(/^\\+/, '')) ? line.slice(1) : line;
}
