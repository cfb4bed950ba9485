import type { Flaw } from './question-file.js';

const HAN = /[\u3400-\u9fff]/g;
const SIGNS = /[\u3000-\u303f\uff00-\uffef\u2010-\u203b]/g;

/** UTF-8 and UTF-16 by their marks, then UTF-8, then GB18030 (GBK) when it gives Chinese. */
export function decodeText(bytes: Uint8Array): string | Flaw {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return checked(decode(bytes, 'utf-16le'));
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return checked(decode(bytes, 'utf-16be'));
  if (bytes.includes(0)) return binary();
  const text = decode(bytes, 'utf-8');
  if (text !== null) return checked(text);
  const chinese = decode(bytes, 'gb18030');
  return checked(chinese !== null && isChinese(chinese) ? chinese : null);
}

function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Any bytes make some Han in GB18030; a text of people is mostly Han and its punctuation. */
function isChinese(text: string): boolean {
  const foreign = text.match(/[^\u0000-\u007f]/g)?.length ?? 0;
  const known = (text.match(HAN)?.length ?? 0) + (text.match(SIGNS)?.length ?? 0);
  return known > 0 && known >= foreign * 0.9;
}

function checked(text: string | null): string | Flaw {
  if (text === null) {
    return {
      code: 'file-encoding',
      detail: '认不出文件的文字编码：请用记事本打开后“另存为”，编码选 UTF-8，再导入。',
    };
  }
  const controls = text.match(/[\u0000-\u0008\u000e-\u001f]/g)?.length ?? 0;
  return text.includes('\u0000') || controls > Math.max(8, text.length / 100) ? binary() : text;
}

function binary(): Flaw {
  return {
    code: 'file-binary',
    detail: '这不是题目文件（可能是图片、压缩包或程序）：请导入 .xlsx、.csv、.txt、.gift、.xml 或 .json。',
  };
}
