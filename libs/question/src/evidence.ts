/** An exact quote of the cleaned article. Offsets count UTF-16 units: `article.slice(start, end) === quote`. */
export interface Evidence {
  readonly quote: string;
  readonly start: number;
  readonly end: number;
}

/** Whether every quote stands in the article at its offsets. */
export function standsIn(article: string, evidence: readonly Evidence[]): boolean {
  return (
    evidence.length > 0 &&
    evidence.every(({ quote, start, end }) => quote.length > 0 && article.slice(start, end) === quote)
  );
}
