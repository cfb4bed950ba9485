/** Words that a dictionary was taught and could not forget, found again by their first two characters. */
export class Leftovers {
  readonly #byOpening = new Map<string, Set<string>>();
  #size = 0;

  get size(): number {
    return this.#size;
  }

  add(word: string): void {
    const opening = word.slice(0, 2);
    const words = this.#byOpening.get(opening) ?? new Set();
    if (words.has(word)) return;
    this.#byOpening.set(opening, words.add(word));
    this.#size += 1;
  }

  /** Whether one of them stands in the text, but for those that are words today. */
  standIn(text: string, today: ReadonlySet<string>): boolean {
    if (this.#size === 0) return false;
    for (let at = 0; at < text.length - 1; at++) {
      for (const word of this.#byOpening.get(text.slice(at, at + 2)) ?? [])
        if (!today.has(word) && text.startsWith(word, at)) return true;
    }
    return false;
  }
}
