export const MAX_ARTICLE_LENGTH = 200_000;

export interface ArticleRefusal {
  readonly code: 'article-empty' | 'article-too-long' | 'article-binary';
  /** Chinese sentence for people. */
  readonly detail: string;
}

/** Why a text cannot be read as an article at all, or null. Whether it holds facts is `writeQuiz`'s to find out. */
export function refuseArticle(text: string): ArticleRefusal | null {
  if (!text.trim()) return { code: 'article-empty', detail: '文章是空的，请粘贴正文后再试。' };
  if (text.length > MAX_ARTICLE_LENGTH) {
    return {
      code: 'article-too-long',
      detail: `文章有 ${text.length} 个字符，超过上限 ${MAX_ARTICLE_LENGTH} 个，请分成几篇。`,
    };
  }
  if (looksBinary(text)) {
    return {
      code: 'article-binary',
      detail: '这不是文本文件（可能是图片、压缩包或 Word 文件），请另存为纯文本。',
    };
  }
  return null;
}

/** A NUL never stands in a text; control and replacement characters do so by accident only. */
function looksBinary(text: string): boolean {
  if (text.includes('\u0000')) return true;
  const strange = text.match(/[\u0001-\u0008\u000e-\u001f\u007f\ufffd]/g)?.length ?? 0;
  return strange > 8 && strange > text.length / 100;
}
