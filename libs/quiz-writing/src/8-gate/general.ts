import type { Surroundings } from '../3-names/index.js';
import { onceEach } from '../once-each.js';

const TITLED =
  /^第[一二三四五六七八九十\d]+[章节讲课]|(?:基础|概论|原理|入门|教程|讲义|手册|规程|规范|守则|指南|标准|须知|常识|知识|办法|规定|条例|细则|制度|章程|公约)(?:（[^（）]*）)?$/;
const REPORTED = /本报|记者|通讯员|日前|近日|(?:表示|告诉|坦言|介绍说?|(?<!来)说)[，：]/g;
const DATED = /\d{4}年|今年|去年|明年/g;
const RULED = /不得|严禁|禁止|应当?(?=[\u3400-\u9fff])|须|必须|是指|属于|通常|一般/g;

/**
 * Whether the article teaches or rules (a textbook, a manual): there a bare noun means the thing in general. In a report,
 * a chronicle or a profile it means one certain thing, which the question must name.
 */
export const isGeneral = onceEach(({ article }: Surroundings): boolean => {
  const title = /^\s*(.*)/.exec(article)?.[1] ?? '';
  const sentences = article.split('。').length;
  const reported = article.match(REPORTED)?.length ?? 0;
  const dated = article.match(DATED)?.length ?? 0;
  if (reported > sentences / 12) return false;
  if (TITLED.test(title)) return true;
  const ruled = article.match(RULED)?.length ?? 0;
  return dated < sentences / 4 && ruled > sentences / 6;
});
