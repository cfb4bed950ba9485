import { addPart, newBlock, type TextBlock } from './text-block.js';

const HEAD = /^(\d{1,5})\. 【([^】\n]{1,10})】(.*)$/;
const PART = /^ {3}(答案|解析|改正|依据|标签|难度|课程|出处|链接|分值|编号|误差|顺序|评分点)：(.*)$/;
const OPTION = /^ {3}([A-Z])\. (.*)$/;
const LEFT = /^ {3}(\d{1,2})\) (.*)$/;
const MORE = /^ {3}\|(?: (.*))?$/;

/**
 * Reads the block that begins at `lines[at]` if it has exactly the shape that our export writes, where nothing needs to be
 * guessed; `end` is the line behind it. Null for everything else.
 */
export function readExactBlock(
  lines: readonly string[],
  at: number,
): { block: TextBlock; end: number } | null {
  const [, number, type = '', first = ''] = HEAD.exec(lines[at] ?? '') ?? [];
  if (number === undefined) return null;
  const block = newBlock(at + 1, Number(number), type, true);
  const written: { add: (text: string) => void; text: string }[] = [
    { add: (text) => (block.stem = text), text: first },
  ];
  let end = at + 1;
  for (; end < lines.length; end++) {
    const line = lines[end] ?? '';
    if (line.trim() === '' || HEAD.test(line)) break;
    const part = readLine(line, block, written);
    if (!part) return null;
  }
  for (const { add, text } of written) add(text);
  const isWhole = block.parts.has('答案') && block.options.length !== 1;
  return isWhole ? { block, end } : null;
}

function readLine(
  line: string,
  block: TextBlock,
  written: { add: (text: string) => void; text: string }[],
): boolean {
  const more = MORE.exec(line);
  const last = written.at(-1);
  if (more && last) {
    last.text += `\n${more[1] ?? ''}`;
    return true;
  }
  const [, label, said = ''] = PART.exec(line) ?? [];
  if (label !== undefined) {
    written.push({ add: (text) => addPart(block, label, text), text: said });
    return true;
  }
  const [, letter, option = ''] = OPTION.exec(line) ?? [];
  if (letter !== undefined) {
    if (letter.charCodeAt(0) - 65 !== countOf(written, 'option')) return false;
    written.push(named('option', (text) => block.options.push(text), option));
    return true;
  }
  const [, place, left = ''] = LEFT.exec(line) ?? [];
  if (place === undefined || Number(place) !== countOf(written, 'left') + 1) return false;
  written.push(named('left', (text) => block.lefts.push(text), left));
  return true;
}

interface Named {
  readonly kind?: string;
}

function named(kind: string, add: (text: string) => void, text: string) {
  return { kind, add, text };
}

function countOf(written: readonly object[], kind: string): number {
  return written.filter((part: Named) => part.kind === kind).length;
}
