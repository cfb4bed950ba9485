import type { DroppedKind } from '../dropped.js';

/** Elements that stand for themselves and have no end tag. */
export const VOID = new Set(
  'area base basefont br col command embed frame hr img input keygen link meta param source track wbr'.split(
    ' ',
  ),
);

/** Elements that begin and end a line of their own. */
export const BLOCKS = new Set(
  (
    'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main menu nav ol p pre search section summary table tbody td ' +
    'tfoot th thead title tr ul caption'
  ).split(' '),
);

/** Left out with all they hold. */
export const DROPPED: ReadonlyMap<string, DroppedKind> = new Map([
  ['nav', 'navigation'],
  ['footer', 'footer'],
  ['aside', 'aside'],
  ['caption', 'caption'],
  ['figcaption', 'caption'],
  ['script', 'script'],
  ['style', 'style'],
  ['title', 'hidden'],
  ['template', 'hidden'],
  ['noscript', 'hidden'],
  ['dialog', 'hidden'],
  ['button', 'control'],
  ['select', 'control'],
  ['option', 'control'],
  ['datalist', 'control'],
  ['textarea', 'control'],
  ['svg', 'image'],
  ['picture', 'image'],
  ['canvas', 'image'],
  ['math', 'formula'],
  ['video', 'media'],
  ['audio', 'media'],
  ['iframe', 'media'],
  ['object', 'media'],
  ['applet', 'media'],
  ['noembed', 'media'],
  ['noframes', 'media'],
  ['del', 'deleted'],
  ['s', 'deleted'],
  ['strike', 'deleted'],
  ['rt', 'ruby'],
  ['rp', 'ruby'],
  ['rtc', 'ruby'],
]);

const ROLES: ReadonlyMap<string, DroppedKind> = new Map([
  ['navigation', 'navigation'],
  ['menu', 'navigation'],
  ['contentinfo', 'footer'],
  ['complementary', 'aside'],
  ['doc-endnotes', 'footnote'],
  ['doc-footnote', 'footnote'],
]);

/** Noted only when there was text in them; the others always. */
export const QUIET_WHEN_EMPTY: ReadonlySet<DroppedKind> = new Set<DroppedKind>([
  'navigation',
  'footer',
  'aside',
  'caption',
  'hidden',
  'control',
  'deleted',
]);

/** An open element of one of these ends when the named one begins. */
export const ENDS_BEFORE: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    li: 'li p',
    dt: 'dt dd p',
    dd: 'dt dd p',
    tr: 'tr td th',
    td: 'td th',
    th: 'td th',
    tbody: 'thead tbody tr td th caption',
    thead: 'tr td th caption',
    tfoot: 'thead tbody tr td th caption',
    option: 'option',
    rt: 'rt rp',
    rp: 'rt rp',
  }).map(([name, ended]) => [name, new Set(ended.split(' '))]),
);

const HIDING = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)/i;
/** WeChat articles are saved with their whole body invisible; a script of the page shows it. */
const WECHAT_BODY = 'js_content';

/** Why the element is left out by its attributes, or undefined. */
export function droppedBy(attributes: ReadonlyMap<string, string>): DroppedKind | undefined {
  if (attributes.has('hidden') || attributes.get('aria-hidden')?.toLowerCase() === 'true') return 'hidden';
  const style = attributes.get('style');
  if (style && HIDING.test(style) && attributes.get('id') !== WECHAT_BODY) return 'hidden';
  if (/(?:^|\s)footnotes?(?:\s|$)/.test(attributes.get('class') ?? '')) return 'footnote';
  return ROLES.get(attributes.get('role')?.toLowerCase() ?? '');
}
