import { writeNumeral } from './numerals.js';
import { readXml } from './xml.js';

interface Level {
  start: number;
  format: string;
  /** `%1.%2` and the like. */
  text: string;
}

interface NumberedList {
  abstractId: string;
  readonly restarts: Map<number, number>;
}

const LEVELS = 9;
const LONGEST_LABEL = 40;

/** The numbers that Word writes before paragraphs and that stand nowhere in its text. */
export class Numbering {
  readonly #levels = new Map<string, Level[]>();
  readonly #lists = new Map<string, NumberedList>();
  readonly #counts = new Map<string, number[]>();
  readonly #begun = new Set<string>();

  constructor(numberingXml: string) {
    this.#read(numberingXml);
  }

  /** The marker of the next paragraph of a list, with its space; '' when it has none. */
  next(numId: string, level: number): string {
    const list = this.#lists.get(numId);
    const levels = list && this.#levels.get(list.abstractId);
    const own = levels?.[level];
    if (!list || !levels || !own || own.format === 'none') return '';
    if (own.format === 'bullet') return '- ';
    const counts = this.#count(numId, list, levels, level);
    const plain = /^%(\d)[.．、)）]?$/.exec(own.text);
    if (plain && own.format.startsWith('decimal') && Number(plain[1]) === level + 1) {
      return `${counts[level] ?? own.start}. `;
    }
    const label = own.text.replace(/%([1-9])/g, (_, digit: string) => {
      const part = Number(digit) - 1;
      return writeNumeral(counts[part] ?? levels[part]?.start ?? 1, levels[part]?.format ?? 'decimal');
    });
    return label.trim() && (/[\u2e80-\uffef]$/.test(label) ? label : `${label} `);
  }

  #count(numId: string, list: NumberedList, levels: readonly Level[], level: number): number[] {
    const counts = this.#counts.get(list.abstractId) ?? [];
    if (!this.#begun.has(`${numId} ${level}`)) {
      this.#begun.add(`${numId} ${level}`);
      const restart = list.restarts.get(level);
      if (restart !== undefined) counts[level] = restart - 1;
    }
    counts[level] = (counts[level] ?? (levels[level]?.start ?? 1) - 1) + 1;
    counts.length = level + 1;
    this.#counts.set(list.abstractId, counts);
    return counts;
  }

  #read(xml: string): void {
    let levels: Level[] | null = null;
    let level: Level | null = null;
    let list: NumberedList | null = null;
    let overridden = -1;
    readXml(xml, {
      open: ({ name, attribute }) => {
        const value = attribute('val') ?? '';
        if (name === 'abstractNum') this.#levels.set(attribute('abstractNumId') ?? '', (levels = []));
        else if (name === 'num')
          this.#lists.set(attribute('numId') ?? '', (list = { abstractId: '', restarts: new Map() }));
        else if (name === 'abstractNumId' && list) list.abstractId = value;
        else if (name === 'lvlOverride') overridden = Number(attribute('ilvl') ?? -1);
        else if (name === 'startOverride' && list) list.restarts.set(overridden, Number(value) || 0);
        else if (name === 'lvl' && levels && !list) {
          level = { start: 1, format: 'decimal', text: '' };
          const index = Number(attribute('ilvl') ?? 0);
          if (index >= 0 && index < LEVELS) levels[index] = level;
        } else if (level && !list) {
          if (name === 'start') level.start = Number(value) || 0;
          else if (name === 'numFmt') level.format = value;
          else if (name === 'lvlText') level.text = value.slice(0, LONGEST_LABEL);
        }
      },
      close: ({ name }) => {
        if (name === 'lvl') level = null;
        else if (name === 'abstractNum') levels = null;
        else if (name === 'num') list = null;
      },
    });
  }
}
