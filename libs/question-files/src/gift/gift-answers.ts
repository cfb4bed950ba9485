import { findSign, unescapeGift } from './gift-entries.js';

/** One `=` or `~` of a GIFT question. */
export interface GiftChoice {
  readonly isRight: boolean;
  /** Percent; null when it is not said. */
  readonly weight: number | null;
  readonly format: string;
  readonly text: string;
  /** The other side of a matching. */
  readonly partner: string | null;
}

export interface GiftAnswers {
  readonly kind: 'tf' | 'number' | 'choices' | 'essay';
  readonly choices: readonly GiftChoice[];
  /** tf: whether it is true. */
  readonly truth: boolean;
  /** number: what stands behind the #. */
  readonly number: string;
  readonly feedback: string;
  /** Words for single answers, which have no place here. */
  readonly choiceFeedback: boolean;
}

/** What stands in the braces; null when it is no GIFT. */
export function readAnswers(inside: string): GiftAnswers | null {
  const at = findSign(inside, '####');
  const feedback = at < 0 ? '' : unescapeGift(inside.slice(at + 4)).trim();
  const body = (at < 0 ? inside : inside.slice(0, at)).trim();
  const none = { choices: [], truth: false, number: '', feedback, choiceFeedback: false };
  if (body === '') return { ...none, kind: 'essay' };
  const truth = /^(TRUE|FALSE|T|F)\s*(#[\s\S]*)?$/i.exec(body);
  if (truth) {
    return {
      ...none,
      kind: 'tf',
      truth: /^t/i.test(truth[1] ?? ''),
      choiceFeedback: (truth[2] ?? '').replace(/[#\s]/g, '') !== '',
    };
  }
  if (body.startsWith('#')) return { ...none, kind: 'number', number: body.slice(1).trim() };
  const pieces = cutChoices(body);
  if (!pieces) return null;
  return {
    ...none,
    kind: 'choices',
    choices: pieces.map(({ sign, text }) => readChoice(sign, text)),
    choiceFeedback: pieces.some(({ text }) => findSign(text, '#') >= 0),
  };
}

function cutChoices(body: string): { sign: string; text: string }[] | null {
  const pieces: { sign: string; text: string }[] = [];
  let from = -1;
  for (let at = 0; at < body.length; at++) {
    const sign = body[at];
    if (sign === '\\') at += 1;
    else if (sign === '=' || sign === '~') {
      if (from >= 0) pieces.push({ sign: body[from] ?? '', text: body.slice(from + 1, at) });
      else if (body.slice(0, at).trim() !== '') return null;
      from = at;
    }
  }
  if (from < 0) return null;
  pieces.push({ sign: body[from] ?? '', text: body.slice(from + 1) });
  return pieces;
}

function readChoice(sign: string, piece: string): GiftChoice {
  const feedback = findSign(piece, '#');
  let rest = (feedback < 0 ? piece : piece.slice(0, feedback)).trim();
  const weight = /^%(-?\d{1,3}(?:\.\d{1,7})?)%/.exec(rest);
  if (weight) rest = rest.slice(weight[0].length).trim();
  const format = /^\[(html|moodle|plain|markdown)\]/.exec(rest);
  if (format) rest = rest.slice(format[0].length);
  const arrow = sign === '=' ? findSign(rest, '->') : -1;
  const text = (written: string) => unescapeGift(written).trim();
  return {
    isRight: sign === '=',
    weight: weight ? Number(weight[1]) : null,
    format: format?.[1] ?? '',
    text: text(arrow < 0 ? rest : rest.slice(0, arrow)),
    partner: arrow < 0 ? null : text(rest.slice(arrow + 2)),
  };
}
