/** What is left out of the text or changed in it: the stable code of the note and its words for an instructor. */
export const READING_NOTES = {
  image: { counter: '张', what: '图片' },
  media: { counter: '处', what: '音频、视频或嵌入内容' },
  caption: { counter: '处', what: '图注或表题' },
  navigation: { counter: '处', what: '导航' },
  footer: { counter: '处', what: '页脚' },
  aside: { counter: '处', what: '侧栏' },
  script: { counter: '段', what: '脚本' },
  style: { counter: '段', what: '样式' },
  control: { counter: '处', what: '按钮、表单等控件' },
  hidden: { counter: '处', what: '隐藏的内容' },
  deleted: { counter: '处', what: '已划去或已删除的文字' },
  code: { counter: '段', what: '代码' },
  formula: { counter: '处', what: '公式，请核对原句' },
  symbol: { counter: '个', what: '符号字体里的字符' },
  'front-matter': { counter: '段', what: '文首元数据' },
  'footnote-mark': { counter: '个', what: '脚注标记' },
  footnote: { counter: '条', what: '脚注' },
  ruby: { counter: '处', what: '注音，只留正字' },
  contents: { counter: '处', what: '目录' },
  'link-address': { counter: '个', what: '链接地址，只留文字' },
} as const;

export type DroppedKind = keyof typeof READING_NOTES;

/** Changes that are not omissions, each with its whole sentence. */
export const READING_CHANGES = {
  'table-unfolded': '表格里是成段的文字或嵌套的表格，已按段落读入。',
  'markdown-as-text': 'Markdown 标记过多或嵌套过深，已按纯文本读入，标记留在文中。',
  'encoding-gb18030': '文件不是 UTF-8，已按 GB18030（GBK）解码，请核对文字。',
  'encoding-broken': '文件里有坏字节，已用“\ufffd”代替，请核对文字。',
} as const;

export type ChangeKind = keyof typeof READING_CHANGES;
