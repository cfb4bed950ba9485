import { isRecord } from './read-reply.js';

/** The records of a reply's list; null when the list itself is missing. At most `most`, whatever came. */
export function readRecords(
  json: Record<string, unknown>,
  field: string,
  most: number,
): { records: Record<string, unknown>[]; malformed: number } | null {
  const list = json[field];
  if (!Array.isArray(list)) return null;
  const records = list.filter(isRecord).slice(0, most);
  return { records, malformed: list.length - records.length };
}

/** A text of reasonable length without blanks around it, or null. */
export function readText(value: unknown, longest: number): string | null {
  if (typeof value !== 'string') return null;
  const text = value.trim();
  return text === '' || text.length > longest ? null : text;
}

/** The texts of a list without repetition; what is no text is left out. */
export function readTexts(value: unknown, most: number, longest: number): string[] {
  if (!Array.isArray(value)) return [];
  const texts = value.map((item) => readText(item, longest)).filter((text) => text !== null);
  return [...new Set(texts)].slice(0, most);
}

/** [S12] and S12 name the same sentence. */
export function readId(value: unknown): string | null {
  return readText(value, 40)?.replace(/^\[(.*)\]$/, '$1') ?? null;
}
