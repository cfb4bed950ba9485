import { parse } from 'gift-pegjs';
import { describe, expect, it } from 'vitest';
import { bytesOf } from '../testing/file-formats.js';
import { questions } from '../testing/questions.js';
import { readQuestionFile, writeGift, writeMoodleXml } from './index.js';
import { EXAMPLES } from './table/template.js';

const gift = (text: string) => readQuestionFile(bytesOf(text), { format: 'gift' });
const xml = (inside: string) =>
  readQuestionFile(bytesOf(`<?xml version="1.0" encoding="UTF-8"?>\n<quiz>${inside}</quiz>`));

describe('GIFT', () => {
  it.each([
    ['::Q1:: 首都？ {=北京 ~上海}', { type: 'single', stem: '首都？', key: 'a' }],
    ['首都是 {~上海 =北京} 。', { type: 'single', stem: '首都是_____。', key: 'b' }],
    ['能源？ {~%50%风 ~%50%水 ~%-100%石}', { type: 'multi', key: ['a', 'b'] }],
    ['水会结冰。{T}', { type: 'tf', key: true }],
    [
      '地球是方的。{FALSE#不对#对####改正：地球是圆的。}',
      { type: 'tf', key: false, correction: '地球是圆的。' },
    ],
    ['谁写的？ {=鲁迅 =周树人}', { type: 'fill', stem: '谁写的？____', key: [['鲁迅', '周树人']] }],
    ['年份 {#1990:2}', { type: 'fill', key: [['1990']], tolerances: [{ kind: 'absolute', amount: '2' }] }],
    ['年份 {#1990}', { type: 'fill', key: [['1990']] }],
    ['配对 {=东 -> 日出 =西 -> 日落}', { type: 'match', lefts: [{ text: '东' }, { text: '西' }] }],
    ['为什么？ {####参考答案：因为。}', { type: 'short', key: { model: '因为。', rubric: [] } }],
    ['[html]<p>粗<b>体</b>&nbsp;&lt;1</p> {=a ~b}', { type: 'single', stem: '粗体 <1' }],
    [
      '等式 1\\=1 \\{是\\} {=a\\~b ~c\\#d}',
      { stem: '等式 1=1 {是}', options: [{ text: 'a~b' }, { text: 'c#d' }] },
    ],
  ])('reads %s', async (text, question) => {
    const { rows, errors } = await gift(text);
    expect(errors).toEqual([]);
    expect(rows[0]?.question).toMatchObject(question);
  });

  it('reads ids and tags from remarks', async () => {
    const { rows } = await gift('// [id:A-1] [tag:时间] [tag:难度:3] [tag:分值:2.5]\n水会结冰。{T}');
    expect(rows).toMatchObject([{ row: 2, externalId: 'A-1', tags: ['时间'], difficulty: 3, points: 2.5 }]);
  });

  it('loses only the broken one of several questions, and says on which line it is', async () => {
    const { rows, errors } = await gift(
      '一 {T}\n\n::没有结束的名称 {T}\n\n二 {=a ~b\n\n::三:: 三 {F####改正：四}\n\n四 {a b}',
    );
    expect(errors.map(({ code, row }) => [code, row])).toEqual([
      ['syntax', 3],
      ['syntax', 5],
      ['syntax', 9],
    ]);
    expect(rows.map(({ question }) => question?.stem)).toEqual(['一', undefined, undefined, '三', undefined]);
  });

  it.each([
    ['答案 {=a*c}', 'answer-unreadable'],
    ['数 {#1..5}', 'type-unsupported'],
    ['<img src="a.png"> {T}', 'picture'],
    ['为什么？ {}', 'model-missing'],
    ['{=a ~b}', 'empty-stem'],
    ['几个 {=a ~a}', 'option-duplicate'],
  ])('refuses %s', async (text, code) => {
    expect((await gift(text)).errors).toMatchObject([{ row: 1, code }]);
  });

  it('tells of descriptions, feedback for single answers and partial credit', async () => {
    const { warnings } = await gift('只是说明\n\n几？ {=一#对 ~二#错}\n\n谁？ {=鲁迅 =%50%周树人}');
    expect(warnings.map(({ code }) => code)).toEqual([
      'content-skipped',
      'content-skipped',
      'blank-added',
      'partial-credit',
    ]);
  });

  it('writes what another parser reads', () => {
    const back = parse(writeGift({ article: '', questions: [...questions, ...EXAMPLES] }));
    expect(back).toHaveLength(questions.length + EXAMPLES.length);
    expect(back.at(-2)?.type).toBe('Matching');
    expect(back.find(({ type }) => type === 'Numerical')).toMatchObject({
      choices: [{ text: { number: 9.8, range: 0.05 } }],
    });
  });
});

