import { SaxesParser, type SaxesTagNS } from 'saxes';

export interface XmlElement {
  /** The name without its prefix. */
  readonly name: string;
  readonly namespace: string;
  /** Values by name without prefix: `w:val` and `val` are the same here. */
  readonly attribute: (name: string) => string | undefined;
}

export interface XmlVisitor {
  open?(element: XmlElement): void;
  close?(element: XmlElement): void;
  text?(text: string): void;
}

/**
 * Reads XML from first to last character without keeping it. False when it is not well-formed, nests beyond reason or brings a document type,
 * which no Word file has: so no entity is ever expanded and nothing outside is ever asked for.
 */
export function readXml(xml: string, visitor: XmlVisitor): boolean {
  const state = { sound: true };
  let depth = 0;
  const parser = new SaxesParser({ xmlns: true });
  const stop = () => {
    state.sound = false;
  };
  parser.on('error', stop);
  parser.on('doctype', stop);
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth > DEEPEST) stop();
    if (state.sound) visitor.open?.(elementOf(tag));
  });
  parser.on('closetag', (tag) => {
    depth -= 1;
    if (state.sound) visitor.close?.(elementOf(tag));
  });
  parser.on('text', (text) => state.sound && visitor.text?.(text));
  parser.on('cdata', (text) => state.sound && visitor.text?.(text));
  for (let at = 0; at < xml.length && state.sound; at += CHUNK) parser.write(xml.slice(at, at + CHUNK));
  if (state.sound) parser.close();
  return state.sound;
}

/** Word nests some dozen elements; the parser asks every open one for the meaning of a prefix. */
const DEEPEST = 1_000;
/** After an error the rest is not read. */
const CHUNK = 1 << 16;

function elementOf(tag: SaxesTagNS): XmlElement {
  const attribute = (name: string) => {
    for (const key in tag.attributes)
      if (tag.attributes[key]?.local === name) return tag.attributes[key].value;
    return undefined;
  };
  return { name: tag.local, namespace: tag.uri, attribute };
}

/** True unless the attribute says otherwise: `<w:strike/>` and `<w:strike w:val="true"/>`. */
export function isOn(element: XmlElement): boolean {
  return !['0', 'false', 'off', 'none'].includes(element.attribute('val') ?? '');
}
