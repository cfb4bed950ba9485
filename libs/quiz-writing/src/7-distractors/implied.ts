import type { Figure } from '../numbers.js';

/** 不低于最低工资标准的|80%: the word that bounds the figure may stand a little before it. */
const BETWEEN = '[^，。；、\\d]{0,14}$';
const AT_LEAST = new RegExp(
  `(?:(?<!不|不得|未)(?:超过|超|高于|大于|多于)|(?:突破|逾|至少|满)|(?:不|不得|不能|不应)(?:少于|低于|小于|短于))${BETWEEN}`,
);
const AT_MOST = new RegExp(
  `(?:(?<!不|不得|不能|不应)(?:低于|小于|少于|短于)|(?:不足|不到|未满|至多|最多)|(?:不|不得|不能|不应|未)(?:超过|高于|多于|大于))${BETWEEN}`,
);

/**
 * Whether another figure in the same place would hold as well: who passes 300 passes 200, and what stays below 10 stays below
 * 20. A false statement needs a figure on the other side.
 */
export function surelyFalse(figure: Figure, value: number, before: string): boolean {
  const least =
    AT_LEAST.test(before) ||
    /^(?:至少|不少于|不低于|超过|超|逾|突破)$/.test(figure.before) ||
    /以上/.test(figure.after);
  const most =
    AT_MOST.test(before) ||
    /^(?:不足|不到|不超过|最多)$/.test(figure.before) ||
    /以[下内]/.test(figure.after);
  // What happens in the last two hours happens in the last four.
  if (
    /(?:最后|最初|最近|起初|开头|头|前|后|近)$/.test(before) &&
    /时|分钟|天|日|月|周|年|秒|名|位|个/.test(figure.unit)
  )
    return value < figure.value;
  if (least && !most) return value > figure.value;
  if (most && !least) return value < figure.value;
  return true;
}
