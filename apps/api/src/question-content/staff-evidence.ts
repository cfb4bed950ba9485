import { composeOrigins, type OffsetMap, placesInSource } from '#article-files';
import type { ArticleVersionRow } from '#database';
import type { Evidence } from '#question';
import { evidenceInContext } from './evidence-view.js';
import type { PlacedEvidence, TextPlace } from './staff-evidence.dto.js';

/** The texts of one article version that evidence can be found in, and the ways from one to the other. */
export type EvidenceTexts = Pick<
  ArticleVersionRow,
  'cleanText' | 'cleanOrigins' | 'text' | 'origins' | 'source'
>;

/** Evidence as the staff sees it. */
export function placedEvidence(evidence: readonly Evidence[], texts: EvidenceTexts | null): PlacedEvidence[] {
  return evidencePlacer(texts)(evidence);
}

/** The same for many: the way back is laid once, however many facts stand on the text. */
export function evidencePlacer(
  texts: EvidenceTexts | null,
): (evidence: readonly Evidence[]) => PlacedEvidence[] {
  const sourceOf = texts ? sourcePlacer(texts) : () => [];
  return (evidence) => {
    const shown = evidenceInContext(evidence, texts?.cleanText ?? null);
    return evidence.flatMap(({ quote, start, end }, index) => {
      const context = shown[index];
      return context ? [{ ...context, start, end, source: sourceOf({ quote, start, end }) }] : [];
    });
  };
}

function sourcePlacer(texts: EvidenceTexts): (evidence: Evidence) => TextPlace[] {
  const { cleanText, cleanOrigins, text, origins } = texts;
  const source = texts.source ?? text;
  const fromText = origins ?? { runs: [{ at: 0, length: text.length, start: 0, end: text.length }] };
  const fromClean = cleanOrigins && composeOrigins(cleanOrigins, fromText);
  const searched = new Map<string, TextPlace[]>();
  return ({ quote, start, end }) => {
    if (fromClean && cleanText?.slice(start, end) === quote) {
      return placesInSource(fromClean, source, start, end);
    }
    const known = searched.get(quote) ?? searchSource(quote, text, fromText, source);
    searched.set(quote, known);
    return known;
  };
}

/** For texts that were cleaned before the way back was kept: told only when the quote stands in the text exactly once. */
function searchSource(quote: string, text: string, fromText: OffsetMap, source: string): TextPlace[] {
  const start = text.indexOf(quote);
  if (start < 0 || text.includes(quote, start + 1)) return [];
  return placesInSource(fromText, source, start, start + quote.length);
}
