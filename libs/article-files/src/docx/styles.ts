import type { DroppedKind } from '../dropped.js';
import { readXml } from './xml.js';

export interface ParagraphStyle {
  /** Why paragraphs of this style are no part of the article. */
  readonly dropped?: DroppedKind;
  /** The list that the style numbers by. */
  readonly numId?: string;
  readonly level?: number;
}

interface Style {
  name: string;
  basedOn?: string;
  numId?: string;
  level?: number;
}

const CONTENTS = /^(?:toc(?: heading| \d)|目录.*|table of (?:figures|authorities))$/i;
const CAPTION = /^(?:caption|题注|图注|图题|表题|图片说明)$/i;
const PAGE_EDGE = /^(?:header|footer|页眉|页脚)$/i;
const NOTE = /^(?:footnote text|endnote text|脚注文本|尾注文本)$/i;
/** Styles rest on each other; more steps are a circle. */
const LONGEST_CHAIN = 20;

/** What the styles of a document say about its paragraphs. */
export class Styles {
  readonly #styles = new Map<string, Style>();

  constructor(stylesXml: string) {
    let style: Style | null = null;
    readXml(stylesXml, {
      open: ({ name, attribute }) => {
        const value = attribute('val') ?? '';
        if (name === 'style') this.#styles.set(attribute('styleId') ?? '', (style = { name: '' }));
        else if (!style) return;
        else if (name === 'name') style.name = value;
        else if (name === 'basedOn') style.basedOn = value;
        else if (name === 'numId') style.numId = value;
        else if (name === 'ilvl') style.level = Number(value) || 0;
      },
      close: ({ name }) => {
        if (name === 'style') style = null;
      },
    });
  }

  find(styleId: string): ParagraphStyle {
    let found: ParagraphStyle = {};
    let id: string | undefined = styleId;
    for (let step = 0; id !== undefined && step < LONGEST_CHAIN; step++) {
      const style = this.#styles.get(id);
      if (!style) break;
      found = {
        dropped: found.dropped ?? droppedByName(style.name),
        numId: found.numId ?? style.numId,
        level: found.level ?? style.level,
      };
      id = style.basedOn;
    }
    return found;
  }
}

function droppedByName(name: string): DroppedKind | undefined {
  if (CONTENTS.test(name)) return 'contents';
  if (CAPTION.test(name)) return 'caption';
  if (PAGE_EDGE.test(name)) return 'footer';
  return NOTE.test(name) ? 'footnote' : undefined;
}
