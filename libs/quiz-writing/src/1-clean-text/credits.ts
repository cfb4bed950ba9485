const NAME = '[\\u3400-\\u9fff·]{2,4}';
const HOUSE = '[\\u3400-\\u9fff]{0,12}';
const WRITER = '(?:记者|通讯员|实习生|特约撰稿人)';
const CREDIT = new RegExp(`^${HOUSE}${WRITER}[\\u3400-\\u9fff·]{0,4}$`);
const WORK = /^(?:文|图|文图|图文|摄|摄影|整理|供图|供稿|撰文|报道|摄影报道|综合报道|综合|编译|发自\S{2,4})$/;
const LABELLED =
  /^(?:文|图|摄影|撰文|撰稿|编辑|责编|责任编辑|审核|审校|校对|校审|制图|统筹|供图|供稿|监制|终审|初审|复审|编审|作者|美编|排版|图片来源|稿源)\s{0,3}[/／|｜丨：:]|^来源\s{0,3}[：:]/;
const PHOTO = new RegExp(
  `受访者(?:本人)?(?:提供|供图)[）)]?$|^.{0,40}[ （(/／]摄(?:影)?[）)]?$` +
    `|(?:^|[。，\\s（(/／])(?:本报|新华社)?(?:记者|通讯员)?\\s?${NAME}[\\s/／]?摄[）)]?$|^新华社(?:发|记者)?[（(].{0,20}摄[）)]$` +
    `|^[（(]?(?:资料图|资料图片|资料照片|图片资料|示意图|效果图)[）)]?$|^[（(]?(?:图片|照片|本版图片|以上图片)(?:均)?由[^，。]{2,30}提供[）)]?$`,
);
const ABOUT_AUTHOR = /^[（(](?:本文)?作者(?:系|为|是|单位)[^。]{2,50}[）)]$/;
const SHAPES = /^([□■◎◆●▲△▼▽◇○])\s?/;
const ONE_NAME = new RegExp(`^${NAME}$`);
const NAMES_ONLY = new RegExp(`^${NAME}(?:[\\s、]${NAME}){0,3}$`);
const LONGEST = 60;

/** Whether a line says who wrote, drew or photographed, and nothing else. `before` and `after` are the lines around it. */
export function isByLine(text: string, before: string, after: string): boolean {
  if (text.length > LONGEST || text === '') return false;
  if (LABELLED.test(text) || PHOTO.test(text) || ABOUT_AUTHOR.test(text)) return true;
  const shape = SHAPES.exec(text);
  if (!shape) return isCredits(text);
  const [, mark = ''] = shape;
  if (before.startsWith(mark) || after.startsWith(mark)) return false;
  const words = text.slice(shape[0].length);
  if ('▲△▼▽'.includes(mark)) return !/[：:]$/.test(words);
  return LABELLED.test(words) || isCredits(words) || (mark === '□' && NAMES_ONLY.test(words));
}

/** 本报记者 张三 通讯员 李四 文/图: names and what they did, with somebody from a newsroom among them. */
function isCredits(text: string): boolean {
  const words = text.split(/[\s、/／|｜丨（()）]+/).filter((word) => word !== '');
  return (
    words.some((word) => CREDIT.test(word)) &&
    words.every((word) => CREDIT.test(word) || WORK.test(word) || ONE_NAME.test(word)) &&
    (words.length > 1 || /(?:记者|通讯员)[\u3400-\u9fff·]{2,4}$/.test(text))
  );
}

const REPORTED = `[（(](?:${HOUSE}${WRITER}|文/图|图/文)[^（()）。\\n]{0,30}[）)]`;
/** 本报讯（记者 张三）, 新华社滨海3月5日电: where a report comes from, in front of its first sentence. */
export const DATELINE = new RegExp(
  `^\\s*(?:(?:本报|本刊|本网|本台)(?:[\\u3400-\\u9fff]{2,6}?(?:\\d{1,2}月)?\\d{1,2}日)?[讯电]|(?:新华社|中新社|中新网|人民网|据?新华网)[\\u3400-\\u9fff]{0,8}(?:(?:\\d{1,2}月)?\\d{1,2}日)?[讯电])` +
    `(?:\\s*${REPORTED}|(?=\\s)|(?=[（(]))\\s*|^\\s*(?:${REPORTED})\\s*(?=[\\u3400-\\u9fff0-9“])`,
);
/** （记者 张三）, （完） behind the last sentence of a report. */
export const SIGNATURE = new RegExp(`(?<=[。！？”])\\s*(?:${REPORTED}|[（(]完[）)])\\s*$`);
