import { refused, type Composed } from '../compose-question.js';
import { NO_DETAILS, readDetails } from '../details.js';
import { flaw, headerOf, nameField, type FieldFlaw } from '../field.js';
import { joinCorrection } from '../labelled-lines.js';
import { placesOf, truthOf } from '../letters.js';
import { storable, tidy } from '../plain-text.js';
import { MAX_QUESTION_ROWS, MAX_TEXT_LENGTH, problemAt, type Flaw } from '../question-file.js';
import { questionOfTexts } from '../question-of-texts.js';
import { tooManyRows } from '../table/raw-sheet.js';
import type { TableReading } from '../table/read-table.js';
import { TYPE_NAME_LIST, typeNamed, type NamedType } from '../type-names.js';
import { cutIntoBlocks } from './loose-blocks.js';
import { partOf, type TextBlock } from './text-block.js';

/**
 * Questions as people write them: 1. 题干 A. … 答案：B 解析：…, with answers below each question, in the brackets of its stem
 * or all at the end. What our own export writes is read exactly, without guessing.
 */
export function readText(text: string): TableReading | Flaw {
  const reading: TableReading = { rows: [], errors: [], warnings: [] };
  const { blocks, skipped } = cutIntoBlocks(storable(text.replace(/\r\n?/g, '\n')));
  if (blocks.length > MAX_QUESTION_ROWS) return tooManyRows();
  for (const { line, text: said } of skipped)
    reading.warnings.push(
      problemAt(
        { sheet: null, row: line },
        { code: 'content-skipped', value: said, detail: '这几行不像题目，没有读。' },
      ),
    );
  for (const block of blocks) readBlock(block, reading);
  return reading;
}

function readBlock(block: TextBlock, { rows, errors, warnings }: TableReading): void {
  const { texts, points } = textsOf(block);
  const part = (label: string) => tidy(partOf(block, label));
  const composed = compose(texts, block);
  const { details, flaws } = readDetails({
    difficulty: part('难度'),
    tags: part('标签'),
    course: part('课程'),
    title: part('出处'),
    url: part('链接'),
    quotes: part('依据'),
    points: part('分值') || points,
    externalId: part('编号'),
  });
  const found = [...composed.flaws, ...flaws];
  const failed = found.length > 0;
  const place = { sheet: null, row: block.line };
  rows.push({
    ...place,
    question: failed ? null : composed.question,
    ...(failed ? { ...NO_DETAILS, externalId: details.externalId } : details),
    given: failed ? givenOf(texts, part) : [],
  });
  errors.push(...found.map((each) => problemAt(place, nameField(each))));
  warnings.push(...composed.warnings.map((each) => problemAt(place, nameField(each))));
}

interface BlockTexts {
  readonly type: string;
  readonly stem: string;
  readonly lefts: readonly string[];
  readonly options: readonly string[];
  readonly answer: string;
  readonly explanation: string;
  readonly correction: string;
}

function textsOf(block: TextBlock): { texts: BlockTexts; points: string } {
  const notes = ['误差', '顺序', '评分点'].flatMap((label) =>
    (block.parts.get(label) ?? []).map((text) => `${label}：${text}`),
  );
  const { isExact } = block;
  const tagged = isExact ? { type: block.type, stem: block.stem, points: '' } : untagged(block);
  const written = block.parts.has('答案') ? partOf(block, '答案') : undefined;
  const inStem = written === undefined && !isExact ? answerInStem(tagged.stem) : null;
  const texts = {
    type: tagged.type,
    stem: tidy(inStem?.stem ?? tagged.stem),
    lefts: block.lefts.map(tidy),
    options: block.options.map(tidy),
    answer: tidy([written ?? inStem?.answer ?? '', ...notes].join('\n')),
    ...(isExact ? exactExplanation(block) : looseExplanation(block)),
  };
  return { texts, points: tagged.points };
}

function looseExplanation(block: TextBlock) {
  return { explanation: tidy(partOf(block, '解析')), correction: tidy(partOf(block, '改正')) };
}

/** Here 改正 has a place of its own, so that none is looked for in the explanation. */
function exactExplanation(block: TextBlock) {
  const { explanation, correction } = looseExplanation(block);
  const isStatement = typeNamed(block.type) === 'tf';
  return { explanation: isStatement ? joinCorrection(explanation, correction) : explanation, correction: '' };
}

