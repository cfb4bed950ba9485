import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readArticleText, type ReadArticle } from './index.js';

const NAMES =
  'p div span b a ul ol li table thead tr td th caption sup sub pre code nav del q ruby rt h1 br img svg math title section'.split(
    ' ',
  );
const html = fc.oneof(
  fc.constantFrom(...NAMES).map((name) => `<${name}>`),
  fc.constantFrom(...NAMES).map((name) => `</${name}>`),
  fc.constantFrom(
    '<p hidden>',
    '<td rowspan=2>',
    '<td colspan=3>',
    '<svg/>',
    '<!--',
    '-->',
    '&amp;',
    '&#x4e2d;',
    '&',
    '<',
    '>',
    '<a href="#n">',
  ),
  fc.constantFrom('青岛', '工业', ' ', '\n', '\r\n', '[1]', '2', '|', '。', '\u3000', '\u200b', '𠮷'),
);
const markdown = fc.oneof(
  fc.constantFrom(
    '# ',
    '> ',
    '- ',
    '1. ',
    '| a | b |\n|---|---|\n',
    '|',
    '**',
    '*',
    '~~',
    '`',
    '```\n',
    '[',
    '](x)',
    '![',
    '[^1]',
    '[^1]: ',
    '---\n',
    '\\',
    '===\n',
    '    ',
    '\t',
  ),
  fc.constantFrom('\n', '\n\n', '\r\n', '  \n', ' ', '&lt;', '&'),
  html,
);

/** The map lies inside the text and the source, in the order of the text. */
function faultsOf({ text, source, origins }: ReadArticle): string[] {
  let end = 0;
  return origins.runs.flatMap((run) => {
    const inOrder = run.at >= end && run.length > 0 && run.at + run.length <= text.length;
    const inSource = run.start >= 0 && run.start < run.end && run.end <= source.length;
    end = run.at + run.length;
    return inOrder && inSource ? [] : [JSON.stringify(run)];
  });
}

describe('tag soup', () => {
  it.each([
    ['html', html],
    ['markdown', markdown],
  ] as const)('is read as %s without an error, on tidy lines with a sound map', (format, part) => {
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
        const article = readArticleText(parts.join(''), format);
        expect(faultsOf(article)).toEqual([]);
        expect(article.text).not.toMatch(/^\s|\s$|\n\n|[ \t]\n|\n[ \t]|\r|\u200b/);
        expect(article.source).toBe(parts.join(''));
      }),
      { numRuns: 400 },
    );
  });
});
