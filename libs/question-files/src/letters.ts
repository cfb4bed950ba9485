import type { Option } from '#question';

/** A, B, C … for an option's place. */
export function letterAt(index: number): string {
  return String.fromCharCode(65 + index);
}

export function letterOf(options: readonly Option[], id: string): string {
  return letterAt(options.findIndex((option) => option.id === id));
}

/** In the order of the options, whatever the order of the key. */
export function lettersOf(options: readonly Option[], ids: readonly string[]): string[] {
  return options.flatMap(({ id }, index) => (ids.includes(id) ? [letterAt(index)] : []));
}

export function textOf(options: readonly Option[], id: string): string {
  return options.find((option) => option.id === id)?.text ?? '';
}
