const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  ldquo: '“',
  rdquo: '”',
  mdash: '—',
  middot: '·',
};

/** Takes HTML tags and Markdown marks off, leaving one paragraph a line. Table rows and list numbers stay. */
export function stripMarkup(text: string): string {
  return stripMarkdown(looksLikeHtml(text) ? stripHtml(text) : text);
}

function looksLikeHtml(text: string): boolean {
  return /<(?:html|body|div|p|br|span|h[1-6]|table|li)\b[^<>]{0,200}>/i.test(text);
}

function stripHtml(text: string): string {
  return text
    .replace(/<(script|style)\b[^<>]*>[^<]*<\/\1>/gi, '')
    .replace(/<\/t[dh]>\s*<t[dh]\b[^<>]*>/gi, ' | ')
    .replace(/<t[dh]\b[^<>]*>/gi, '| ')
    .replace(/<\/t[dh]>/gi, ' |')
    .replace(/<(?:br|\/p|\/div|\/h[1-6]|\/li|\/tr)\b[^<>]*>/gi, '\n')
    .replace(/<[a-z/!][^<>]{0,500}>/gi, '')
    .replace(/&([a-z]{2,6});/gi, (whole, name: string) => ENTITIES[name.toLowerCase()] ?? whole);
}

function stripMarkdown(text: string): string {
  return text
    .replace(/^ {0,3}#{1,6} +/gm, '')
    .replace(/^ {0,3}> ?/gm, '')
    .replace(/^ {0,3}(?:-{3,}|\*{3,}|_{3,})$/gm, '')
    .replace(/!\[[^\][\n]{0,200}\]\([^()\n]{0,500}\)/g, '')
    .replace(/\[([^\][\n]{1,200})\]\([^()\n]{0,500}\)/g, '$1')
    .replace(/\*\*([^*\n]{1,300})\*\*/g, '$1')
    .replace(/`([^`\n]{1,200})`/g, '$1');
}
