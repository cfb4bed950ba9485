import {
  isRefusal,
  readArticleFile,
  type ArticleFile,
  type ArticleFileRefusal,
  type ReadArticle,
} from '../src/index.js';

export async function read(file: ArticleFile): Promise<ReadArticle> {
  const article = await readArticleFile(file);
  if (isRefusal(article)) throw new Error(`${article.code}: ${article.detail}`);
  return article;
}

export async function refused(file: ArticleFile): Promise<ArticleFileRefusal> {
  const article = await readArticleFile(file);
  if (!isRefusal(article)) throw new Error(`read as ${article.format}: ${article.text}`);
  return article;
}
