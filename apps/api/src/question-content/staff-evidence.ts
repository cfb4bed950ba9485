import { originOf } from '#article-files';
import type { ArticleVersionRow } from '#database';
import type { Evidence } from '#question';
import { evidenceInContext } from './evidence-view.js';
import type { PlacedEvidence, TextPlace } from './staff-evidence.dto.js';

/** The texts of one article version that evidence can be found in. */
export type EvidenceTexts = Pick<ArticleVersionRow, 'cleanText' | 'text' | 'origins'>;

/** Evidence as the staff sees it. */
export function placedEvidence(evidence: readonly Evidence[], texts: EvidenceTexts | null): PlacedEvidence[] {
  return evidencePlacer(texts)(evidence);
}

/** The same for many: each quote is looked for once, however many facts stand on it. */
export function evidencePlacer(
  texts: EvidenceTexts | null,
): (evidence: readonly Evidence[]) => PlacedEvidence[] {
  const places = new Map<string, TextPlace | null>();
  const sourceOf = (quote: string): TextPlace | null => {
    const known = places.get(quote);
    if (known !== undefined || !texts) return known ?? null;
    const place = placeInSource(quote, texts);
    places.set(quote, place);
    return place;
  };
  return (evidence) => {
    const shown = evidenceInContext(evidence, texts?.cleanText ?? null);
    return evidence.flatMap(({ quote, start, end }, index) => {
      const context = shown[index];
      return context ? [{ ...context, start, end, source: sourceOf(quote) }] : [];
    });
  };
}

/** Cleaning keeps no map, so a quote is looked for word by word: told only when it stands in the text exactly once. */
function placeInSource(quote: string, { text, origins }: EvidenceTexts): TextPlace | null {
  const start = text.indexOf(quote);
  if (start < 0 || text.includes(quote, start + 1)) return null;
  const end = start + quote.length;
  return origins ? originOf(origins, start, end) : { start, end };
}
