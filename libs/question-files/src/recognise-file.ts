import type { Flaw, TextFormat } from './question-file.js';

const SAVE_AS_XLSX = '请在 Excel 或 WPS 里“另存为” .xlsx 再导入';

export const UNSUPPORTED = {
  xls: `这是旧式 Excel 文件（.xls）或加了密码的 Office 文件：${SAVE_AS_XLSX}，不要加密码。`,
  macros: `这是带宏的 Excel 文件（.xlsm），为安全起见不读：${SAVE_AS_XLSX}。`,
  binary: `这是二进制 Excel 文件（.xlsb）：${SAVE_AS_XLSX}。`,
  docx: '这是 Word 文件：请在 Word 里全选、复制，把题目作为文字粘贴导入。',
  zip: '这是压缩包，或改了扩展名的压缩包：请解开后导入里面的题目文件。',
  pdf: '这是 PDF 文件：请导入它的 Excel 或 Word 原稿，或把题目作为文字粘贴导入。',
  program: '这是程序文件，不是题目文件。',
} as const;

export function refuseKind(kind: keyof typeof UNSUPPORTED): Flaw {
  return { code: 'file-unsupported', detail: UNSUPPORTED[kind] };
}

/** What the first bytes say, whatever the name: a zip to be opened, a refusal, or null for what may be a text. */
export function recogniseBytes(bytes: Uint8Array): 'zip' | Flaw | null {
  if (startsWith(bytes, 'PK\u0003\u0004') || startsWith(bytes, 'PK\u0005\u0006')) return 'zip';
  if (startsWith(bytes, '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1')) return refuseKind('xls');
  if (startsWith(bytes, '%PDF-')) return refuseKind('pdf');
  if (startsWith(bytes, 'MZ') && bytes.includes(0)) return refuseKind('program');
  if (startsWith(bytes, '\u007fELF')) return refuseKind('program');
  if (['Rar!\u001a', "7z\u00bc\u00af'\u001c", '\u001f\u008b'].some((magic) => startsWith(bytes, magic)))
    return refuseKind('zip');
  return null;
}

function startsWith(bytes: Uint8Array, signature: string): boolean {
  return [...signature].every((character, index) => bytes[index] === character.charCodeAt(0));
}

const FORMAT_OF_ENDING: Readonly<Record<string, TextFormat>> = {
  csv: 'csv',
  tsv: 'csv',
  gift: 'gift',
  xml: 'moodle-xml',
  json: 'interchange',
};

/** Which of the text formats it is: by what it begins with, then by its name, then by what stands in it. */
export function guessTextFormat(text: string, fileName: string | undefined): TextFormat {
  const head = text.slice(0, 4_000).trimStart();
  if (/^<(?:\?xml|!DOCTYPE|!--|quiz[\s>])/i.test(head)) return 'moodle-xml';
  if (/^[[{]\s*(?:["{[\]}]|$)/.test(head)) return 'interchange';
  const ending = /\.([a-z]{3,4})$/i.exec(fileName ?? '')?.[1]?.toLowerCase() ?? '';
  const named = Object.hasOwn(FORMAT_OF_ENDING, ending) ? FORMAT_OF_ENDING[ending] : undefined;
  if (named) return named;
  const [first = ''] = head.split('\n', 1);
  if (/题干|题目|试题/.test(first) && /答案|选项/.test(first) && /[,;\t]/.test(first)) return 'csv';
  if (/^\s*\d{1,4}\s*[.．、]/m.test(head) && /答案\s*[:：】\]]/.test(head)) return 'text';
  if (/^(?:\/\/|::|\$CATEGORY)/m.test(head) || /\{\s*(?:[=~#]|TRUE|FALSE|T\}|F\})/.test(head)) return 'gift';
  return 'text';
}
