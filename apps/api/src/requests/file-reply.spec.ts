import { expect, it } from 'vitest';
import { dispositionOf } from './file-reply.js';

it.each([
  ['题目模板.xlsx', 'questions.xlsx', '%E9%A2%98%E7%9B%AE%E6%A8%A1%E6%9D%BF.xlsx'],
  ["工业 (1)'s*.csv", 'questions.csv', '%E5%B7%A5%E4%B8%9A%20%281%29%27s-.csv'],
  ['../../a/b\\c.txt', 'questions.txt', 'a-b-c.txt'],
  ['x"\r\nset-cookie: a=b.json', 'questions.json', 'x-set-cookie-%20a%3Db.json'],
  ['\u202egnp.xlsx', 'questions.xlsx', 'gnp.xlsx'],
  ['', 'questions', 'file'],
])('tells browsers a name that every system takes: %j', (name, plain, encoded) => {
  expect(dispositionOf(name)).toBe(`attachment; filename="${plain}"; filename*=UTF-8''${encoded}`);
});
