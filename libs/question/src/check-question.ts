import { checkFill, checkShort } from './check-written-answer.js';
import { standsIn } from './evidence.js';
import type { QuestionFlaw } from './question-flaw.js';
import type { Option, Question } from './question.js';

/**
 * Whether a question is well formed: the right number of options with distinct ids and texts, a key that names them,
 * blanks that match the accepted answers, a model answer and whole shares in the rubric of a short one.
 * Given the article, also that every quote stands in it.
 */
export function checkQuestion(question: Question, article?: string): QuestionFlaw[] {
  const flaws: QuestionFlaw[] = [];
  const flaw = (code: QuestionFlaw['code'], pointer: string, detail: string) => {
    flaws.push({ code, pointer, detail });
  };
  if (!question.stem.trim()) flaw('empty-stem', '/stem', '题干为空。');
  if (article !== undefined && !standsIn(article, question.evidence)) {
    flaw('evidence-missing', '/evidence', '依据不是文章原文，或位置不符。');
  }
  switch (question.type) {
    case 'single':
      flaws.push(...checkOptions(question.options, '/options', 2));
      if (!hasId(question.options, question.key)) flaw('key-unknown', '/key', '答案不是任何一个选项。');
      break;
    case 'multi':
      flaws.push(
        ...checkOptions(question.options, '/options', 3),
        ...checkKeys(question.options, question.key),
      );
      if (question.key.length < 2 || question.key.length >= question.options.length) {
        flaw('key-count', '/key', '多选题至少有两个正确选项，且至少有一个错误选项。');
      }
      break;
    case 'tf':
      if (!question.key && !question.correction?.trim()) {
        flaw('correction-missing', '/correction', '错误的判断题要写明正确的说法。');
      }
      break;
    case 'fill':
      flaws.push(...checkFill(question));
      break;
    case 'short':
      flaws.push(...checkShort(question));
      break;
    case 'order':
      flaws.push(
        ...checkOptions(question.options, '/options', 3),
        ...checkKeys(question.options, question.key),
      );
      if (question.key.length !== question.options.length) {
        flaw('key-count', '/key', '排序题的答案要包含全部选项。');
      }
      if (samePlaces(question.options, question.key)) {
        flaw('key-shown', '/options', '选项已经按正确的顺序排好，等于给出了答案。');
      }
      break;
    case 'match': {
      flaws.push(
        ...checkOptions(question.lefts, '/lefts', 2),
        ...checkOptions(question.rights, '/rights', 2),
      );
      const lefts = question.key.map((pair) => pair.left);
      const rights = question.key.map((pair) => pair.right);
      flaws.push(...checkKeys(question.lefts, lefts), ...checkKeys(question.rights, rights));
      if (question.key.length !== question.lefts.length)
        flaw('key-count', '/key', '每个左项都要有一个右项。');
      const partners = question.lefts.map(
        ({ id }) => question.key.find((pair) => pair.left === id)?.right ?? '',
      );
      if (samePlaces(question.rights, partners) || sameNumbers(question.key)) {
        flaw('key-shown', '/rights', '右项的顺序或编号与左项一一对应，等于给出了答案。');
      }
      break;
    }
  }
  return flaws;
}

function samePlaces(options: readonly Option[], ids: readonly string[]): boolean {
  return (
    options.length > 1 && options.length === ids.length && options.every(({ id }, index) => id === ids[index])
  );
}

/** l1–r1, l2–r2: a learner who reads the ids on the wire reads the key. */
function sameNumbers(pairs: readonly { readonly left: string; readonly right: string }[]): boolean {
  const numberOf = (id: string) => /\d+$/.exec(id)?.[0];
  return (
    pairs.length > 1 &&
    pairs.every(
      ({ left, right }) =>
        left === right || (numberOf(left) !== undefined && numberOf(left) === numberOf(right)),
    )
  );
}

function hasId(options: readonly Option[], id: string): boolean {
  return options.some((option) => option.id === id);
}

function checkOptions(options: readonly Option[], pointer: string, least: number): QuestionFlaw[] {
  const flaws: QuestionFlaw[] = [];
  if (options.length < least || options.length > 26) {
    flaws.push({ code: 'option-count', pointer, detail: `选项数量应在 ${least} 到 26 之间。` });
  }
  options.forEach((option, index) => {
    const at = `${pointer}/${index}`;
    if (!option.id) flaws.push({ code: 'option-id', pointer: at, detail: '选项缺少编号。' });
    if (!option.text.trim()) flaws.push({ code: 'option-empty', pointer: at, detail: '选项内容为空。' });
    const first = options.findIndex(
      (other) => other.id === option.id || other.text.trim() === option.text.trim(),
    );
    if (first < index)
      flaws.push({ code: 'option-duplicate', pointer: at, detail: `与第 ${first + 1} 个选项重复。` });
  });
  return flaws;
}

function checkKeys(options: readonly Option[], key: readonly string[]): QuestionFlaw[] {
  const flaws: QuestionFlaw[] = [];
  key.forEach((id, index) => {
    if (!hasId(options, id)) {
      flaws.push({ code: 'key-unknown', pointer: `/key/${index}`, detail: `答案 ${id} 不是任何一个选项。` });
    } else if (key.indexOf(id) !== index) {
      flaws.push({ code: 'key-count', pointer: `/key/${index}`, detail: `答案 ${id} 重复。` });
    }
  });
  return flaws;
}
