import { parse, postprocess, preprocess } from 'micromark';
import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';
import type { Event, Extension } from 'micromark-util-types';
import type { ArticleWriter } from '../article-writer.js';
import { MarkdownEvents } from './markdown-events.js';

const DIALECT: Extension[] = [
  gfmTable(),
  gfmFootnote(),
  // 5~10 人，20~30 家 is no strikethrough.
  gfmStrikethrough({ singleTilde: false }),
  gfmTaskListItem(),
  // **重点：**内容 is emphasis to every Chinese author, though not to CommonMark.
  cjkFriendlyExtension(),
  // A paragraph indented by four spaces is a paragraph.
  { disable: { null: ['codeIndented'] } },
];

/** `---` with a `key: value` line under it; otherwise it is a rule across the page. */
const FRONT_MATTER = /^(?:---|\+\+\+)[ \t]*\r?\n[^\n:：=]{1,40}[:：=]/;

/** Reads Markdown by its tokens, not by a tree: each one knows its place to the character, at any depth. */
export function readMarkdown(markdown: string, writer: ArticleWriter): void {
  const events = new MarkdownEvents(markdown, writer);
  for (const [step, token] of tokensOf(markdown)) events.take(step, token);
  events.finish();
}

function tokensOf(markdown: string): Event[] {
  const extensions = FRONT_MATTER.test(markdown) ? [...DIALECT, frontmatter(['yaml', 'toml'])] : DIALECT;
  return postprocess(
    parse({ extensions })
      .document()
      .write(preprocess()(markdown, undefined, true)),
  );
}
