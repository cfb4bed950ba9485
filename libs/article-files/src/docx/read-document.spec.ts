import { describe, expect, it } from 'vitest';
import { read } from '../../testing/read-file.js';
import { paragraph, run, wordEntries, wordFile } from '../../testing/word-file.js';
import { zipFile } from '../../testing/zip-file.js';

const NUMBERING = `
<w:abstractNum w:abstractNumId="0">
  <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>
  <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl>
  <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2.%3"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val=""/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="1"><w:startOverride w:val="5"/></w:lvlOverride></w:num>`;

const STYLES = `
<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="own"><w:name w:val="我的标题"/><w:basedOn w:val="1"/></w:style>
<w:style w:type="paragraph" w:styleId="circle"><w:name w:val="圈"/><w:basedOn w:val="circle"/></w:style>
<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="paragraph" w:styleId="a3"><w:name w:val="caption"/></w:style>
<w:style w:type="paragraph" w:styleId="my"><w:name w:val="小图注"/><w:basedOn w:val="a3"/></w:style>`;

const style = (id: string) => `<w:pStyle w:val="${id}"/>`;
const item = (list: number, level = 0) =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`;
const table = (...rows: string[]) =>
  `<w:tbl><w:tblPr/>${rows.map((cells) => `<w:tr>${cells}</w:tr>`).join('')}</w:tbl>`;
const cell = (text: string, settings = '') =>
  `<w:tc>${settings && `<w:tcPr>${settings}</w:tcPr>`}${paragraph(text)}</w:tc>`;
const raised = '<w:vertAlign w:val="superscript"/>';

describe('reading a Word file', () => {
  it.each([
    ['paragraphs', paragraph('甲') + paragraph('') + paragraph('乙'), '甲\n乙'],
    [
      'words cut into runs',
      `<w:p>${run('工')}${run('业', '<w:b/>')}<w:proofErr/>${run('互联网')}</w:p>`,
      '工业互联网',
    ],
    ['signs of XML', paragraph('A&B <中>'), 'A&B <中>'],
    [
      'tabs, breaks and hyphens',
      `<w:p>${run('甲')}<w:r><w:tab/></w:r>${run('乙')}<w:r><w:br/></w:r>${run('e')}<w:r><w:noBreakHyphen/></w:r>${run('f')}</w:p>`,
      '甲 乙\ne-f',
    ],
    [
      'links and inserted words',
      `<w:p><w:hyperlink r:id="r1">${run('甲')}</w:hyperlink><w:ins>${run('乙')}</w:ins><w:smartTag>${run('丙')}</w:smartTag></w:p>`,
      '甲乙丙',
    ],
    [
      'fields without their orders',
      `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE \\* MERGE</w:instrText></w:r>${run('3')}</w:p>`,
      '3',
    ],
    [
      'exponents',
      `<w:p>${run('30 m')}${run('2', raised)}${run('，H')}${run('2', '<w:vertAlign w:val="subscript"/>')}${run('O')}</w:p>`,
      '30 m²，H₂O',
    ],
    [
      'the base of ruby',
      `<w:p><w:r><w:ruby><w:rubyPr/><w:rt>${run('かん')}</w:rt><w:rubyBase>${run('漢')}</w:rubyBase></w:ruby></w:r>${run('字')}</w:p>`,
      '漢字',
    ],
    [
      'lists with the numbers that Word counts',
      paragraph('甲', item(1)) +
        paragraph('子', item(1, 1)) +
        paragraph('丑', item(1, 1)) +
        paragraph('细', item(1, 2)) +
        paragraph('乙', item(1)) +
        paragraph('寅', item(1, 1)),
      '一、甲\n1. 子\n2. 丑\n2.1 细\n二、乙\n1. 寅',
    ],
    ['bullets', paragraph('甲', item(2)) + paragraph('乙', item(2)), '- 甲\n- 乙'],
    ['lists that begin anew', paragraph('甲', item(3, 1)) + paragraph('乙', item(3, 1)), '5. 甲\n6. 乙'],
    [
      'numbers of styles',
      paragraph('甲', style('1')) + paragraph('乙', style('own')) + paragraph('丙', style('1') + item(0)),
      '一、甲\n二、乙\n丙',
    ],
    ['styles in a circle', paragraph('甲', style('circle')), '甲'],
    ['tables', table(cell('名') + cell('值'), cell('青岛') + cell('3|4')), '| 名 | 值 |\n| 青岛 | 3\\|4 |'],
    [
      'joined cells',
      table(
        cell('甲', '<w:vMerge w:val="restart"/>') + cell('1'),
        cell('', '<w:vMerge/>') + cell('2'),
        cell('合', '<w:gridSpan w:val="2"/>'),
      ),
      '| 甲 | 1 |\n| 甲 | 2 |\n| 合 |  |',
    ],
    [
      'header rows first',
      table(cell('1') + cell('2'), `<w:trPr><w:tblHeader/></w:trPr>${cell('甲')}${cell('乙')}`),
      '| 甲 | 乙 |\n| 1 | 2 |',
    ],
    [
      'text boxes once',
      `<w:p>${run('前')}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><w:txbxContent>${paragraph('盒')}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>${paragraph('盒')}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>${run('后')}</w:p>`,
      '盒\n前后',
    ],
    [
      'settings of content controls as those of no run',
      `<w:p>${run('甲')}<w:sdt><w:sdtPr><w:rPr><w:vanish/></w:rPr></w:sdtPr><w:sdtContent>${run('乙')}</w:sdtContent></w:sdt>${run('丙')}</w:p>`,
      '甲乙丙',
    ],
    [
      'settings as they are, not as they were',
      `<w:p><w:pPr><w:pPrChange><w:pPr>${style('TOC1')}</w:pPr></w:pPrChange></w:pPr>${run('甲', '<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>')}</w:p>`,
      '甲',
    ],
    ['settings that are off', paragraph('甲', '', '<w:vanish w:val="0"/><w:strike w:val="false"/>'), '甲'],
  ])('writes %s', async (_, body, text) => {
    expect((await read({ bytes: wordFile({ body, styles: STYLES, numbering: NUMBERING }) })).text).toBe(text);
  });

  it.each([
    ['hidden words', `<w:p>${run('甲')}${run('乙', '<w:vanish/>')}</w:p>`, 'hidden'],
    ['struck words', `<w:p>${run('甲')}${run('乙', '<w:strike/>')}</w:p>`, 'deleted'],
    [
      'deleted words',
      `<w:p>${run('甲')}<w:del><w:r><w:delText>乙</w:delText></w:r></w:del></w:p>`,
      'deleted',
    ],
    ['words moved away', `<w:p>${run('甲')}<w:moveFrom>${run('乙')}</w:moveFrom></w:p>`, 'deleted'],
    ['the table of contents', paragraph('甲……1', style('TOC1')) + paragraph('甲'), 'contents'],
    [
      'a built-in table of contents',
      `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${paragraph('目录')}</w:sdtContent></w:sdt>${paragraph('甲')}`,
      'contents',
    ],
    ['captions', paragraph('甲') + paragraph('图1', style('a3')), 'caption'],
    ['captions of an own style', paragraph('甲') + paragraph('图1', style('my')), 'caption'],
    ['pictures', `<w:p><w:r><w:drawing><a:blip r:embed="r9"/></w:drawing></w:r>${run('甲')}</w:p>`, 'image'],
    ['formulas', `<w:p>${run('甲')}<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath></w:p>`, 'formula'],
    ['footnote marks', `<w:p>${run('甲')}<w:r><w:footnoteReference w:id="1"/></w:r></w:p>`, 'footnote-mark'],
    [
      'raised marks cut into runs',
      `<w:p>${run('甲')}${run('[', raised)}${run('1', raised)}${run(']', raised)}</w:p>`,
      'footnote-mark',
    ],
    ['addresses of links', `<w:p><w:hyperlink r:id="r1">${run('甲')}</w:hyperlink></w:p>`, 'link-address'],
    [
      'readings',
      `<w:p><w:r><w:ruby><w:rt>${run('jiǎ')}</w:rt><w:rubyBase>${run('甲')}</w:rubyBase></w:ruby></w:r></w:p>`,
      'ruby',
    ],
    [
      'signs of symbol fonts',
      `<w:p>${run('甲')}<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r></w:p>`,
      'symbol',
    ],
  ])('leaves out %s and says so', async (_, body, code) => {
    const article = await read({ bytes: wordFile({ body, styles: STYLES }) });
    expect(article.text).toBe('甲');
    expect(article.notes.map((note) => note.code)).toEqual([code]);
  });

  it('counts places in the paragraphs of the document', async () => {
    const body = paragraph('甲') + `<w:p>${run('乙')}${run('丙', '<w:vanish/>')}</w:p>`;
    const { source, notes, text } = await read({ bytes: wordFile({ body }) });
    expect({ source, text }).toEqual({ source: '甲\n乙丙\n', text: '甲\n乙' });
    expect(notes).toEqual([
      {
        code: 'hidden',
        detail: '去掉了 1 处隐藏的内容（第 2 段：“丙”）。',
        count: 1,
        places: [{ start: 3, end: 4 }],
      },
    ]);
  });

  it('finds the document by the relations of the package', async () => {
    const entries = wordEntries({ body: paragraph('甲') }).map((entry) => ({
      ...entry,
      name: entry.name.replace('word/document.xml', 'word/document2.xml'),
      content: String(entry.content).replace('Target="word/document.xml"', 'Target="/word/document2.xml"'),
    }));
    expect((await read({ bytes: zipFile(entries) })).text).toBe('甲');
  });

  it('reads the strict kind of the format', async () => {
    const entries = wordEntries({ body: paragraph('甲') }).map((entry) => ({
      ...entry,
      content: String(entry.content).replace(
        'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
        'http://purl.oclc.org/ooxml/wordprocessingml/main',
      ),
    }));
    expect((await read({ bytes: zipFile(entries) })).text).toBe('甲');
  });
});
