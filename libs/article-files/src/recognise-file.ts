import { refuse, type ArticleFileRefusal } from './article-file-refusal.js';

const SAVE_AS_DOCX = '请在 Word 或 WPS 里“另存为” .docx 再上传';

const UNSUPPORTED: Readonly<Record<string, string>> = {
  doc: `这是旧式 Word 文件（.doc），${SAVE_AS_DOCX}。`,
  wps: `这是 WPS 文字文件（.wps），${SAVE_AS_DOCX}。`,
  rtf: `这是 RTF 文件，${SAVE_AS_DOCX}。`,
  odt: `这是 OpenDocument 文件（.odt），${SAVE_AS_DOCX}。`,
  pdf: '这是 PDF 文件，版面会打乱文字；请上传它的 Word 原稿，或打开后复制正文粘贴进来。',
  ppt: '这是演示文稿（PPT），请把要出题的文字复制出来粘贴，或上传对应的 Word 讲义。',
  xls: '这是电子表格（Excel），不能当作文章；如果要导入现成的题目，请用“导入题目”。',
  mht: '这是单个文件网页（.mht），请用浏览器打开后复制正文粘贴，或另存为 .html 再上传。',
  epub: '这是电子书（EPUB），请打开后复制要出题的章节粘贴进来。',
  zip: '这是压缩包，请解开后上传里面的文章（.docx、.html、.md 或 .txt）。',
};

export function refuseUnsupported(kind: string): ArticleFileRefusal {
  return refuse(
    'file-unsupported',
    UNSUPPORTED[kind] ?? '这种文件不能读，请上传 .docx、.html、.md 或 .txt。',
  );
}

/** What the first bytes say: a zip to be opened, a refusal, or null for what may be a text. */
export function recogniseFile(bytes: Uint8Array): 'zip' | ArticleFileRefusal | null {
  if (startsWith(bytes, 'PK\u0003\u0004') || startsWith(bytes, 'PK\u0005\u0006')) return 'zip';
  if (startsWith(bytes, '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1')) return refuseCompoundFile(bytes);
  if (startsWith(bytes, '%PDF-')) return refuseUnsupported('pdf');
  if (startsWith(bytes, '{\\rtf')) return refuseUnsupported('rtf');
  if (startsWith(bytes, 'MIME-Version:')) return refuseUnsupported('mht');
  return null;
}

/** The old Office container: .doc, .ppt, .xls, .wps, and the envelope of an encrypted .docx. */
function refuseCompoundFile(bytes: Uint8Array): ArticleFileRefusal {
  if (holdsName(bytes, 'EncryptedPackage')) {
    return refuse('file-encrypted', '文件设有打开密码，请在 Word 里取消密码后再上传。');
  }
  if (holdsName(bytes, 'PowerPoint Document')) return refuseUnsupported('ppt');
  if (holdsName(bytes, 'Workbook')) return refuseUnsupported('xls');
  return refuseUnsupported('doc');
}

/** Names in the container are UTF-16. */
function holdsName(bytes: Uint8Array, name: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(name, 'utf16le'));
}

function startsWith(bytes: Uint8Array, signature: string): boolean {
  return [...signature].every((character, index) => bytes[index] === character.charCodeAt(0));
}
