import { foldText, foldedRange, type FoldedText } from '../folded-text.js';

/** A sentence of one version: a stretch of its folded text. */
export interface VersionSentence {
  readonly index: number;
  readonly text: string;
  /** Offsets in the folded text. */
  readonly from: number;
  readonly to: number;
  readonly paragraph: number;
}

export interface Version {
  readonly article: string;
  readonly folded: FoldedText;
  readonly sentences: readonly VersionSentence[];
  /** Folded, with where they begin in the folded text. */
  readonly paragraphs: readonly { readonly text: string; readonly from: number }[];
}

const END = /[。！？!?；;\n]+/g;

/** Cuts an article into sentences for comparing: finer and simpler than reading needs it. */
export function readVersion(article: string): Version {
  const folded = foldText(article, { marks: true });
  const sentences: VersionSentence[] = [];
  const paragraphs: { text: string; from: number }[] = [];
  let paragraphFrom = 0;
  let start = 0;
  const close = (end: number) => {
    const { from, to } = foldedRange(folded, start, end);
    if (to <= from) return;
    const text = folded.text.slice(from, to);
    sentences.push({ index: sentences.length, text, from, to, paragraph: paragraphs.length });
  };
  const closeParagraph = (to: number) => {
    paragraphs.push({ text: folded.text.slice(paragraphFrom, to), from: paragraphFrom });
    paragraphFrom = to;
  };
  for (const match of article.matchAll(END)) {
    close(match.index);
    start = match.index + match[0].length;
    if (match[0].includes('\n')) closeParagraph(foldedRange(folded, start, start).from);
  }
  close(article.length);
  closeParagraph(folded.text.length);
  return { article, folded, sentences, paragraphs };
}

/** The sentences that a folded stretch touches. */
export function sentencesAt({ sentences }: Version, from: number, to: number): VersionSentence[] {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle]?.to ?? 0) <= from) low = middle + 1;
    else high = middle;
  }
  const touched: VersionSentence[] = [];
  for (let at = low; at < sentences.length; at++) {
    const sentence = sentences[at];
    if (!sentence || sentence.from >= to) break;
    touched.push(sentence);
  }
  return touched;
}
