import type { Find, Finder } from './find.js';

const DATE =
  /(?:公元前?)?(?:\d{4}|[一二][零〇○一二三四五六七八九]{3})年(?:(?:1[0-2]|0?[1-9])月(?:[1-3]?\d日|初(?![步期级])|底|中旬|上旬|下旬)?|初(?![步期级])|底|末|上半年|下半年|[春夏秋冬][季天]?)?/g;
const PERIOD = /“?十[一二三四五]五”?(?:时期|期间)/g;
const BEGINS =
  /成立|创建|创立|创办|始建|建立|建成|建港|投产|开通|诞生|设立|组建|发布|签署|签订|生效|通车|首航|启用|竣工|揭牌|上市/;

/** The year of a statistic dates its figures; nobody needs to be asked for it. */
const STATISTICS = /(?:增长|下降|完成|实现|达到?|同比)[^，。]{0,12}\d/;

/** Absolute dates: 1898年3月6日, 2020年初, “十四五”时期. A span of years is left alone. */
export const findDates: Finder = ({ reading }) => {
  const { text, start } = reading;
  if (/扎实推进|稳步推进|取得[^，]{0,8}成效/.test(text)) return [];
  const dates = [...text.matchAll(DATE)].filter(
    ({ 0: date, index }) => !isSpan(text, index, date.length) && !insideTitle(text, index),
  );
  const periods = [...text.matchAll(PERIOD)];
  return [...dates, ...periods].map(({ 0: answer, index }): Find => {
    const behind = text.slice(index, index + 60);
    return {
      kind: BEGINS.test(behind) && /成立|创建|创立|创办|始建|建港|组建/.test(behind) ? 'founding' : 'date',
      form: 'date',
      answer,
      start: start + index,
      end: start + index + answer.length,
      acceptedForms: /初|底|末|旬/.test(answer) ? [] : withoutQuotes(answer),
      importance: BEGINS.test(text)
        ? dates.length === 1
          ? 3
          : 2
        : index === 0 && STATISTICS.test(text)
          ? 1
          : 2,
    };
  });
};

/** 《2023年安全生产责任书》: the year is a part of the title. */
function insideTitle(text: string, index: number): boolean {
  return text.lastIndexOf('《', index) > text.lastIndexOf('》', index);
}

function isSpan(text: string, index: number, length: number): boolean {
  if (
    /[（了较比与由从]/.test(text.charAt(index - 1)) ||
    /^(?:版|第|度|以前|以来)/.test(text.slice(index + length))
  )
    return true;
  return /[—–~～至到-]$/.test(text.slice(0, index)) || /^(?:[—–~～至到-])\d/.test(text.slice(index + length));
}

function withoutQuotes(answer: string): string[] {
  const bare = answer.replace(/[“”]/g, '');
  return bare === answer ? [] : [bare];
}
