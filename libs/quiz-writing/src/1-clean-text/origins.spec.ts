import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanArticle, type TextOrigins } from './index.js';

/** The stretches of the given text that a stretch of the clean one stands for. */
function givenWords(given: string, { runs }: TextOrigins, from: number, to: number): string[] {
  return runs
    .filter((run) => run.at < to && run.at + run.length > from)
    .map((run) => {
      const isExact = run.length === run.end - run.start;
      const start = isExact ? run.start + Math.max(0, from - run.at) : run.start;
      return given.slice(start, isExact ? run.start + Math.min(run.length, to - run.at) : run.end);
    });
}

const BROKEN =
  '为了稳住客户，滨海港务公司在今年春天推出了一系列新的举措，包括免费堆存、夜间通关和线上预约等，各项业';
const LEAD = '滨海港昨天迎来了今年的第一百万个集装箱，比去年提前了整整一个月，码头上的工人们都很高兴。';
const WRAPPED = [
  '    滨海港的新码头在春天动工，施工单位用了不到两年时间就完成了全部主',
  '体工程，比原来的计划提前了三个多月，节约了大约四千万元的建设资金，受',
  '到了验收专家组的一致好评。',
  '    码头启用以后，大型集装箱船可以直接靠泊，不用再到外海锚地过驳，每',
  '艘船平均节省六个小时，码头公司计划明年再添置四台桥吊，进一步提高装卸',
  '效率，公司因此引进了 Terminal',
].join('\n');

describe('the way back from the clean text', () => {
  it.each([
    ['widths', '港有３００座５Ｇ基站。', '港有300座5G基站。', ['港有３００座５Ｇ基站。']],
    ['western marks', '他说:今天开工,明年投产。', '今天开工，明年', ['今天开工,明年']],
    ['straight quotation marks', '打造"智慧港口"。', '“智慧港口”', ['"智慧港口"']],
    ['closed gaps', '滨 海港有 3 座码头。', '滨海港有3座', ['滨', '海港有', '3', '座']],
    ['invisible characters', '滨\u200b海港\u0007开港', '滨海港开', ['滨', '海港', '开']],
    ['Windows line ends', '甲段。\r\n乙段。', '乙段。', ['乙段。']],
    ['tags', '<p>滨海港<b>位于</b>东岸。</p>', '滨海港位于东岸。', ['滨海港', '位于', '东岸。']],
    ['entities', '<p>A&amp;B公司</p>', 'A&B', ['A', '&amp;', 'B']],
    ['Markdown marks', '## 概况\n\n**滨海港**在`东岸`。', '滨海港在东岸。', ['滨海港', '在', '东岸', '。']],
    ['links', '见[港口志](http://a.b/c)一书。', '见港口志一书', ['见', '港口志', '一书']],
    ['jump lines in a sentence', '码头年内（下转第三版）完工。', '码头年内完工。', ['码头年内', '完工。']],
    ['wrapped lines', WRAPPED, '全部主体工程', ['全部主', '体工程']],
    ['a broken paragraph', `${BROKEN}\n\n务都有了起色。`, '各项业务都有', ['各项业', '务都有']],
    [
      'a sentence whose rest stood behind a misplaced lead',
      ['滨海港百万箱', '码头的新面貌', BROKEN, LEAD, '务都有了起色。'].join('\n\n'),
      '各项业务都有',
      ['各项业', '务都有'],
    ],
    [
      'a lead that was moved',
      ['滨海港百万箱', '码头的新面貌', BROKEN, LEAD, '务都有了起色。'].join('\n\n'),
      `${LEAD}\n\n码头的新面貌`,
      [LEAD, '码头的新面貌'],
    ],
    [
      'a sentence that stands there twice',
      '甲段。\n他说：好。\n乙段。\n他说：好。',
      '乙段。\n\n他说：好。',
      ['乙段。', '他说：好。'],
    ],
  ])('leads through %s', (_step, given, clean, stood) => {
    const { article, origins } = cleanArticle(given);
    const from = article.lastIndexOf(clean);
    expect(from).toBeGreaterThanOrEqual(0);
    expect(givenWords(given, origins, from, from + clean.length)).toEqual(stood);
  });

  it('leads nowhere from what cleaning put in', () => {
    const { article, origins } = cleanArticle('甲段。\n乙段。');
    expect(article).toBe('甲段。\n\n乙段。');
    expect(origins.runs).toEqual([
      { at: 0, length: 3, start: 0, end: 3 },
      { at: 5, length: 3, start: 4, end: 7 },
    ]);
  });

  it('takes no word of the left column for the indent of the right one', () => {
    const rows = Array.from(
      { length: 6 },
      (_, row) => `左栏讲第${row}号码头，施工单    右栏讲第${row}座仓库，公司计`,
    );
    const { article } = cleanArticle([...rows, '滨滨滨滨滨滨滨  **港港港港港港港 ** 滨滨'].join('\n'));
    expect(article.split('滨').length - 1).toBe(9);
  });

  it('has nothing to say of an empty text', () => {
    expect(cleanArticle(' \n ')).toEqual({ article: '', origins: { runs: [] }, repairs: [] });
  });
});

