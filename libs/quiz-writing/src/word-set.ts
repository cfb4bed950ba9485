/** Many words of two characters at least, found in a text by their first two without trying each of them. */
export class WordSet {
  readonly #words = new Set<string>();
  /** Lengths of the words that begin with these two characters, the longest first. */
  readonly #lengths = new Map<string, number[]>();

  constructor(words: Iterable<string> = []) {
    for (const word of words) this.add(word);
  }

  get size(): number {
    return this.#words.size;
  }

  add(word: string): void {
    if (word.length < 2 || this.#words.has(word)) return;
    this.#words.add(word);
    const opening = word.slice(0, 2);
    const lengths = this.#lengths.get(opening) ?? [];
    if (!lengths.includes(word.length))
      this.#lengths.set(
        opening,
        [...lengths, word.length].toSorted((a, b) => b - a),
      );
  }

  /** The longest of them that stands at this place, or null; those left out count as missing. */
  longestAt(text: string, at: number, leftOut?: ReadonlySet<string>): string | null {
    const lengths = this.#lengths.get(text.slice(at, at + 2));
    if (lengths === undefined) return null;
    for (const length of lengths) {
      const word = text.slice(at, at + length);
      if (this.#words.has(word) && !leftOut?.has(word)) return word;
    }
    return null;
  }

  /** Whether any of them stands in the text. */
  standsIn(text: string, leftOut?: ReadonlySet<string>): boolean {
    if (this.#words.size === 0) return false;
    for (let at = 0; at < text.length - 1; at++) if (this.longestAt(text, at, leftOut) !== null) return true;
    return false;
  }

  /** All of them that stand in the text. */
  allIn(text: string): Set<string> {
    const found = new Set<string>();
    for (let at = 0; at < text.length - 1; at++) {
      for (const length of this.#lengths.get(text.slice(at, at + 2)) ?? []) {
        const word = text.slice(at, at + length);
        if (this.#words.has(word)) found.add(word);
      }
    }
    return found;
  }
}
