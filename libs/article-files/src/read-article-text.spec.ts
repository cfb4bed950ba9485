import { describe, expect, it } from 'vitest';
import { readArticleText } from './index.js';

const html = (page: string) => readArticleText(page, 'html');
const markdown = (text: string) => readArticleText(text, 'markdown');
const codesOf = ({ notes }: { notes: readonly { code: string }[] }) => notes.map(({ code }) => code).sort();

describe('reading a page', () => {
  it.each([
    ['paragraphs, one a line', '<p>甲</p><p>乙</p>', '甲\n乙'],
    ['paragraphs without end tags', '<p>甲<p>乙', '甲\n乙'],
    ['headings as lines', '<h1>标题</h1><div>正文</div>', '标题\n正文'],
    ['line breaks', '甲<br>乙<br/>丙', '甲\n乙\n丙'],
    ['no space where the source breaks a line between Han', '<p>工业\n  互联网</p>', '工业互联网'],
    ['one space where the source breaks a line between words', '<p>open\n  source</p>', 'open source'],
    ['spaces that the author set between Han', '<p>张三 李四</p>', '张三 李四'],
    ['full-width spaces inside, none at the ends', '<p>　　张三　李四</p>', '张三　李四'],
    ['full and half width as they are', '<p>２０２０ 年，ＡＢＣ abc</p>', '２０２０ 年，ＡＢＣ abc'],
    ['inline marks as nothing', '<p>工<b>业</b><i>互</i><span>联</span>网</p>', '工业互联网'],
    ['entities', '<p>A&amp;B&nbsp;&lt;&#20013;&#x6587;&gt;&hellip;</p>', 'A&B <中文>…'],
    ['characters outside the first plane', '<p>&#x20BB7;野家𠮷</p>', '𠮷野家𠮷'],
    ['invisible characters as nothing', '<p>工\u200b业\u00ad互&shy;联&ZeroWidthSpace;网</p>', '工业互联网'],
    ['list items with their marks', '<ul><li>甲<li>乙</ul>', '- 甲\n- 乙'],
    ['numbered items', '<ol><li>甲</li><li>乙</li></ol>', '1. 甲\n2. 乙'],
    ['the numbers of the author', '<ol start="3"><li>甲<li value="7">乙<li>丙</ol>', '3. 甲\n7. 乙\n8. 丙'],
    ['lists in lists', '<ol><li>甲<ul><li>子</ul><li>乙</ol>', '1. 甲\n- 子\n2. 乙'],
    ['items of several paragraphs', '<ul><li><p>甲</p><p>乙</p></ul>', '- 甲\n乙'],
    ['empty items as nothing', '<ul><li><li>乙</ul><p>丙', '- 乙\n丙'],
    ['definitions', '<dl><dt>词<dd>义</dl>', '词\n义'],
    ['the base of ruby', '<ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp>字<rt>じ</ruby>', '漢字'],
    ['quotation elements', '<p>他说<q>很好</q>。', '他说“很好”。'],
    [
      'exponents',
      '30 m<sup>2</sup>，10<sup>-3</sup>，H<sub>2</sub>O，5平方米<sup>2</sup>',
      '30 m²，10⁻³，H₂O，5平方米²',
    ],
    ['raised words as words', '<p>商标<sup>注册</sup></p>', '商标注册'],
    ['telegrams in <pre>', '<pre>第一行\n第二行</pre>', '第一行\n第二行'],
    [
      'XHTML',
      '<?xml version="1.0"?><html xmlns="x"><head><title/></head><body><p>甲</p></body></html>',
      '甲',
    ],
    ['end tags without a beginning', '</div>甲</p>乙</span>丙', '甲\n乙丙'],
    [
      'an end tag that crosses a table',
      '<div><table><tr><td>甲</div><td>乙<tr><td>丙<td>丁</table>',
      '| 甲 | 乙 |\n| 丙 | 丁 |',
    ],
    ['an unfinished tag', '<p>甲</p><p cla', '甲'],
    ['a less-than sign', '<p>若 a < b 则 1<2</p>', '若 a < b 则 1<2'],
  ])('writes %s', (_, page, text) => {
    expect(html(page).text).toBe(text);
  });

  it.each([
    ['pictures', '<p>甲<img alt="厂房">乙</p>', '甲乙', 'image'],
    ['drawings with a title of their own', '<svg><title/><path d="M0"/></svg><p>甲', '甲', 'image'],
    ['captions of pictures', '<figure><figcaption>张三摄</figcaption></figure>甲', '甲', 'caption'],
    ['captions of tables', '<table><caption>表1</caption><tr><td>甲<td>乙</table>', '| 甲 | 乙 |', 'caption'],
    ['navigation', '<nav><ul><li>首页</ul></nav>甲', '甲', 'navigation'],
    ['navigation by role', '<div role="navigation"><div>首页</div></div>甲', '甲', 'navigation'],
    ['footers', '甲<footer><p>版权</footer>', '甲', 'footer'],
    ['side bars', '<aside>热门</aside>甲', '甲', 'aside'],
    ['scripts', '<script>document.write("<p>乙")</script>甲', '甲', 'script'],
    ['styles', '<style>p{color:red}</style>甲', '甲', 'style'],
    ['forms', '<select><option>一<option>二</select><button>提交</button>甲', '甲', 'control'],
    ['hidden elements', '<div hidden>乙<div>丙</div>丁</div>甲', '甲', 'hidden'],
    ['elements hidden by style', '<span style="color:red; display : none">乙</span>甲', '甲', 'hidden'],
    ['what Word hides', '<span style="mso-hide:all">乙</span>甲', '甲', 'hidden'],
    ['deleted words', '共<del>10</del><s>11</s>12 家', '共12 家', 'deleted'],
    ['programs', '<pre><code>int a;</code></pre>甲', '甲', 'code'],
    ['programs without a name', '<pre>for (i = 0; i < n; i++) { }</pre>甲', '甲', 'code'],
    ['videos', '<video><p>不支持</video><iframe src="http://x"></iframe>甲', '甲', 'media'],
    ['formulas', '<math><mi>x</mi></math>甲', '甲', 'formula'],
    ['numbered marks after a sentence', '增长。<sup>3</sup>后', '增长。后', 'footnote-mark'],
    ['bracketed marks', '增长 5%<sup>[1,2]</sup>。', '增长 5%。', 'footnote-mark'],
    ['marks that link to a note', 'GDP<sup><a href="#n1">1</a></sup>增长', 'GDP增长', 'footnote-mark'],
    ['lists of notes', '甲<section class="x footnotes"><ol><li>注</ol></section>', '甲', 'footnote'],
    ['readings', '<ruby>漢<rt>かん</ruby>', '漢', 'ruby'],
    ['addresses of links', '见<a href="https://x.cn/a">全文</a>。', '见全文。', 'link-address'],
  ])('leaves out %s and says so', (_, page, text, code) => {
    const article = html(page);
    expect(article.text).toBe(text);
    expect(codesOf(article)).toContain(code);
  });

  it('says nothing about empty furniture', () => {
    expect(html('<nav></nav><footer> </footer><div hidden></div><title>窗口</title><p>甲').notes).toEqual([]);
  });

  it('reads a WeChat article, whose body is saved invisible', () => {
    const page =
      '<div class="rich_media_content" id="js_content" style="visibility: hidden; opacity: 0;"><section><p>正文</p></section></div>';
    expect(html(page).text).toBe('正文');
  });

  it('names the lines, counts and first words of what it left out', () => {
    const { notes, source } = html('<p>甲\n<nav>首页 新闻</nav>\n<nav>更多</nav>');
    expect(notes).toEqual([
      {
        code: 'navigation',
        detail: '去掉了 2 处导航（第 2、3 行：“首页 新闻”）。',
        count: 2,
        places: [
          { start: 5, end: 21 },
          { start: 22, end: 35 },
        ],
      },
    ]);
    expect(source.slice(5, 21)).toBe('<nav>首页 新闻</nav>');
  });

  it.each([
    [
      'with a header',
      '<table><tr><td>1<td>2<tbody></tbody><thead><tr><th>甲<th>乙</thead></table>',
      '| 甲 | 乙 |\n| 1 | 2 |',
    ],
    [
      'with footer rows last',
      '<table><tfoot><tr><td>合<td>3</tfoot><tr><td>1<td>2</table>',
      '| 1 | 2 |\n| 合 | 3 |',
    ],
    ['with short rows', '<table><tr><td>甲<td>乙<tr><td>丙</table>', '| 甲 | 乙 |\n| 丙 |  |'],
    ['with cells over rows', '<table><tr><td rowspan=2>甲<td>1<tr><td>2</table>', '| 甲 | 1 |\n| 甲 | 2 |'],
    [
      'with cells over columns',
      '<table><tr><th colspan=2>甲<th>乙<tr><td>1<td>2<td>3</table>',
      '| 甲 | 甲 | 乙 |\n| 1 | 2 | 3 |',
    ],
    [
      'with a row of one cell',
      '<table><tr><td colspan=2>合计<tr><td>1<td>2</table>',
      '| 合计 |  |\n| 1 | 2 |',
    ],
    ['with bars in cells', '<table><tr><td>a|b<td>&vert;</table>', '| a\\|b | \\| |'],
    ['with lines in cells', '<table><tr><td>甲<br>乙<td><p>丙<p>丁</table>', '| 甲 乙 | 丙 丁 |'],
    ['without empty rows', '<table><tr><td><td><tr><td>甲<td>乙</table>', '| 甲 | 乙 |'],
    ['of one column as paragraphs', '<table><tr><td>甲<tr><td>乙</table>', '甲\n乙'],
    [
      'around a table',
      '<table><tr><td>栏<td><table><tr><td>1<td>2</table><tr><td>尾</table>',
      '栏\n| 1 | 2 |\n尾',
    ],
    [
      'that arranges a page',
      `<table><tr><td>栏<td><p>${'长'.repeat(200)}<p>${'文'.repeat(200)}</table>`,
      `栏\n${'长'.repeat(200)}\n${'文'.repeat(200)}`,
    ],
  ])('writes a table %s', (_, page, text) => {
    expect(html(page).text).toBe(text);
  });
});

