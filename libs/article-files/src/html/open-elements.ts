import { ENDS_BEFORE } from './elements.js';

/** What is to be done when an element ends at a place of the source. */
export type Ending = (end: number) => void;

interface OpenElement {
  readonly name: string;
  readonly ending: Ending | null;
  /** The counts outside a table or cell, put back when it ends. */
  readonly outside: Map<string, number> | null;
}

/** An end tag inside one of these closes nothing outside it. */
const WALLS = new Set(['table', 'td', 'th', 'caption']);
const TABLE_PARTS = new Set(['table', 'tbody', 'thead', 'tfoot', 'tr', 'td', 'th', 'caption']);

/**
 * The elements that are open, for pages whose tags do not match. Every step costs the same however deep the nesting:
 * an end tag without a beginning is known by counts, never by looking through the open ones.
 */
export class OpenElements {
  readonly #open: OpenElement[] = [];
  readonly #tableParts = new Map<string, number>();
  /** How often a name is open since the nearest wall. */
  #counts = new Map<string, number>();

  /** Ends what the named element ends by beginning. */
  makeRoomFor(name: string, at: number, isBlock: boolean): void {
    const ended = ENDS_BEFORE.get(name);
    for (let top = this.#open.at(-1); top; top = this.#open.at(-1)) {
      if (!(ended?.has(top.name) || (isBlock && top.name === 'p'))) return;
      this.#pop(at);
    }
  }

  push(name: string, ending: Ending | null): void {
    count(this.#counts, name, 1);
    if (TABLE_PARTS.has(name)) count(this.#tableParts, name, 1);
    const wall = WALLS.has(name);
    this.#open.push({ name, ending, outside: wall ? this.#counts : null });
    if (wall) this.#counts = new Map();
  }

  /** Ends the element and what is still open inside it; nothing when it is not open here. */
  close(name: string, at: number): void {
    const counts = TABLE_PARTS.has(name) ? this.#tableParts : this.#counts;
    if (!counts.get(name)) return;
    for (let ended = this.#pop(at); ended && ended !== name;) ended = this.#pop(at);
  }

  closeAll(at: number): void {
    while (this.#open.length > 0) this.#pop(at);
  }

  #pop(at: number): string | undefined {
    const element = this.#open.pop();
    if (!element) return undefined;
    if (element.outside) this.#counts = element.outside;
    count(this.#counts, element.name, -1);
    if (TABLE_PARTS.has(element.name)) count(this.#tableParts, element.name, -1);
    element.ending?.(at);
    return element.name;
  }
}

function count(counts: Map<string, number>, name: string, by: number): void {
  counts.set(name, (counts.get(name) ?? 0) + by);
}
