export {
  ARTICLE_FILE_REFUSALS,
  isRefusal,
  type ArticleFileRefusal,
  type ArticleFileRefusalCode,
} from './article-file-refusal.js';
export { composeOrigins } from './compose-origins.js';
export { originOf, originsOf, type OffsetMap, type OriginRun } from './offset-map.js';
export { ARTICLE_FORMATS, type ArticleFormat, type ReadArticle } from './read-article.js';
export { MAX_ARTICLE_FILE_BYTES, readArticleFile } from './read-article-file.js';
export { readArticleText } from './read-article-text.js';
export type { ArticleFile } from './read-article-file.js';
export { placesInSource } from './places-in-source.js';
export type { Place, ReadingNote } from './reading-note.js';
