import type { Span } from './clauses.js';

/** A part of a statement: words of the article at `start`, or words put in their place (`start` null). */
export interface Part {
  readonly text: string;
  readonly start: number | null;
}

/** A fact as a sentence that stands alone, still tied to the article word by word. No full stop at its end. */
export interface Statement {
  /** 据王某介绍， or 据文中介绍， or empty. */
  readonly lead: string;
  readonly parts: readonly Part[];
  /** What the statement is about. */
  readonly subject: string;
  readonly time: string | null;
  readonly plan: boolean;
  /** Other sentences it needs: where the name or the speaker comes from. */
  readonly alsoFrom: readonly Span[];
}

/** The whole statement as text, without a full stop. */
export function textOf({ lead, parts }: Pick<Statement, 'lead' | 'parts'>): string {
  return lead + bodyOf(parts);
}

export function bodyOf(parts: readonly Part[]): string {
  return parts.map(({ text }) => text).join('');
}

/** The statement with the span's words replaced; null when the span is not whole in it. */
export function replaceIn(
  { lead, parts }: Pick<Statement, 'lead' | 'parts'>,
  span: { start: number; end: number },
  replacement: string,
): string | null {
  let out = lead;
  let covered = span.start;
  let found = false;
  for (const { text, start } of parts) {
    const inside = found && covered < span.end;
    if (start === null) {
      if (!inside) out += text;
      continue;
    }
    const end = start + text.length;
    if (end <= span.start || start >= span.end) {
      if (inside) return null;
      out += text;
      continue;
    }
    if (!found && start > span.start) return null;
    const from = Math.max(0, span.start - start);
    const to = Math.min(text.length, span.end - start);
    out += text.slice(0, from) + (found ? '' : replacement) + text.slice(to);
    covered = start + to;
    found = true;
  }
  return found && covered >= span.end ? out : null;
}

/** A statement whose article words are all at one place, with words before and behind: 王某是|某大学校长|. */
export function plainStatement(
  subject: string,
  parts: readonly Part[],
  more: Partial<Statement> = {},
): Statement {
  return { lead: '', subject, time: null, plan: false, alsoFrom: [], ...more, parts };
}
