import { SaxesParser } from 'saxes';

export interface XmlElement {
  /** The name without its prefix. */
  readonly name: string;
  /** By name without prefix. */
  readonly attribute: (name: string) => string | undefined;
}

export interface XmlVisitor {
  open?(element: XmlElement): void;
  close?(name: string): void;
  text?(text: string): void;
  /** Asked between chunks: true when the rest need not be read. */
  done?(): boolean;
}

/** No file of questions nests deeper. */
const DEEPEST = 200;

/**
 * Reads XML in chunks without keeping it. A document type ends the reading at once, so no entity is ever expanded and
 * nothing outside is ever asked for.
 */
export async function readXml(
  chunks: AsyncIterable<Uint8Array>,
  visitor: XmlVisitor,
): Promise<'read' | 'broken' | 'doctype'> {
  const reader = xmlReader(visitor);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const chunk of chunks) {
    reader.write(decoder.decode(chunk, { stream: true }));
    if (reader.trouble()) return reader.trouble() ?? 'broken';
    if (visitor.done?.()) return 'read';
  }
  reader.write(decoder.decode());
  return reader.end();
}

/** The same for a text that is there already. */
export function readXmlText(xml: string, visitor: XmlVisitor): 'read' | 'broken' | 'doctype' {
  const reader = xmlReader(visitor);
  for (let at = 0; at < xml.length; at += CHUNK) {
    reader.write(xml.slice(at, at + CHUNK));
    if (reader.trouble()) return reader.trouble() ?? 'broken';
  }
  return reader.end();
}

const CHUNK = 1 << 16;

function xmlReader(visitor: XmlVisitor) {
  const state: { trouble: 'broken' | 'doctype' | null } = { trouble: null };
  let depth = 0;
  const parser = new SaxesParser();
  parser.on('error', () => (state.trouble ??= 'broken'));
  parser.on('doctype', () => (state.trouble = 'doctype'));
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    if (depth > DEEPEST) state.trouble ??= 'broken';
    if (state.trouble) return;
    const attribute = (wanted: string) => {
      for (const key in attributes) if (local(key) === wanted) return attributes[key];
      return undefined;
    };
    visitor.open?.({ name: local(name), attribute });
  });
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    if (!state.trouble) visitor.close?.(local(name));
  });
  const text = (piece: string) => {
    if (!state.trouble) visitor.text?.(piece);
  };
  parser.on('text', text);
  parser.on('cdata', text);
  return {
    write: (chunk: string) => {
      parser.write(chunk);
    },
    trouble: () => state.trouble,
    end: () => {
      parser.close();
      return state.trouble ?? ('read' as const);
    },
  };
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
