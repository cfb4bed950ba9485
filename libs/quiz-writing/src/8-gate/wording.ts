import { BLANK, countBlanks } from '#question';
import { PRONOUN, RELATIVE_TIME } from '../lexicon/words.js';
import type { Candidate } from '../candidate.js';
import type { Finding } from '../4-facts/index.js';
import { replaceIn } from '../4-facts/statement.js';
import { findFigures, type Figure } from '../numbers.js';
import { tagPlainly } from '../segmenter.js';
import { bare, type GateRule } from './rule.js';

const ANCHORED = /\d{4}年|文中|文章|报道|据.{1,12}介绍|表示，|认为，|建议，|看来，|指出，|十[二三四五]五/;
const ARTIFACT = /□|文\/|图\/|下转|上接|受访者提供|\||^#|图[①②③]|摄）|\.{4,}|记者：/;
const BARE =
  /(?:^|[，：；])(?:公司|学院|团队|园区|双方|二者|两国|协定|平台|集团|项目|会议|报告|活动|展会|博览会|大赛|论坛|[新老]?厂区|[老新]?厂|[\u3400-\u9fff]{1,2}厂|车间|产线|工作室|班组|课题组)(?=[\u3400-\u9fff])/;
/** Behind who says it and when, at once a verb that somebody or something must be the subject of. */
const SUBJECTLESS =
  /^(?:据[^，]{1,16}介绍，|[据按][^，]{0,2}《[^，]{2,32}》，|[^，]{2,8}(?:表示|认为|建议|指出)，)?(?:[^，]{2,10}[年月日度]，)?(?:同比|比上年|环比|年均)?(?:增长|下降|增加|减少|提高|占|达到?|降至|升至|位居|居(?![民住家委])|获得|实现|完成)(?!率|幅|值|量|额|点)/;
const PAIRS = ['“”', '《》', '（）', '‘’', '()'];
const MARK_OF_PAIR = /[“”《》（）‘’()]/;

export const wordingRules: readonly GateRule[] = [
  {
    code: 'dangling',
    check: ({ stem }) => {
      const text = stem.replace(/[“「‘《][^”」’》]*[”」’》]/g, '〓').replace(/^请将/, '');
      const pronoun = PRONOUN.exec(text.replace('与其', '与'))?.[0];
      if (pronoun) return `题干里的“${pronoun}”没有所指。`;
      const relative = RELATIVE_TIME.exec(text)?.[0];
      return relative && !ANCHORED.test(stem) ? `题干里的“${relative}”不知是哪一年。` : null;
    },
  },
  {
    code: 'bare-name',
    check: ({ stem }, { isNamed }) => {
      const bare = BARE.exec(stem);
      return bare && !isNamed(stem.slice(0, bare.index)) ? '题干里的机构没有写全称。' : null;
    },
  },
  {
    code: 'subjectless',
    check: ({ stem }) => (SUBJECTLESS.test(stem) ? '题干没有主语。' : null),
  },
  {
    code: 'not-self-contained',
    check: ({ stem, correct, type, pairs }, { isNamed }) => {
      const text = stem + correct.join('') + (pairs ?? []).map(({ left }) => left).join('');
      return type === 'match' || isNamed(text) || /文中|文章|据.{1,12}介绍/.test(stem)
        ? null
        : '题干没有说明问的是谁。';
    },
  },
  {
    code: 'nothing-measured',
    check: ({ type, finding }) => {
      if (finding.find.form !== 'figure' || finding.find.column || type === 'match') return null;
      return saysWhatIsMeasured(finding) ? null : '没有说明是什么的数量，或什么在增长。';
    },
  },
  {
    code: 'list-counted',
    check: (candidate) =>
      candidate.type !== 'order' &&
      candidate.type !== 'match' &&
      askedFigures(candidate).some(([told, figure]) => countsItsOwnList(told, figure))
        ? '答案就是句中所列各项的个数。'
        : null,
  },
  {
    code: 'alias-judged',
    check: ({ type, finding: { find, scene } }) =>
      type === 'tf' && /（[^（）]{0,8}(?:简称|下称)“?$/.test(before(find, scene.reading))
        ? '简称是作者自己定的，不宜判断。'
        : null,
  },
  {
    code: 'stem-length',
    check: ({ stem }) => (stem.length < 9 || stem.length > 92 ? '题干太长或太短。' : null),
  },
  {
    code: 'not-a-question',
    check: ({ type, stem }) => {
      if (type === 'tf') return /[？?_]|（ +）/.test(stem) ? '判断题应是一个陈述。' : null;
      return /[？?]|____|（ +）|排列|顺序|配对/.test(stem) ? null : '题干没有提出问题。';
    },
  },
  {
    code: 'artifact',
    check: ({ stem, correct, wrong }) =>
      [stem, ...correct, ...wrong].some((text) => ARTIFACT.test(text))
        ? '题干或选项里混入了版面文字。'
        : null,
  },
  {
    code: 'unbalanced',
    check: ({ stem, correct, wrong }) =>
      [stem, ...correct, ...wrong].every(isBalanced) ? null : '引号或括号不成对。',
  },
  {
    code: 'answer-leak',
    check: ({ type, stem, correct }) => {
      if (type === 'tf' || type === 'match') return null;
      const figures = findFigures(stem);
      const leak = correct.find((answer) => {
        const [figure] = findFigures(answer);
        if (figure && figure.text.length >= answer.length - 1) {
          return figures.some(
            ({ value, unit }) => value === figure.value && (unit === figure.unit || figure.unit === ''),
          );
        }
        return bare(answer).length >= 2 && bare(stem).includes(bare(answer));
      });
      return leak === undefined ? null : `题干里已经出现答案“${leak}”。`;
    },
  },
  {
    code: 'compound',
    check: ({ type, stem }) =>
      type === 'tf' && findFigures(stem).filter(({ unit }) => unit !== '月' && unit !== '日').length >= 4
        ? '一道判断题里数字太多。'
        : null,
  },
  {
    code: 'blank-fit',
    check: ({ type, stem, forms }) => {
      if (type !== 'fill') return null;
      if (countBlanks(stem) !== (forms ?? []).length) return '空的数目与答案不符。';
      if (/[A-Za-z0-9.]____|____[A-Za-z0-9.]|____[初底末]/.test(stem)) return '空切断了一个词。';
      return (forms ?? []).some(([form = '']) => form.length > 24 || /^[的了和是在与等将已也还]$/.test(form))
        ? '要填的内容不合适。'
        : null;
    },
  },
];

