import { BLANK } from '#question';
import { refused, type Composed } from '../compose-question.js';
import { flaw, type FieldFlaw } from '../field.js';
import { decodeEntities, htmlText, textHtml } from '../html-text.js';
import { moodleCloze, type MoodleWords } from '../moodle-question.js';
import { textIn, type XmlNode } from './xml-tree.js';

/** {1:SHORTANSWER:=上海~=沪#对} — the only kind of gap that is a blank; the others are questions of their own. */
const GAP = /\{(\d*):([A-Z_]+):((?:\\.|&#|[^{}\\])*)\}/g;
const SHORT = /^(?:SHORTANSWER|SA|MW)(?:_?C|C)?$/;
/** Keeps the places of gaps while the rest is read as HTML. */
const MARK = '\ue000';

export function readCloze(text: XmlNode | undefined, words: MoodleWords): Composed {
  const html = textIn(text);
  const kinds = [...html.matchAll(GAP)];
  const other = kinds.find(([, , kind = '']) => !SHORT.test(kind));
  if (kinds.length === 0 || other)
    return refused(
      flaw(
        'type-unsupported',
        'stem',
        '完形填空（Cloze）里只能有简短作答的空（SHORTANSWER）：选择和数字的空请拆成单独的题。',
        other?.[0] ?? '',
      ),
    );
  const warnings: FieldFlaw[] = [];
  const key = kinds.map(([, , , inside = '']) => formsOf(inside, warnings));
  const marked = html.replaceAll(MARK, '').replace(GAP, MARK);
  const isHtml = text?.attributes.get('format') !== 'plain_text';
  const stem = (isHtml ? htmlText(marked) : marked).replaceAll(MARK, BLANK);
  return moodleCloze({ ...words, stem }, key, warnings);
}

function formsOf(inside: string, warnings: FieldFlaw[]): string[] {
  const forms: string[] = [];
  // The # of an entity divides nothing.
  for (const alternative of inside.split(/(?<![\\])~/)) {
    const [answer = ''] = alternative.split(/(?<![\\&])#/, 1);
    const [, sign = '', percent, text = ''] = /^(=|%(-?[\d.]+)%)?([\s\S]*)$/.exec(answer.trim()) ?? [];
    const weight = sign === '=' ? 100 : Number(percent ?? 0);
    const form = decodeEntities(
      text.replace(/\\([~#}\\/"=*])/g, (_, escaped: string) => (escaped === '*' ? '\\*' : escaped)),
    )
      .replaceAll('\\*', '*')
      .trim();
    if (weight > 99.9) forms.push(form);
    else if (weight > 0)
      warnings.push(flaw('partial-credit', 'answer', '部分得分的写法没有读，只读满分的。', form));
  }
  return forms;
}

/** The stem of a fill-in with its answers inside, as HTML. */
export function clozeText(stem: string, key: readonly (readonly string[])[]): string {
  const pieces = stem
    .split(BLANK)
    .map((piece) => textHtml(piece).replaceAll('{', '&#123;').replaceAll('}', '&#125;'));
  return pieces
    .map((piece, index) => {
      const forms = key[index];
      return forms === undefined || index === pieces.length - 1
        ? piece
        : `${piece}{1:SHORTANSWER:${forms.map((form) => `=${clozeForm(form)}`).join('~')}}`;
    })
    .join('');
}

/** Signs that Moodle reads as commands, as entities. */
function clozeForm(form: string): string {
  return form
    .trim()
    .replace(/[&~#{}\\"<>=%*/\n]/g, (sign) =>
      sign === '*' ? '\\*' : sign === '\n' ? ' ' : `&#${sign.charCodeAt(0)};`,
    );
}