const TAG =
  /^\s*[【[［（(]\s*([^】\]］）)\s]{1,10})\s*[】\]］）)]\s*|\s*[【[［（(]\s*([^】\]］）)\s]{1,10})\s*[】\]］）)]\s*$/g;

/** Takes 【单选题】 and （2分） off the ends of a stem. */
function untagged(block: TextBlock): { type: string; stem: string; points: string } {
  let { type, stem } = block;
  let points = '';
  // Both may stand at the same end.
  for (let turn = 0; turn < 2; turn++) {
    stem = stem.replace(TAG, (whole, head: string | undefined, tail: string | undefined) => {
      const tag = head ?? tail ?? '';
      const score = /^(?:本题|共)?(\d{1,3}(?:\.\d{1,2})?)分$/.exec(tag)?.[1];
      if (score !== undefined) points = score;
      else if (typeNamed(tag) !== null) type = tag;
      else return whole;
      return '';
    });
  }
  return { type, stem, points };
}

/** 青岛在哪个省？（ B ） has its answer in brackets, and a statement （√）. */
function answerInStem(stem: string): { stem: string; answer: string } | null {
  const found = [...stem.matchAll(/[（(]\s*([A-ZＡ-Ｚ]{1,8}|√|×|✓|✗|对|错|正确|错误)\s*[）)]/g)].at(-1);
  if (!found) return null;
  const blank = /[A-ZＡ-Ｚ]/.test(found[1] ?? '') ? '（　　）' : '';
  const rest = stem.slice(found.index + found[0].length);
  return { stem: stem.slice(0, found.index) + blank + rest, answer: found[1] ?? '' };
}

function compose(texts: BlockTexts, block: TextBlock): Composed {
  if (texts.stem === '') return refused(flaw('empty-stem', 'stem', '题干为空，请填写。'));
  if (
    Object.values(texts)
      .flat()
      .some((text) => text.length > MAX_TEXT_LENGTH)
  )
    return refused(flaw('text-too-long', null, `一段最多 ${MAX_TEXT_LENGTH} 个字，请删短。`));
  const type = texts.type === '' ? guessType(texts) : typeNamed(texts.type);
  if (type === null) return refused(typeFlaw(texts));
  const { lefts, ...others } = texts;
  return questionOfTexts({
    ...others,
    type,
    ...(block.isExact && type === 'match' && { lefts }),
  });
}

function typeFlaw({ type }: BlockTexts): FieldFlaw {
  return type === ''
    ? flaw('type-missing', 'type', `看不出题型：请在题干前写明，如【单选题】；可用 ${TYPE_NAME_LIST}。`)
    : flaw('type-unknown', 'type', `不认识题型“${type.slice(0, 30)}”：可用 ${TYPE_NAME_LIST}。`, type);
}

function guessType({ options, answer, stem }: BlockTexts): NamedType | null {
  if (options.length > 0) return placesOf(answer) === null && answer !== '' ? null : 'choice';
  if (truthOf(answer) !== null) return 'tf';
  return /_{2,}|[（(]\s*[）)]/.test(stem) ? 'fill' : null;
}

function givenOf(texts: BlockTexts, part: (label: string) => string): [string, string][] {
  const cells: [string, string][] = [
    [headerOf('type'), texts.type],
    [headerOf('stem'), [texts.stem, ...texts.lefts.map((left, index) => `${index + 1}) ${left}`)].join('\n')],
    ...texts.options.slice(0, 26).map((text, place): [string, string] => [headerOf(`option${place}`), text]),
    [headerOf('answer'), texts.answer],
    [
      headerOf('explanation'),
      [texts.explanation, texts.correction && `改正：${texts.correction}`]
        .filter((text) => text !== '')
        .join('\n'),
    ],
    [headerOf('difficulty'), part('难度')],
    [headerOf('tags'), part('标签')],
    [headerOf('course'), part('课程')],
    [headerOf('title'), part('出处')],
    [headerOf('url'), part('链接')],
    [headerOf('quotes'), part('依据')],
    [headerOf('points'), part('分值')],
    [headerOf('externalId'), part('编号')],
  ];
  return cells.map(([header, text]) => [header, storable(text)]);
}
