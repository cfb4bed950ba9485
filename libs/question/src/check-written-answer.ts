import { countBlanks, type FillQuestion, type ShortQuestion, type Tolerance } from './question.js';
import type { QuestionFlaw } from './question-flaw.js';

const PLAIN_DECIMAL = /^-?\d{1,30}(\.\d{1,30})?$/;
const MOST_SHARES = 100;

/** Blanks, accepted forms, tolerances and free order of a fill-in question. */
export function checkFill(question: FillQuestion): QuestionFlaw[] {
  const { stem, key, tolerances, anyOrder } = question;
  const flaws: QuestionFlaw[] = [];
  const blanks = countBlanks(stem);
  if (blanks === 0 || blanks !== key.length) {
    const detail = `题干有 ${blanks} 个空，答案有 ${key.length} 个。`;
    flaws.push({ code: 'blank-count', pointer: '/key', detail });
  }
  key.forEach((forms, index) => {
    if (forms.length === 0 || forms.some((form) => !form.trim())) {
      flaws.push({ code: 'key-count', pointer: `/key/${index}`, detail: '每个空至少要有一个非空的答案。' });
    }
  });
  if (tolerances && tolerances.length !== key.length) {
    const detail = `答案有 ${key.length} 个，误差范围有 ${tolerances.length} 个；不需要误差的空写 null。`;
    flaws.push({ code: 'tolerance-count', pointer: '/tolerances', detail });
  }
  tolerances?.forEach((tolerance, index) => {
    if (tolerance) flaws.push(...checkTolerance(tolerance, key[index] ?? [], index));
  });
  if (anyOrder && key.length < 2) {
    flaws.push({ code: 'any-order', pointer: '/anyOrder', detail: '只有一个空，谈不上不分先后。' });
  }
  return flaws;
}

function checkTolerance({ amount }: Tolerance, forms: readonly string[], blank: number): QuestionFlaw[] {
  const flaws: QuestionFlaw[] = [];
  if (!PLAIN_DECIMAL.test(amount) || amount.startsWith('-')) {
    const detail = '误差范围要写成不小于 0 的数，如 0.05。';
    flaws.push({ code: 'tolerance-amount', pointer: `/tolerances/${blank}/amount`, detail });
  }
  forms.forEach((form, index) => {
    if (PLAIN_DECIMAL.test(form)) return;
    const detail = `允许误差的空，答案只写数，单位另写：${form}。`;
    flaws.push({ code: 'number-form', pointer: `/key/${blank}/${index}`, detail });
  });
  return flaws;
}

/** The model answer and the rubric of a short answer. A rubric may be empty: then the whole answer is marked at once. */
export function checkShort({ key }: ShortQuestion): QuestionFlaw[] {
  const flaws: QuestionFlaw[] = [];
  if (!key.model.trim()) {
    flaws.push({ code: 'model-missing', pointer: '/key/model', detail: '简答题要写参考答案。' });
  }
  key.rubric.forEach(({ id, text, share }, index) => {
    const pointer = `/key/rubric/${index}`;
    if (!id || key.rubric.findIndex((point) => point.id === id) < index) {
      flaws.push({ code: 'rubric-id', pointer, detail: '评分点缺少编号，或编号重复。' });
    }
    if (!text.trim()) flaws.push({ code: 'rubric-empty', pointer, detail: '评分点的内容为空。' });
    if (!Number.isInteger(share) || share < 1 || share > MOST_SHARES) {
      flaws.push({ code: 'rubric-share', pointer, detail: '评分点的份额应是 1 到 100 的整数。' });
    }
  });
  if (key.rubric.reduce((sum, { share }) => sum + share, 0) > MOST_SHARES) {
    const detail = `各评分点的份额合计不能超过 ${MOST_SHARES}。`;
    flaws.push({ code: 'rubric-share', pointer: '/key/rubric', detail });
  }
  return flaws;
}
