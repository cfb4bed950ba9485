import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sameAnswer } from './same-answer.js';

describe('the same answer, written otherwise', () => {
  it.each([
    ['exact', '青岛', '青岛'],
    ['space-folded', '青岛', ' 青 岛\u3000'],
    ['space-folded', '青岛\u200b', '青岛'],
    ['width-folded', '5G', '５Ｇ'],
    ['width-folded', '（试行）', '(试行)'],
    ['width-folded', '100%', '１００％'],
    ['width-folded', '二〇二〇年', '二○二○年'],
    ['case-folded', 'ISO9001', 'iso9001'],
    ['case-folded', 'HaierCOSMO', 'Haiercosmo'],
    ['punctuation-folded', '《齐鲁晚报》', '齐鲁晚报'],
    ['punctuation-folded', '“工业互联网之都”', '工业互联网之都'],
    ['punctuation-folded', '“工业互联网之都”', '「工业互联网之都」'],
    ['punctuation-folded', '『上云』', '"上云"'],
    ['punctuation-folded', '研发、生产、销售', '研发，生产，销售'],
    ['punctuation-folded', '研发、生产、销售', '研发 生产 销售。'],
    ['punctuation-folded', '让·雅克', '让•雅克'],
    ['punctuation-folded', '2020—2021', '2020-2021'],
    ['punctuation-folded', '10~20', '10－20'],
    ['punctuation-folded', '1300', '1,300'],
    ['punctuation-folded', '1300000', '1，300，000'],
    ['punctuation-folded', '不会转', '不会转！'],
    ['date-folded', '2020年6月18日', '2020-06-18'],
    ['date-folded', '2020年6月18日', '2020/6/18'],
    ['date-folded', '2020年6月18日', '2020.6.18'],
    ['date-folded', '2020年6月', '2020-06'],
    ['date-folded', '6月18日', '6月18号'],
    ['date-folded', '2020年6月8日', '2020年06月08日'],
    ['numeral-folded', '2020年', '二〇二〇年'],
    ['numeral-folded', '2020年6月18日', '二〇二〇年六月十八日'],
    ['numeral-folded', '100', '一百'],
    ['numeral-folded', '一千三百', '1300'],
    ['numeral-folded', '1305', '一千三百零五'],
    ['numeral-folded', '250', '二百五'],
    ['numeral-folded', '1.3万', '一万三'],
    ['numeral-folded', '1.3万', '13000'],
    ['numeral-folded', '3.5亿', '三点五亿'],
    ['numeral-folded', '1.2万亿元', '12000亿元'],
    ['numeral-folded', '500万', '五百万'],
    ['numeral-folded', '5千万', '五千万'],
    ['numeral-folded', '30%', '百分之三十'],
    ['numeral-folded', '3.5%', '百分之三点五'],
    ['numeral-folded', '30%', '三成'],
    ['numeral-folded', '3‰', '千分之三'],
    ['numeral-folded', '三分之一', '1/3'],
    ['numeral-folded', '三分之二', '⅔'],
    ['numeral-folded', '3.14', '三点一四'],
    ['numeral-folded', '3.5元', '3.50元'],
    ['numeral-folded', '-5', '负五'],
    ['numeral-folded', '伍佰元', '500元'],
    ['numeral-folded', '拾万', '100000'],
    ['numeral-folded', '两大类', '二大类'],
    ['numeral-folded', '第二期', '第2期'],
    ['numeral-folded', '3千米', '3公里'],
    ['numeral-folded', '近1300个', '将近一千三百个'],
    ['numeral-folded', '约100人', '100人左右'],
    ['numeral-folded', '1000多万元', '超过一千万元'],
    ['numeral-folded', '10余家', '十多家'],
    ['numeral-folded', '3个多月', '三个月多'],
    ['numeral-folded', '超过七成', '70%以上'],
    ['counter-folded', '1300个', '1300'],
    ['counter-folded', '100', '一百名'],
    ['counter-folded', '100名', '100人'],
    ['counter-folded', '12个大类', '12大类'],
    ['counter-folded', '近1300个', '近1300'],
  ] as const)('%s: %s = %s', (rule, accepted, given) => {
    expect(sameAnswer(accepted, given)).toEqual({ same: true, rule });
    expect(sameAnswer(given, accepted)).toEqual({ same: true, rule });
  });
});

describe('another answer, however near', () => {
  it.each([
    ['wrong', '青岛', '济南'],
    ['wrong', '青岛', ''],
    ['wrong', '青岛', '。'],
    ['wrong', '1300', '130'],
    ['wrong', '1300', '13000'],
    ['wrong', '1.5', '15'],
    ['wrong', '1、2', '12'],
    ['wrong', '10-20', '1020'],
    ['wrong', 'C++', 'C'],
    ['wrong', 'C#', 'C'],
    ['wrong', '-5', '5'],
    ['wrong', '十二五', '15'],
    ['wrong', '十二五', '17'],
    ['wrong', '二三十', '50'],
    ['wrong', '二三十', '23'],
    ['wrong', '三五家', '35家'],
    ['wrong', '一两个', '12个'],
    ['wrong', '20年', '2020年'],
    ['wrong', '工业4.0', '工业4'],
    ['wrong', '007', '7'],
    ['wrong', '1.3万', '1.3亿'],
    ['wrong', '三分之一', '3.1'],
    ['wrong', '2020-2021', '2020年2021月'],
    ['wrong', '12月', '1月2'],
    ['unit-differs', '5%', '5'],
    ['unit-differs', '5公里', '5米'],
    ['unit-differs', '5年', '5个月'],
    ['unit-differs', '100元', '100美元'],
    ['unit-differs', '5家', '5名'],
    ['unit-differs', '5%', '5个百分点'],
    ['hedge-differs', '近1300个', '1300个'],
    ['hedge-differs', '近1300个', '约1300个'],
    ['hedge-differs', '近1300个', '超过1300个'],
    ['hedge-differs', '约100人', '100人'],
    ['hedge-differs', '1000多万', '1000万'],
    ['hedge-differs', '超过70%', '70%'],
    ['hedge-differs', '100', '约100'],
    ['hedge-differs', '不少于10家', '超过10家'],
    ['hedge-differs', '10年以上', '10年以内'],
  ] as const)('%s: %s ≠ %s', (rule, accepted, given) => {
    expect(sameAnswer(accepted, given)).toEqual({ same: false, rule });
    expect(sameAnswer(given, accepted)).toEqual({ same: false, rule });
  });
});

describe('the laws of comparing', () => {
  const answer = fc.string({
    unit: fc.constantFrom(
      ...'近约多超过一二十百千万亿两零〇点分之年月日个名%.,、-—0123456789Aa《》“” 。Ｇ成',
    ),
    minLength: 1,
    maxLength: 14,
  });

  it('finds every answer the same as itself, exactly, unless nothing is written', () => {
    fc.assert(
      fc.property(answer, (text) => {
        expect(sameAnswer(text, text).same).toBe(true);
        expect(sameAnswer(text, `《 ${text} 》`).same).toBe(/[^.,、\-—《》“” 。]/.test(text));
      }),
    );
  });

  it('does not care which of two answers is the key', () => {
    fc.assert(
      fc.property(answer, answer, (a, b) => {
        expect(sameAnswer(a, b)).toEqual(sameAnswer(b, a));
      }),
      { numRuns: 2000 },
    );
  });

  it('never accepts a plain number for another plain number', () => {
    fc.assert(
      fc.property(fc.nat(1e9), fc.nat(1e9), (a, b) => {
        expect(sameAnswer(`${a}个`, `${b}`).same).toBe(a === b);
      }),
    );
  });
});
