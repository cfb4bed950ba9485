import type { ArticleFormat } from './read-article.js';

type TextFormat = Exclude<ArticleFormat, 'docx'>;

const PAGE_START =
  /^\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)?<(?:!doctype\s+html|html|head|body)\b/i;
const CLOSED_BLOCKS = /<\/(?:p|div|h[1-6]|li|ul|ol|table|tr|td|section|article|blockquote)\s*>/gi;
const MOST_LOOKED_AT = 100_000;

/** Signs that a person writing plain text would hardly leave, each counted once but for headings. */
const MARKDOWN_SIGNS: readonly RegExp[] = [
  /^ {0,3}#{1,6}[ \t]+\S/m,
  /^ {0,3}#{2,6}[ \t]+\S/m,
  /^ {0,3}(?:```|~~~)/m,
  /^ {0,3}\|?[ \t]*:?-{3,}:?[ \t]*(?:\|[ \t]*:?-{3,}:?[ \t]*)+\|?[ \t]*$/m,
  /\[[^[\]\n]{1,200}\]\((?:https?:|mailto:|[./#])[^()\s]{0,500}\)/,
  /!\[[^[\]\n]{0,200}\]\([^()\s]{1,500}\)/,
  /\*\*[^\s*][^*\n]{0,200}\*\*/,
  /^ {0,3}>[ \t]\S/m,
  /^ {0,3}[-*+][ \t]+\S.*\n {0,3}[-*+][ \t]+\S/m,
  /^\[\^[^\]\s]{1,50}\]:/m,
];

/** What a text is written in; plain unless the signs are plain to see. */
export function guessTextFormat(text: string): TextFormat {
  const head = text.slice(0, MOST_LOOKED_AT);
  if (isPage(head)) return 'html';
  const signs = MARKDOWN_SIGNS.filter((sign) => sign.test(head)).length;
  const isMarkdown = signs >= 2 || isMarkdownTable(head);
  // Markdown may hold pieces of HTML; a piece of HTML begins with a tag.
  const isPiece = (head.match(CLOSED_BLOCKS)?.length ?? 0) >= 2 && (!isMarkdown || /^\s*</.test(head));
  if (isPiece) return 'html';
  return isMarkdown ? 'markdown' : 'text';
}

/** True for a whole page, whatever the file is called. */
export function isPage(text: string): boolean {
  return PAGE_START.test(text);
}

/** The format a file's name promises, or null. */
export function formatOfName(name: string): ArticleFormat | null {
  switch (extensionOf(name)) {
    case 'md':
    case 'markdown':
    case 'mdown':
      return 'markdown';
    case 'html':
    case 'htm':
    case 'xhtml':
      return 'html';
    case 'docx':
      return 'docx';
    case 'txt':
    case 'text':
      return 'text';
    default:
      return null;
  }
}

export function extensionOf(name: string): string {
  return /\.([a-z0-9]{1,8})$/i.exec(name.trim())?.[1]?.toLowerCase() ?? '';
}

function isMarkdownTable(text: string): boolean {
  return /^ {0,3}\|.*\|[ \t]*\n {0,3}\|[ \t]*:?-{3,}:?[ \t|:-]*\|[ \t]*$/m.test(text);
}
