import type { NumberedSentence } from './proposed.js';

/** Models read less and less of a text the longer it is (arXiv "Guided Reading"): about this much at a time. */
const CHUNK_LENGTH = 1500;

/**
 * Cuts the sentences into chunks of about 1,500 characters. Each chunk begins with the last sentence of the one
 * before (unless that is very long), so that a subject named there is still in sight. Sentences are never split.
 */
export function chunkSentences(
  sentences: readonly NumberedSentence[],
  length = CHUNK_LENGTH,
): NumberedSentence[][] {
  const chunks: NumberedSentence[][] = [];
  let chunk: NumberedSentence[] = [];
  let size = 0;
  let fresh = 0;
  for (const sentence of sentences) {
    if (fresh > 0 && size + sentence.text.length > length) {
      chunks.push(chunk);
      const last = chunk.at(-1);
      const overlap = last && last.text.length <= length / 3 ? [last] : [];
      chunk = [...overlap];
      size = overlap.reduce((sum, { text }) => sum + text.length, 0);
      fresh = 0;
    }
    chunk.push(sentence);
    size += sentence.text.length;
    fresh += 1;
  }
  if (fresh > 0) chunks.push(chunk);
  return chunks;
}