/** The sentence up to the answer. */
function before({ start }: Finding['find'], reading: Finding['scene']['reading']): string {
  return reading.text.slice(0, Math.max(0, start - reading.start));
}

const TREND = '(?:同比|比上年|较上年|年均)?(?:增长|下降|增加|减少|提高|上升|提升)(?:了|到|至)?';
const NOTHING_SAID = new RegExp(
  `^(?:(?:\\d{4}年)?，?(?:[\\u3400-\\u9fff]{2,6}[市省县区国])?${TREND}|[^，]{2,24}(?:用了|花了|只用了|耗时|历时|用时))$`,
);

/** 望海市增长多少, 某某的班组用了多少天: of what, nobody can tell. */
function saysWhatIsMeasured({ find, statement }: Finding): boolean {
  const told = replaceIn({ lead: '', parts: statement.parts }, find, '〓');
  const [clause = ''] = told?.split('〓') ?? [];
  return !(told?.endsWith('〓') ?? false) || !NOTHING_SAID.test(clause);
}

const COUNTS_MEMBERS =
  /^(?:个|项|种|类|条|大类|方面|个方面|步|级|阶段|部分|环节|大|座|所|家|名|位|道|门|支|组)$/;
const OPENS_LIST = /^(?:有|为|是|包括|包含|分|分为|分成|设|设置|设有|建有|由|含|采用|从|即|等|如|像)$/;

/** 有甲和乙两种, 分甲、乙、丙三级: the figure only counts what stands before it. */
function countsItsOwnList(before: string, figure: Figure | undefined): boolean {
  if (!figure || figure.value > 10 || figure.hedge || !COUNTS_MEMBERS.test(figure.unit)) return false;
  const clause = before.split(/[，；：。]/).at(-1) ?? '';
  const tokens = tagPlainly(clause);
  const opener = tokens.findLastIndex(({ text }) => OPENS_LIST.test(text));
  const list = clause.slice(tokens[opener]?.end ?? 0);
  return /^[^、和与及]{2,20}(?:[、和与及]|以及)[^、和与及]{2,20}$|^[^、]{1,20}、.{1,40}(?:[、和与及])[^、和与及]{1,20}$/.test(
    list,
  );
}

/** What the question asks for, each with the words before it. */
function askedFigures({
  type,
  stem,
  forms = [],
  finding: { find, scene },
}: Candidate): [string, Figure | undefined][] {
  if (type !== 'fill') return find.form === 'figure' ? [[before(find, scene.reading), find.figure]] : [];
  const parts = stem.split(BLANK);
  return forms.map(([form = ''], index) => [
    parts.slice(0, index + 1).join(''),
    findFigures(form + (/^[\u3400-\u9fff]{1,2}/.exec(parts[index + 1] ?? '')?.[0] ?? ''))[0],
  ]);
}

function isBalanced(text: string): boolean {
  if (!MARK_OF_PAIR.test(text)) return true;
  return PAIRS.every((pair) => text.split(pair.charAt(0)).length === text.split(pair.charAt(1)).length);
}
