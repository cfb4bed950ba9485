import { tidy } from './plain-text.js';

const NAMED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    nbsp: ' ',
    ensp: ' ',
    emsp: ' ',
    ldquo: '“',
    rdquo: '”',
    lsquo: '‘',
    rsquo: '’',
    hellip: '…',
    mdash: '—',
    ndash: '–',
    middot: '·',
    times: '×',
    divide: '÷',
    plusmn: '±',
    deg: '°',
    le: '≤',
    ge: '≥',
    ne: '≠',
    rarr: '→',
    larr: '←',
    sup2: '²',
    sup3: '³',
    permil: '‰',
    laquo: '«',
    raquo: '»',
    copy: '©',
    reg: '®',
    micro: 'µ',
    alpha: 'α',
    beta: 'β',
    pi: 'π',
    omega: 'ω',
    Omega: 'Ω',
  }),
);
const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const LOWERED = '₀₁₂₃₄₅₆₇₈₉';

/** The words of a piece of HTML: blocks on lines of their own, raised digits kept raised, everything else without its look. */
export function htmlText(html: string): string {
  const text = withoutScripts(html)
    .replace(/[ \t\r\n]+/g, ' ')
    .replace(/<(su[bp])>(\d{1,4})<\/\1>/gi, (_, kind: string, digits: string) =>
      [...digits].map((digit) => (kind.toLowerCase() === 'sup' ? RAISED : LOWERED)[Number(digit)]).join(''),
    )
    .replace(/ ?<(?:br|\/?(?:p|div|li|ul|ol|tr|table|h[1-6]|blockquote|pre))\b[^<>]*> ?/gi, '\n')
    .replace(/<\/?[a-z!][^<>]*>/gi, '');
  const lines = decodeEntities(text)
    .split('\n')
    .map((line) => line.trim());
  return tidy(lines.filter((line) => line !== '').join('\n'));
}

/** A script without an end takes all that follows. */
function withoutScripts(html: string): string {
  const open = /<(script|style)\b/gi;
  let kept = '';
  let from = 0;
  for (let found = open.exec(html); found; found = open.exec(html)) {
    kept += html.slice(from, found.index);
    const close = new RegExp(`</${found[1] ?? ''}\\s*>`, 'gi');
    close.lastIndex = found.index;
    from = close.exec(html) ? close.lastIndex : html.length;
    open.lastIndex = from;
  }
  return kept + html.slice(from);
}

export function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z][a-z0-9]{1,10}));/gi,
    (whole, hex, digits, name) => {
      if (name) return NAMED.get(name) ?? whole;
      const code = hex ? parseInt(hex, 16) : Number(digits);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

export function hasPicture(html: string): boolean {
  return /<(?:img|video|audio|object|svg|iframe)\b|@@PLUGINFILE@@/i.test(html);
}

/** Text as HTML that every browser shows as it is. */
export function textHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('  ', ' &nbsp;')
    .replaceAll('\n', '<br>');
}
