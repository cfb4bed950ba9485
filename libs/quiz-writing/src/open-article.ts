import { cleanArticle, type CleanArticle } from './1-clean-text/index.js';
import { readSentences } from './2-sentences.js';
import { readNames, type Reading, type Surroundings } from './3-names/index.js';
import type { Note, WritingProgress } from './draft.js';
import { refuseArticle } from './refuse-article.js';

export type Tell = (progress: Partial<WritingProgress> & Pick<WritingProgress, 'stage'>) => void;

/** An article cleaned, cut into sentences and with its names known. */
export interface OpenArticle {
  readonly cleaned: CleanArticle;
  readonly around: Surroundings;
  readonly readings: readonly Reading[];
}

const NOTHING: CleanArticle = { article: '', origins: { runs: [] }, repairs: [] };

/** Reads an article as far as the words go, or says why nothing can be asked of it. */
export function openArticle(
  text: string,
  tell: Tell,
): OpenArticle | { readonly refusal: Note; readonly cleaned: CleanArticle } {
  const refused = refuseArticle(text);
  if (refused) {
    const { code, detail } = refused;
    return { refusal: { stage: 'clean-text', code, detail }, cleaned: NOTHING };
  }
  const cleaned = cleanArticle(text);
  const { article } = cleaned;
  tell({ stage: 'clean-text' });
  if (!isChinese(article)) {
    const detail = '文章里几乎没有中文，无法出题。';
    return { refusal: { stage: 'clean-text', code: 'no-chinese', detail }, cleaned };
  }
  const sentences = readSentences(article);
  tell({ stage: 'sentences', done: sentences.length, total: sentences.length });
  const { around, readings } = readNames(article, sentences);
  tell({ stage: 'names' });
  return { cleaned, around, readings };
}

function isChinese(text: string): boolean {
  const han = text.match(/[\u3400-\u9fff]/g)?.length ?? 0;
  const kana = text.match(/[\u3040-\u30ff\uac00-\ud7af]/g)?.length ?? 0;
  return han >= 8 && han > kana && han * 4 > text.replace(/\s/g, '').length;
}