describe('the place of a repair', () => {
  it.each([
    ['by-line', '滨海港开港\n\n□文/本报记者 张三\n\n码头启用。', ['□文/本报记者 张三']],
    ['page-number', '第一章讲港口。\n- 12 -\n第二章讲航运。', ['- 12 -']],
    ['jump-line', '码头年内完工。（下转第三版）', ['（下转第三版）']],
    ['gap', '滨 海港开港。', [' ']],
    ['spelling', '滨海港有３座码头,都在东岸。', ['３', ',']],
    ['markup', '<p>滨海港</p>', ['<p>', '</p>']],
    ['broken-paragraph', `${BROKEN}\n\n务都有了起色。`, ['业\n\n务']],
    ['broken-paragraph', `甲\n\n乙\n\n${BROKEN}\n\n${LEAD}\n\n务都有了起色。`, ['业', '务']],
    ['misplaced-lead', `甲\n\n乙\n\n${BROKEN}\n\n${LEAD}\n\n务都有了起色。`, [LEAD]],
    ['wrapped-lines', WRAPPED, ['主\n体', '受\n到', '每\n艘', '卸\n效']],
  ])('of %s is where it happened', (code, given, stood) => {
    const repair = cleanArticle(given).repairs.find((each) => each.code === code);
    expect(repair?.places.map(({ start, end }) => given.slice(start, end))).toEqual(stood);
  });

  it('is told for the first twenty of what happened often', () => {
    const [repair] = cleanArticle('港 '.repeat(50)).repairs;
    expect(repair?.detail).toBe('去掉了 49 处汉字旁边的空格。');
    expect(repair?.places).toHaveLength(20);
  });
});

const character = fc.constantFrom(
  ...'滨海港务公司的和，。、：“”《》（）|20２０ABcＡ,;:!?"- \u3000\u200b\u00a0𠮷',
);
const prose = fc.array(character, { minLength: 1, maxLength: 60 }).map((all) => all.join(''));
const line = fc.oneof(
  { weight: 4, arbitrary: prose },
  prose.map((text) => `<p>${text}<b>${text}</b>&nbsp;&amp;</p>`),
  prose.map((text) => `## ${text} **${text}** [${text}](x)`),
  fc.constantFrom(
    '□文/本报记者 张三',
    '- 3 -',
    '港口简报',
    '（上接第一版）次年通航。',
    '码头（下转第2版）',
    '本报讯（记者 张三）滨海港开港。（完）',
    '滨 海 港 位 于 东 岸',
    '⻘岛有 12 座「码头」',
    '第一章……………12',
    '阅读原文',
    Array.from(
      { length: 6 },
      (_, row) => `左栏讲第${row}号码头，施工单    右栏讲第${row}座仓库，公司计`,
    ).join('\n'),
    '',
    BROKEN,
    LEAD,
    '务都有了起色。',
    WRAPPED,
  ),
);
const page = fc
  .array(fc.tuple(line, fc.constantFrom('\n', '\n\n', '\r\n', '\r')), { maxLength: 14 })
  .map((lines) => lines.flat().join(''));

const SPELLINGS: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '!': '！',
  '?': '？',
  '"': '“”',
  '「': '“',
  '」': '”',
  '⻘': '青',
  '“': '”',
  '”': '“',
  '&nbsp;': ' ',
  '&amp;': '&',
};
const isSpelling = (given: string, clean: string) =>
  given === clean || given.normalize('NFKC') === clean || SPELLINGS[given]?.includes(clean) === true;

describe('whatever is pasted', () => {
  it('each clean character is the given one, up to its spelling, or a mark of ours', () => {
    fc.assert(
      fc.property(page, (given) => {
        const { article, origins } = cleanArticle(given);
        const strangers = [...Array(article.length).keys()].filter((at) => {
          const clean = article.charAt(at);
          const stood = givenWords(given, origins, at, at + 1);
          return stood.length === 0 ? !/[\s|]/.test(clean) : !stood.every((word) => isSpelling(word, clean));
        });
        expect(strangers).toEqual([]);
      }),
    );
  });

  it('no given character is taken twice', () => {
    fc.assert(
      fc.property(page, (given) => {
        const runs = cleanArticle(given).origins.runs.toSorted((a, b) => a.start - b.start);
        for (const [index, run] of runs.entries()) {
          expect(run.start).toBeGreaterThanOrEqual(runs[index - 1]?.end ?? 0);
        }
      }),
    );
  });

  it('what can be seen and was dropped is told', () => {
    fc.assert(
      fc.property(page, (given) => {
        const { origins, repairs } = cleanArticle(given);
        fc.pre(repairs.every(({ places }) => places.length < 20));
        const told = [...origins.runs, ...repairs.flatMap(({ places }) => places)];
        const untold = [...given].filter((_, index, all) => {
          const at = all.slice(0, index).join('').length;
          return !told.some(({ start, end }) => start <= at && at < end);
        });
        expect(untold.join('').replace(/[\s\u200b]|&nbsp;/g, '')).toBe('');
      }),
    );
  });
});
