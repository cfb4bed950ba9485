import { readXmlText } from '../xml.js';

/** An element with its text (white space between children left out) and its children. */
export interface XmlNode {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  text: string;
  readonly children: XmlNode[];
}

const WANTED_ATTRIBUTES = ['type', 'format', 'fraction'];
const SKIPPED = new Set(['file']);

/**
 * Hands over each child of the root when it is whole, so that only one of them is held at a time. Files inside questions are
 * passed over, and noted as an empty element.
 */
export function readChildren(
  xml: string,
  take: (child: XmlNode, root: string) => void,
): 'read' | 'broken' | 'doctype' {
  const open: XmlNode[] = [];
  let root = '';
  let depth = 0;
  let skipping = 0;
  return readXmlText(xml, {
    open(element) {
      depth += 1;
      if (depth === 1) root = element.name;
      if (depth < 2) return;
      if (skipping > 0) {
        skipping += 1;
        return;
      }
      const attributes = new Map<string, string>();
      for (const name of WANTED_ATTRIBUTES) {
        const value = element.attribute(name);
        if (value !== undefined) attributes.set(name, value);
      }
      const node: XmlNode = { name: element.name, attributes, text: '', children: [] };
      open.at(-1)?.children.push(node);
      open.push(node);
      if (SKIPPED.has(element.name)) skipping = 1;
    },
    text(piece) {
      const node = open.at(-1);
      if (node && skipping === 0) node.text += piece;
    },
    close() {
      depth -= 1;
      if (depth < 1) return;
      if (skipping > 1) {
        skipping -= 1;
        return;
      }
      skipping = 0;
      const node = open.pop();
      if (node && open.length === 0) take(node, root);
    },
  });
}

export function childOf(node: XmlNode | undefined, name: string): XmlNode | undefined {
  return node?.children.find((child) => child.name === name);
}

export function childrenOf(node: XmlNode, name: string): XmlNode[] {
  return node.children.filter((child) => child.name === name);
}

/** What stands in <name><text>…</text></name> or <name>…</name>. */
export function textIn(node: XmlNode | undefined): string {
  return childOf(node, 'text')?.text ?? node?.text ?? '';
}
