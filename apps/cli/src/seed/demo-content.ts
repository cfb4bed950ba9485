import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The college itself is partner number one. */
export const DEMO_PARTNER = '青岛工业互联网学院';

/** The mini-program that the local stand-in for WeChat knows. */
export const DEMO_WECHAT_APP = {
  appId: 'wx0123456789abcdef',
  secret: 'local-demo-secret-of-the-fake',
} as const;

export const DEMO_COURSE = {
  title: '工业互联网通识',
  description: '演示课程：从一篇文章出题、审题、组卷，到学员作答和成绩。',
} as const;

export const DEMO_QUIZ = {
  title: '课程阅读小测',
  description: '共 20 分钟，可以多次作答；交卷后能看到解析和原文依据。',
  length: 10,
  pointsEach: 10,
  timeLimitSeconds: 20 * 60,
} as const;

/** The same article and seed give the same questions on every installation. */
export const DEMO_SEED = 1;

export function readDemoArticle(root: string): { title: string; text: string } {
  const text = readFileSync(path.join(root, 'apps/cli/demo/article.txt'), 'utf8');
  return { title: text.trimStart().split('\n', 1)[0]?.trim() ?? DEMO_COURSE.title, text };
}