describe('reading Markdown', () => {
  it.each([
    ['headings without marks', '# 一 #\n\n二\n===\n\n三\n---', '一\n二\n三'],
    ['emphasis', '**工业** *互联* __网__ ***都***', '工业 互联 网 都'],
    ['emphasis that ends in Chinese punctuation', '**重点：**内容，*“引”*后', '重点：内容，“引”后'],
    ['escapes and entities', '1\\. A&amp;B \\*不是\\*', '1. A&B *不是*'],
    ['code among words', '用 `npm start` 启动', '用 npm start 启动'],
    ['ranges with tildes', '5~10 人，20~30 家', '5~10 人，20~30 家'],
    ['link texts', '[甲](http://a "t")[乙][r]<http://c.cn>\n\n[r]: http://b', '甲乙http://c.cn'],
    ['lists', '- 甲\n- 乙\n\n1. 丙\n2. 丁', '- 甲\n- 乙\n1. 丙\n2. 丁'],
    ['numbers from the first one on', '3. 甲\n3. 乙', '3. 甲\n4. 乙'],
    ['lists in lists', '1. 甲\n   - 子\n   - 丑\n2. 乙', '1. 甲\n- 子\n- 丑\n2. 乙'],
    ['items of several paragraphs', '- 甲\n\n  乙\n- 丙', '- 甲\n乙\n- 丙'],
    ['task lists', '- [x] 做完\n- [ ] 未做', '- 做完\n- 未做'],
    ['quotes', '> 甲\n> > 乙', '甲\n乙'],
    ['tables', '| 甲 | 乙 |\n|:--|--:|\n| **1** | a \\| b |', '| 甲 | 乙 |\n| 1 | a \\| b |'],
    ['paragraphs indented by four spaces', '    甲\n\n\t乙', '甲\n乙'],
    ['hard breaks', '甲  \n乙\\\n丙', '甲\n乙\n丙'],
    ['short lines as lines', '时间：2020年12月\n地点：青岛', '时间：2020年12月\n地点：青岛'],
    ['wrapped lines as one', `${'工业互联网'.repeat(5)}\n平台`, `${'工业互联网'.repeat(5)}平台`],
    [
      'wrapped lines of words as one',
      `${'open source '.repeat(5)}\nplatform`,
      `${'open source '.repeat(5)}platform`,
    ],
    ['finished lines as lines', `${'工业互联网'.repeat(5)}。\n平台`, `${'工业互联网'.repeat(5)}。\n平台`],
    ['rules as nothing', '甲\n\n***\n\n乙', '甲\n乙'],
    ['a rule at the start as no front matter', '---\n\n正文一\n\n---\n\n正文二', '正文一\n正文二'],
    ['tags among words', '甲<br>乙 m<sup>2</sup> <u>丙</u><span hidden>丁</span>', '甲\n乙 m² 丙'],
    [
      'blocks of HTML',
      '甲\n\n<div>\n<p>乙</p>\n<table><tr><td>1<td>2</table>\n</div>\n\n丙',
      '甲\n乙\n| 1 | 2 |\n丙',
    ],
    ['blocks of HTML in quotes', '> <div>\n> 乙\n> </div>', '乙'],
    ['a byte order mark as nothing', '\ufeff# 甲', '甲'],
  ])('writes %s', (_, text, expected) => {
    expect(markdown(text).text).toBe(expected);
  });

  it.each([
    ['front matter', '---\ntitle: 甲\n---\n\n正文', '正文', 'front-matter'],
    ['pictures', '甲![厂房](a.png)乙', '甲乙', 'image'],
    ['fenced code', '甲\n\n```js\nlet a;\n```\n\n乙', '甲\n乙', 'code'],
    ['struck words', '共 ~~10~~12 家', '共 12 家', 'deleted'],
    ['footnotes', '增长[^1]。\n\n[^1]: 据年报。', '增长。', 'footnote'],
    ['footnote marks', '增长[^1]。\n\n[^1]: 据年报。', '增长。', 'footnote-mark'],
    ['comments and scripts', '甲\n\n<script>\nlet a;\n</script>\n\n<!-- 批注 -->\n\n乙', '甲\n乙', 'script'],
  ])('leaves out %s and says so', (_, text, expected, code) => {
    const article = markdown(text);
    expect(article.text).toBe(expected);
    expect(codesOf(article)).toContain(code);
  });

  it('keeps places and lines behind a pasted picture', () => {
    const text = `甲 ![](data:image/png;base64,${'QUJD'.repeat(99)})\n\n乙[丙](http://c)`;
    const article = markdown(text);
    expect(article.text).toBe('甲\n乙丙');
    expect(article.origins.runs.map(({ start, end }) => text.slice(start, end))).toEqual(['甲', '乙', '丙']);
    const link = article.notes.find(({ code }) => code === 'link-address');
    expect(link?.detail).toContain('第 3 行');
    expect(link?.places.map(({ start, end }) => text.slice(start, end))).toEqual(['[丙](http://c)']);
  });

  it('reads as plain text what no one could have written, and says so', () => {
    const text = `${'> '.repeat(500)}甲`;
    const article = markdown(text);
    expect(article.text).toBe(text);
    expect(codesOf(article)).toEqual(['markdown-as-text']);
  });
});

