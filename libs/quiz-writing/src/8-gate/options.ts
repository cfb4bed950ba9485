import { findFigures, type Figure } from '../numbers.js';
import { tagPlainly } from '../segmenter.js';
import { bare, type GateRule } from './rule.js';

export const optionRules: readonly GateRule[] = [
  {
    code: 'option-duplicate',
    check: ({ correct, wrong, type }) => {
      if (type === 'tf' || type === 'fill') return null;
      const seen = [...correct, ...wrong].map(bare);
      return new Set(seen).size < seen.length || seen.includes('') ? '有两个选项相同。' : null;
    },
  },
  {
    code: 'convergence',
    check: ({ type, correct, wrong, finding }) => {
      if (
        (type !== 'single' && type !== 'multi') ||
        finding.find.form === 'figure' ||
        finding.find.form === 'date'
      )
        return null;
      const texts = [...correct, ...wrong].map(bare).filter((text) => text.length > 2);
      const inside = texts.some((text, at) =>
        texts.some((other, index) => index !== at && other.includes(text)),
      );
      return inside ? '一个选项包含了另一个选项。' : null;
    },
  },
  {
    code: 'option-type',
    check: ({ type, correct, wrong }) => {
      if (type !== 'single' && type !== 'multi') return null;
      const sorts = new Set([...correct, ...wrong].map(sortOf));
      return sorts.size > 1 && [...sorts].some((sort) => sort !== 'text') ? '选项不是同一类。' : null;
    },
  },
  {
    code: 'implausible',
    check: ({ type, stem, correct, wrong }) => {
      if (type === 'tf') return findFigures(stem).some(isOddYear) ? '判断题里的年份不合常理或太早。' : null;
      const key = onlyFigure(correct[0] ?? '');
      if (type !== 'single' || !key) return null;
      const odd = wrong.find((option) => {
        const figure = onlyFigure(option);
        if (!figure) return true;
        if (figure.unit === '年' && figure.value > 999) return isOddYear(figure);
        return figure.value / key.value > 20 || key.value / figure.value > 20;
      });
      return odd === undefined ? null : `选项“${odd}”一望而知不对。`;
    },
  },
  {
    code: 'ragged-list',
    check: ({ type, correct }) => {
      const ragged = type === 'multi' ? raggedItem(correct) : null;
      return ragged === null ? null : `“${ragged}”比其他各项多出了别的话。`;
    },
  },
  {
    code: 'option-length',
    check: ({ type, correct, wrong, finding }) => {
      if (
        (type !== 'single' && type !== 'multi') ||
        finding.find.form === 'figure' ||
        finding.find.form === 'date'
      )
        return null;
      const lengths = [...correct, ...wrong].map(({ length }) => length);
      const longest = Math.max(...lengths);
      return longest > 6 && longest > 2.5 * Math.min(...lengths) ? '选项长短相差太大。' : null;
    },
  },
  {
    code: 'longest-correct',
    check: ({ type, correct, wrong }) => {
      const key = (correct[0] ?? '').length;
      if (type !== 'single' || key <= 6 || onlyFigure(correct[0] ?? '')) return null;
      const mean = wrong.reduce((sum, option) => sum + option.length, 0) / wrong.length;
      return key > 1.4 * mean && wrong.every((option) => option.length < key) ? '正确选项明显最长。' : null;
    },
  },
  {
    code: 'mod-tell',
    check: ({ type, correct, wrong }) => {
      const key = onlyFigure(correct[0] ?? '');
      if (type !== 'single' || !key?.hedge) return null;
      return wrong.some((option) => onlyFigure(option)?.hedge) ? null : '只有正确选项带“近”“约”等字。';
    },
  },
  {
    code: 'clang',
    check: ({ type, stem, correct, wrong, finding }) => {
      if (type !== 'single' || finding.find.form === 'figure' || finding.find.form === 'date') return null;
      const echo = longestShared(bare(stem), bare(correct[0] ?? ''));
      const share = echo.length / Math.max(1, bare(correct[0] ?? '').length);
      const tells = (echo.length >= 3 && share >= 0.35) || (echo.length === 2 && share >= 0.5);
      return tells && !wrong.some((option) => bare(option).includes(echo))
        ? `只有正确选项重复了题干的“${echo}”。`
        : null;
    },
  },
  {
    code: 'trivial',
    check: ({ type, correct }, { countOf }) => {
      if (type !== 'single' && type !== 'fill') return null;
      const common = correct.find(
        (answer) => !onlyFigure(answer) && answer.length >= 2 && countOf(answer) >= 10,
      );
      return common === undefined ? null : `“${common}”全文到处都是，不值得问。`;
    },
  },
];

/** 产品出口德国 beside 墨西哥 and 越南: an end of the list was read with words that are no member of it. */
function raggedItem(items: readonly string[]): string | null {
  const lengths = items.map(({ length }) => length).toSorted((a, b) => a - b);
  const usual = lengths[Math.floor((lengths.length - 1) / 2)] ?? 0;
  const ends = [items[0] ?? '', items.at(-1) ?? ''];
  if (items.length < 3 || (lengths.at(-2) ?? 0) > usual + 1) return null;
  const long = ends.find(({ length }) => length >= 1.9 * usual && length >= usual + 3);
  const words = tagPlainly(long ?? '');
  const others = items.filter((item) => item !== long).map((item) => tagPlainly(item));
  const isLike = (tag: string) =>
    (tag.startsWith('v') && others.some((other) => other.some((word) => word.tag.startsWith('v')))) ||
    (/^n[a-z]/.test(tag) && others.some(([first]) => first?.tag === tag));
  return long !== undefined && words.length > 1 && words.some(({ tag }) => isLike(tag)) ? long : null;
}

/** Years far back or ahead are told apart by their look alone. */
function isOddYear({ unit, value }: Figure): boolean {
  return unit === '年' && value > 999 && (value < 1800 || value > 2060);
}

function onlyFigure(text: string): Figure | null {
  const [figure] = findFigures(text);
  return figure && figure.text.length >= 0.7 * text.length ? figure : null;
}

function sortOf(text: string): string {
  if (/^《.*》$/.test(text)) return 'title';
  if (/^\d{4}年|^\d{1,2}月\d{1,2}日/.test(text)) return 'date';
  if (onlyFigure(text)) return 'figure';
  return text.includes('、') ? 'list' : 'text';
}

function longestShared(a: string, b: string): string {
  let best = '';
  for (let from = 0; from < b.length; from++) {
    for (let to = from + best.length + 1; to <= b.length && a.includes(b.slice(from, to)); to++)
      best = b.slice(from, to);
  }
  return best;
}
