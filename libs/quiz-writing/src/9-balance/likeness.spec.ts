import { describe, expect, it } from 'vitest';
import { askedByQuestion, isSameAgain, type Asked } from './likeness.js';

const single = (stem: string, right: string, wrong: readonly string[]): Asked => ({
  type: 'single',
  stem,
  wanted: [right],
  wrong,
});
const other = (type: Asked['type'], stem: string, wanted: readonly string[] = []): Asked => ({
  type,
  stem,
  wanted,
  wrong: [],
});

const HOW_MANY = '2023年，望海市新建社区食堂多少处？';
const TOLD = '2023年，望海市新建社区食堂56处。';
const TWO = '2023年，望海市新建中小学____所，新增学位____个。';

describe('isSameAgain', () => {
  const same: readonly (readonly [string, Asked, Asked])[] = [
    [
      'a choice whose options are shuffled',
      single(HOW_MANY, '56处', ['78处', '34处', '45处']),
      single(HOW_MANY, '56处', ['45处', '78处', '34处']),
    ],
    [
      'a choice with one new option',
      single(HOW_MANY, '56处', ['78处', '34处', '45处']),
      single(HOW_MANY, '56处', ['45处', '78处', '92处']),
    ],
    [
      'a choice in other marks and width',
      single(HOW_MANY, '56处', ['78处', '34处']),
      single('2023年, 望海市新建社区食堂多少处?', '５６处', ['34处', '78处']),
    ],
    ['a statement that turned false', other('tf', TOLD), other('tf', TOLD.replace('56', '48'))],
    ['a blank for the same words', other('fill', TWO, ['27', '3.2万']), other('fill', TWO, ['27', '3.2万'])],
    [
      'one blank of two',
      other('fill', TWO, ['27', '3.2万']),
      other('fill', '2023年，望海市新建中小学____所，新增学位3.2万个。', ['27']),
    ],
    [
      'the same items to be ordered, asked in other words',
      other('order', '请按先后排列。', ['立项', '施工', '验收', '交付']),
      other('order', '下列各步的次序是什么？', ['立项', '施工', '验收']),
    ],
  ];
  it.each(same)('takes %s for the same question', (_name, one, two) => {
    expect(isSameAgain(one, two)).toBe(true);
    expect(isSameAgain(two, one)).toBe(true);
  });

  const different: readonly (readonly [string, Asked, Asked])[] = [
    ['another type', single(HOW_MANY, '56处', ['78处', '34处']), other('fill', TOLD, ['56'])],
    [
      'two new wrong options',
      single(HOW_MANY, '56处', ['78处', '34处', '45处']),
      single(HOW_MANY, '56处', ['45处', '92处', '28处']),
    ],
    [
      'another thing asked of one statement',
      single('许文澜担任下列哪一职务？', '总经理', ['董事长', '财务总监']),
      single('蓝鲸公司的总经理是谁？', '许文澜', ['陈立恒', '郑一鸣']),
    ],
    [
      'another wording that shares little',
      single('滨海大学由哪家单位创办？', '省教育厅', ['省财政厅', '市政府']),
      single('省里哪个部门办起了这所大学？', '省教育厅', ['省财政厅', '市政府']),
    ],
    [
      'another blank',
      other('fill', '望海市重点发展____、新材料和生物医药。', ['海洋装备']),
      other('fill', '望海市重点发展海洋装备、____和生物医药。', ['新材料']),
    ],
    [
      'other items to be ordered',
      other('order', '请排序。', ['立项', '施工', '验收']),
      other('order', '请排序。', ['播种', '浇水', '收割']),
    ],
    ['a statement about something else', other('tf', TOLD), other('tf', '望海新机场于2023年正式通航。')],
  ];
  it.each(different)('takes %s for another question', (_name, one, two) => {
    expect(isSameAgain(one, two)).toBe(false);
    expect(isSameAgain(two, one)).toBe(false);
  });
});

describe('askedByQuestion', () => {
  it('reads what a stored question wants, whatever the order of its options', () => {
    const base = { stem: HOW_MANY, explanation: '', evidence: [] };
    const options = ['34处', '56处', '78处'].map((text, at) => ({ id: `o${at}`, text }));
    expect(askedByQuestion({ ...base, type: 'single', options, key: 'o1' })).toEqual(
      single(HOW_MANY, '56处', ['34处', '78处']),
    );
    expect(askedByQuestion({ ...base, type: 'multi', options, key: ['o0', 'o1'] })).toEqual({
      type: 'multi',
      stem: HOW_MANY,
      wanted: ['34处', '56处'],
      wrong: ['78处'],
    });
  });
});