describe('guessing what was pasted', () => {
  it.each([
    ['text', '据新华社电 今年一季度……'],
    ['text', '- 甲\n- 乙\n- 丙'],
    ['text', '1. 甲\n2. 乙'],
    ['text', '#工业互联网# 话题，3 * 4 * 5 = 60，a < b'],
    ['text', '一、总体要求\n---\n见 <附件一>'],
    ['text', 'HTML 里用 <p> 和 </p> 表示段落'],
    ['text', '# 一个井号的行'],
    ['markdown', '# 标题\n\n**重点**：内容'],
    ['markdown', '## 一\n\n## 二'],
    ['markdown', '- 甲\n- 乙\n\n见[全文](https://a.cn)'],
    ['markdown', '| 甲 | 乙 |\n|---|---|\n| 1 | 2 |'],
    ['markdown', '# 标题\n\n> 引\n\n<div>\n<p>甲</p>\n</div>'],
    ['html', '<!DOCTYPE html><p>甲'],
    ['html', '\n<!-- 存档 -->\n<html lang="zh"><body>甲'],
    ['html', '<p>甲</p><p>乙</p>'],
    ['html', '<div><h1># 甲</h1><p>**乙**</p></div>'],
  ] as const)('takes for %s: %j', (format, text) => {
    expect(readArticleText(text).format).toBe(format);
  });

  it('leaves plain text as it is, but for its line ends', () => {
    const article = readArticleText('第一行  \r\n\u3000\u3000第二行\r第三行\u2028<b>甲\n');
    expect(article.text).toBe('第一行  \n\u3000\u3000第二行\n第三行\n<b>甲\n');
    expect(article.notes).toEqual([]);
  });
});
