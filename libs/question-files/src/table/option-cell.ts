import { splitOptions } from '../text/split-options.js';

/** All options in one cell: A.甲 B.乙, one a line, or divided by | or ；. */
export function optionsOfCell(cell: string): string[] {
  if (cell === '') return [];
  const lettered = splitOptions(cell);
  if (lettered) return lettered;
  for (const sign of ['\n', /[|｜]/, /[;；]/]) {
    const parts = cell
      .split(sign)
      .map((part) => part.trim())
      .filter((part) => part !== '');
    if (parts.length > 1) return parts;
  }
  return [cell];
}
