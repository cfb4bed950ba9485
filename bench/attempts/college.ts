import {
  ArticleRow,
  ArticleVersionRow,
  CourseRow,
  createDataSource,
  InstructorRow,
  migrate,
  PartnerRow,
  QuestionRow,
  QuestionVersionRow,
  QuizRow,
  QuizSlotRow,
  QuizVersionRow,
} from '#database';
import type { Question } from '#question';
import { uuidv7 } from 'uuidv7';

export interface BenchCollege {
  readonly quizId: string;
  readonly quizVersionId: string;
}

export const APP = { appId: 'wx00000000000bench', secret: 'a-secret-of-the-bench' };

const MOST_QUESTIONS = 40;

const SENTENCES = Array.from({ length: MOST_QUESTIONS }, (_, index) => {
  const line = index + 1;
  return `第${line}条产线在改造以后每小时下线${120 + line * 7}台冰箱，设备的平均停机时间比改造以前缩短了${20 + line}%，班组的交接记录由纸面改为平板上填写，质检数据当天汇入同一个平台。`;
});

const ARTICLE = SENTENCES.join('\n');

/** Single choice of four options: ids 0…3, the right one (slot × 3) mod 4. */
const QUESTIONS: readonly Question[] = SENTENCES.map((quote, index) => {
  const [line, made] = [index + 1, 120 + (index + 1) * 7];
  const start = ARTICLE.indexOf(quote);
  const key = (line * 3) % 4;
  return {
    type: 'single',
    stem: `第${line}条产线在改造以后，设备的平均停机时间比改造以前缩短了${20 + line}%，班组的交接记录由纸面改为平板上填写，质检数据当天汇入同一个平台。这条产线在改造以后每小时下线多少台冰箱？`,
    options: Array.from({ length: 4 }, (_option, option) => ({
      id: String(option),
      text: `${made + (option - key) * 9}台`,
    })),
    key: String(key),
    explanation: `文中的说法是：第${line}条产线在改造以后每小时下线${made}台冰箱。`,
    evidence: [{ quote, start, end: start + quote.length }],
  };
});

/** Migrates an empty database and puts one published quiz of so many questions into it. */
export async function makeBenchCollege(url: string, questions: number): Promise<BenchCollege> {
  const dataSource = await createDataSource(url, { poolSize: 2 }).initialize();
  try {
    await migrate(dataSource);
    return await dataSource.transaction(async (manager) => {
      const now = new Date();
      const [partnerId, instructorId, courseId, articleId] = [uuidv7(), uuidv7(), uuidv7(), uuidv7()];
      const [articleVersionId, quizId, quizVersionId] = [uuidv7(), uuidv7(), uuidv7()];
      const by = { createdBy: instructorId, createdAt: now };
      await manager.insert(PartnerRow, {
        id: partnerId,
        name: '压测学院',
        wechatAppId: APP.appId,
        createdAt: now,
      });
      await manager.insert(InstructorRow, {
        id: instructorId,
        partnerId,
        account: 'bench',
        passwordHash: '',
        name: '压测',
        role: 'instructor',
        createdAt: now,
      });
      await manager.insert(CourseRow, { id: courseId, partnerId, title: '产线改造', ...by });
      await manager.insert(ArticleRow, { id: articleId, courseId, title: '产线改造记', ...by });
      const version = { id: articleVersionId, articleId, number: 1, text: ARTICLE, cleanText: ARTICLE };
      await manager.insert(ArticleVersionRow, { ...version, createdAt: now });
      await manager.insert(QuizRow, { id: quizId, courseId, ...by });
      await manager.insert(QuizVersionRow, {
        id: quizVersionId,
        quizId,
        number: 1,
        title: '产线改造测验',
        timeLimitSeconds: 1200,
        publishedAt: now,
        publishedBy: instructorId,
      });
      for (const [index, content] of QUESTIONS.slice(0, questions).entries()) {
        const [questionId, questionVersionId] = [uuidv7(), uuidv7()];
        await manager.insert(QuestionRow, {
          id: questionId,
          courseId,
          articleId,
          articleVersionId,
          fingerprint: `bench-${index}`,
          position: index + 1,
          status: 'published',
          latestVersion: 1,
          createdAt: now,
        });
        await manager.insert(QuestionVersionRow, {
          id: questionVersionId,
          questionId,
          number: 1,
          type: content.type,
          content,
          articleVersionId,
          origin: 'person',
          createdAt: now,
        });
        await manager.insert(QuizSlotRow, {
          quizVersionId,
          slot: index + 1,
          questionId,
          questionVersionId,
          points: 1,
        });
      }
      return { quizId, quizVersionId };
    });
  } finally {
    await dataSource.destroy();
  }
}