describe('Moodle XML', () => {
  const body = (text: string) =>
    `<questiontext format="html"><text><![CDATA[${text}]]></text></questiontext>`;
  const answer = (fraction: number, text: string) =>
    `<answer fraction="${fraction}" format="html"><text><![CDATA[${text}]]></text><feedback format="html"><text></text></feedback></answer>`;

  it.each([
    [
      `<question type="multichoice">${body('<p>首都？</p>')}<single>true</single>${answer(100, '<p>北京</p>')}${answer(0, '上海')}</question>`,
      { type: 'single', stem: '首都？', options: [{ text: '北京' }, { text: '上海' }], key: 'a' },
    ],
    [
      `<question type="multichoice">${body('能源？')}<single>false</single>${answer(50, '风')}${answer(50, '水')}${answer(-100, '石')}</question>`,
      { type: 'multi', key: ['a', 'b'] },
    ],
    [
      `<question type="truefalse">${body('水会结冰。')}${answer(100, 'true')}${answer(0, 'false')}</question>`,
      { type: 'tf', key: true },
    ],
    [
      `<question type="shortanswer">${body('建于_____。')}${answer(100, '1990年')}${answer(0, '*')}</question>`,
      { type: 'fill', stem: '建于____。', key: [['1990年']] },
    ],
    [
      `<question type="numerical">${body('重力加速度')}<answer fraction="100"><text>9.8000000</text><tolerance>0.0500000</tolerance></answer><units><unit><multiplier>1</multiplier><unit_name>m/s2</unit_name></unit></units></question>`,
      { type: 'fill', key: [['9.8']], tolerances: [{ amount: '0.05', unit: 'm/s2' }] },
    ],
    [
      `<question type="matching">${body('配对')}<subquestion format="html"><text>东</text><answer><text>日出</text></answer></subquestion><subquestion format="html"><text>西</text><answer><text>日落</text></answer></subquestion></question>`,
      { type: 'match', lefts: [{ text: '东' }, { text: '西' }] },
    ],
    [
      `<question type="cloze">${body('<p>{1:SHORTANSWER:=港~%50%港口~=码头#好}建于{:SA:=1990&#126;年}。</p>')}</question>`,
      { type: 'fill', stem: '____建于____。', key: [['港', '码头'], ['1990~年']] },
    ],
    [
      `<question type="ordering">${body('排序')}${answer(1, '一')}${answer(2, '二')}${answer(3, '三')}</question>`,
      { type: 'order' },
    ],
    [
      `<question type="essay">${body('为什么？')}<graderinfo format="html"><text><![CDATA[<p>因为冷。</p><p>评分点：讲到冷（2）</p>]]></text></graderinfo></question>`,
      { type: 'short', key: { model: '因为冷。', rubric: [{ id: 'p1', text: '讲到冷', share: 2 }] } },
    ],
  ])('reads %s', async (inside, question) => {
    const { rows, errors, format } = await xml(
      `<question type="category"><category><text>$course$/一</text></category></question>${inside}`,
    );
    expect({ errors, format }).toEqual({ errors: [], format: 'moodle-xml' });
    expect(rows).toMatchObject([{ row: 1, question }]);
  });

  it('reads feedback, tags, grade and idnumber', async () => {
    const { rows } = await xml(
      `<question type="truefalse">${body('水会结冰。')}<generalfeedback format="html"><text><![CDATA[<p>解析：见书。</p><p>依据：水在0 ℃结冰。</p>]]></text></generalfeedback><defaultgrade>2.0000000</defaultgrade><idnumber>A1</idnumber>${answer(100, 'true')}${answer(0, 'false')}<tags><tag><text>常识</text></tag><tag><text>难度:4</text></tag></tags></question>`,
    );
    expect(rows).toMatchObject([
      {
        question: { explanation: '见书。' },
        points: 2,
        externalId: 'A1',
        tags: ['常识'],
        difficulty: 4,
        source: { quotes: ['水在0 ℃结冰。'] },
      },
    ]);
  });

  it.each([
    [`<question type="ddimageortext">${body('拖')}</question>`, 'type-unsupported'],
    [`<question type="cloze">${body('{1:MULTICHOICE:=a~b}')}</question>`, 'type-unsupported'],
    [
      `<question type="shortanswer">${body('<img src="@@PLUGINFILE@@/a.png">看图')}${answer(100, 'a')}</question>`,
      'picture',
    ],
    [
      `<question type="truefalse"><questiontext format="html"><text>看图</text><file name="a.png" encoding="base64">AAAA</file></questiontext>${answer(100, 'true')}</question>`,
      'picture',
    ],
    [
      `<question type="multichoice">${body('几？')}<single>true</single>${answer(50, '一')}${answer(50, '二')}</question>`,
      'key-count',
    ],
  ])('refuses %s', async (inside, code) => {
    expect((await xml(inside)).errors).toMatchObject([{ row: 1, code }]);
  });

  it.each([
    ['<!DOCTYPE quiz [<!ENTITY a SYSTEM "file:///etc/passwd">]><quiz>&a;</quiz>', 'file-unsafe'],
    ['<quiz><question type="truefalse">', 'file-damaged'],
    ['<quiz><question>&nbsp;</question></quiz>', 'file-damaged'],
    ['<?xml version="1.0"?><html></html>', 'no-questions'],
    ['<?xml version="1.0"?><html><body>x</body></html>', 'file-unsupported'],
  ])('refuses the file %s', async (text, code) => {
    expect((await readQuestionFile(bytesOf(text), { format: 'moodle-xml' })).errors).toMatchObject([
      { code },
    ]);
  });

  it('writes XML in which no text can open an element', () => {
    const written = writeMoodleXml({ article: '', questions });
    expect(written).not.toMatch(/<(?:b|img)[\s>]/);
    expect(written.match(/<question /g)).toHaveLength(questions.length);
  });
});

