import { typeNamed, type NamedType } from '../type-names.js';
import type { TextBlock } from './text-block.js';

interface Entry {
  readonly type: NamedType | null;
  readonly answer: string;
}

export function isKeyHeading(line: string): boolean {
  return /^\s*[【[]?\s*(?:参考|标准|正确|试题)?答案(?:及解析|与解析|部分)?\s*[】\]]?\s*[:：]?\s*$/.test(line);
}

/** The answers behind all questions: 1-5 ABCDA, or 1. A 2. BC 3. √, below headings of types where numbers begin anew. */
export class AnswerKey {
  private readonly entries = new Map<number, Entry[]>();
  private type: NamedType | null = null;

  begin(type: NamedType | null, line: string): void {
    this.type = type;
    const rest = line.replace(/^\s*[一二三四五六七八九十]+[、.．]\s*/, '').replace(/^[^\d:：]*[:：]?/, '');
    if (type !== null) this.read(rest);
  }

  read(line: string): void {
    for (const [, from = '', to = '', letters = ''] of line.matchAll(
      /(\d{1,4})\s*[-－–—~～至到]\s*(\d{1,4})\s*[.．、:：题]?\s*([A-Za-z√×✓✗对错]+(?:[ \t]+[A-Za-z√×✓✗对错]+)*)/g,
    )) {
      const wanted = Number(to) - Number(from) + 1;
      const words = letters.split(/\s+/);
      const answers = words.length === wanted ? words : [...letters.replace(/\s+/g, '')];
      if (answers.length === wanted)
        answers.forEach((answer, index) => this.add(Number(from) + index, answer));
    }
    const rest = line.replace(
      /\d{1,4}\s*[-－–—~～至到]\s*\d{1,4}\s*[.．、:：题]?\s*[A-Za-z√×✓✗对错 \t]+/g,
      ' ',
    );
    const marks = [...rest.matchAll(/(?:^|[\s;；,，])(\d{1,4})\s*[.．、:：)）]\s*/g)];
    marks.forEach((mark, index) => {
      const answer = rest.slice(mark.index + mark[0].length, marks[index + 1]?.index).trim();
      this.add(Number(mark[1]), answer.replace(/[;；,，]$/, ''));
    });
  }

  answerTo({ number, type }: TextBlock): string | undefined {
    const named = typeNamed(type);
    const same = this.entries.get(number ?? -1) ?? [];
    const typed = same.filter((entry) => entry.type !== null && entry.type === named);
    const [found, ...others] = typed.length > 0 ? typed : same;
    return others.length === 0 ? found?.answer : undefined;
  }

  private add(number: number, answer: string): void {
    if (answer === '') return;
    const entry = { type: this.type, answer };
    const same = this.entries.get(number);
    if (same) same.push(entry);
    else this.entries.set(number, [entry]);
  }
}
