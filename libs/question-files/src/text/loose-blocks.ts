import { typeInHeading, typeNamed, type NamedType } from '../type-names.js';
import { AnswerKey, isKeyHeading } from './answer-key.js';
import { splitOptions } from './split-options.js';
import { addPart, labelOf, newBlock, splitLabels, type TextBlock } from './text-block.js';
import { readExactBlock } from './exact-blocks.js';

export interface TextBlocks {
  readonly blocks: readonly TextBlock[];
  /** Lines that belong to no question. */
  readonly skipped: readonly { readonly line: number; readonly text: string }[];
}

const NUMBERED =
  /^\s*(?:第\s*(\d{1,4})\s*题\s*[.．、:：]?|[（(]\s*(\d{1,4})\s*[）)]|(\d{1,4})\s*([.．、:：)）]))\s*(?!\d)/;
const HEADING =
  /^\s*(?:第?[一二三四五六七八九十]{1,3}[、.．部大]|[（(【]?(?:单|多|不定|判|填|排|配|匹|连|简|问|论))/;

/** Cuts a pasted text into questions, by numbers, blank lines, headings and labels. */
export function cutIntoBlocks(text: string): TextBlocks {
  const lines = text.split('\n');
  const cutter = new Cutter();
  for (let at = 0; at < lines.length; at++) {
    const exact = cutter.inKey ? null : readExactBlock(lines, at);
    if (exact) {
      cutter.take(exact.block);
      at = exact.end - 1;
      continue;
    }
    for (const piece of splitLabels(lines[at] ?? '')) cutter.read(piece, at + 1);
  }
  return cutter.end();
}

class Cutter {
  inKey = false;
  private readonly blocks: TextBlock[] = [];
  private readonly skipped: { line: number; text: string }[] = [];
  private readonly key = new AnswerKey();
  private block: TextBlock | null = null;
  private part: string | null = null;
  private afterBlank = true;
  private heading = '';
  private sign: string | null = null;

  take(block: TextBlock): void {
    this.close();
    this.blocks.push(block);
    this.afterBlank = true;
  }

  read(line: string, number: number): void {
    if (line.trim() === '') {
      this.afterBlank = true;
      return;
    }
    // Nobody means anything by so many blanks, and some patterns would look at each of them again and again.
    this.readLine(line.replace(/[^\S\n]{20,}/g, ' '), number);
    this.afterBlank = false;
  }

  end(): TextBlocks {
    this.close();
    for (const block of this.blocks) {
      const answer = block.parts.has('答案') ? undefined : this.key.answerTo(block);
      if (answer !== undefined) block.parts.set('答案', [answer]);
    }
    return { blocks: this.blocks, skipped: this.skipped };
  }

  private readLine(line: string, number: number): void {
    const heading = this.headingOf(line);
    if (heading !== null && !this.isTagged(line)) {
      this.close();
      this.heading = heading;
      if (this.inKey) this.key.begin(heading, line);
      return;
    }
    if (isKeyHeading(line) && this.blocks.length + (this.block ? 1 : 0) > 0) {
      this.close();
      this.inKey = true;
      this.key.begin(null, line);
      return;
    }
    if (this.inKey) {
      this.key.read(line);
      return;
    }
    const numbered = this.numberOf(line);
    if (numbered) {
      this.open(number, numbered.number);
      this.add(line.slice(numbered.length));
      return;
    }
    const label = labelOf(line);
    if (label) {
      if (label.label === '题干') this.open(number, null);
      this.label(label.label, label.text, number);
      return;
    }
    const isOver = this.block?.parts.has('答案') && this.afterBlank;
    if (!this.block || isOver) this.open(number, null);
    this.add(line);
  }

  private headingOf(line: string): NamedType | null {
    if (!HEADING.test(line) || line.length >= 60 || labelOf(line)) return null;
    // Answers may follow on the same line: 一、单选题 1-5 ABCDA.
    return typeInHeading((this.inKey ? line.replace(/\d.*$/, '') : line).trim());
  }

  /** 【单选题】题干 is a question, （一）单选题 a heading. */
  private isTagged(line: string): boolean {
    const [, tag = '', rest = ''] = /^\s*[【[（(]\s*([^】\])）]{1,10})\s*[】\])）](.*)$/.exec(line) ?? [];
    return typeNamed(tag) !== null && rest.trim().length > 4;
  }

  private numberOf(line: string): { number: number; length: number } | null {
    const found = NUMBERED.exec(line);
    if (!found) return null;
    const [whole, first, second, third, sign = '('] = found;
    const number = Number(first ?? second ?? third);
    const next = { number, length: whole.length };
    if (!this.block) {
      this.sign ??= sign;
      return next;
    }
    const { parts, options, number: current } = this.block;
    const isNext = current !== null && number === current + 1;
    if (parts.has('答案')) return isNext || this.afterBlank ? next : null;
    if (current === null) return options.length === 0 && this.block.stem.length < 60 ? next : null;
    const isMatching =
      options.length === 0 &&
      (typeNamed(this.block.type) === 'match' || /[【[（(]\s*(?:配对|匹配|连线|配伍)/.test(this.block.stem));
    return isNext && sign === this.sign && !isMatching ? next : null;
  }

  private open(line: number, number: number | null): void {
    this.close();
    this.block = newBlock(line, number, this.heading, false);
    this.part = null;
  }

  private close(): void {
    const { block } = this;
    this.block = null;
    this.part = null;
    if (!block) return;
    const isTitle = block.number === null && block.options.length === 0 && block.parts.size === 0;
    if (isTitle) this.skipped.push({ line: block.line, text: block.stem });
    else this.blocks.push(block);
  }

  private label(label: string, text: string, number: number): void {
    if (!this.block) this.open(number, null);
    const { block } = this;
    if (!block) return;
    if (label === '题型') {
      block.type = text.trim();
      return;
    }
    if (label === '题干') {
      block.stem = text.trim();
      return;
    }
    this.part = label;
    addPart(block, label, text.trim());
  }

  private add(line: string): void {
    const { block } = this;
    if (!block) return;
    if (this.part !== null) {
      const said = block.parts.get(this.part);
      if (said) said.push(`${said.pop() ?? ''}\n${line.trim()}`.trim());
      return;
    }
    const options = splitOptions(line, block.options.length);
    if (options) block.options.push(...options);
    else if (block.options.length > 0) block.options.push(`${block.options.pop() ?? ''}\n${line.trim()}`);
    else block.stem = block.stem === '' ? line.trim() : `${block.stem}\n${line.trim()}`;
  }
}