describe('our own JSON', () => {
  const json = (value: unknown) => readQuestionFile(bytesOf(JSON.stringify(value)));
  const single = {
    id: 'Q1',
    type: 'single',
    stem: '建于哪一年？',
    options: [
      { text: '1989', correct: false },
      { text: '1990', correct: true },
    ],
    answer: ['1990'],
    evidence: { quote: '建于1990年', start: 3, end: 10 },
    factKind: 'date',
    explanation: '',
  };

  it('keeps evidence that stands in the article', async () => {
    const { rows, errors } = await json({ article: '滨海港建于1990年。', questions: [single] });
    expect(errors).toEqual([]);
    expect(rows[0]?.question).toMatchObject({ evidence: [single.evidence], factKind: 'date', key: 'b' });
  });

  it.each([
    [
      'evidence that stands elsewhere',
      { article: '港建于1990年。', questions: [single] },
      'evidence-missing',
    ],
    ['a key that the options contradict', { questions: [{ ...single, answer: ['1989'] }] }, 'key-count'],
    [
      'an answer of another shape',
      { questions: [{ ...single, answer: { text: '1990' } }] },
      'answer-unreadable',
    ],
    ['a type that is none', { questions: [{ ...single, type: 'toString' }] }, 'type-unknown'],
    ['something that is no question', { questions: [7] }, 'syntax'],
    ['no list of questions', { frage: [] }, 'file-unsupported'],
    ['points that are none', { questions: [{ ...single, points: { a: 1 } }] }, 'points-unreadable'],
    ['a difficulty beyond the scale', { questions: [{ ...single, difficulty: 7 }] }, 'difficulty-unreadable'],
  ])('refuses %s', async (_, value, code) => {
    expect((await json(value)).errors).toMatchObject([{ code }]);
  });
});
