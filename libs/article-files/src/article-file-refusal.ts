/** Why a file cannot be read. Nothing was stored or changed. */
export interface ArticleFileRefusal {
  /** Stable code for programs. */
  readonly code: ArticleFileRefusalCode;
  /** Chinese sentence for people: what is wrong and what to do. */
  readonly detail: string;
}

export const ARTICLE_FILE_REFUSALS = [
  'file-too-large',
  'file-binary',
  'file-encoding',
  'file-damaged',
  'file-encrypted',
  'file-unsupported',
  'file-empty',
] as const;

export type ArticleFileRefusalCode = (typeof ARTICLE_FILE_REFUSALS)[number];

export function refuse(code: ArticleFileRefusalCode, detail: string): ArticleFileRefusal {
  return { code, detail };
}

export function isRefusal(value: object): value is ArticleFileRefusal {
  return 'code' in value && 'detail' in value;
}
