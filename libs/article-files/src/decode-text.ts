import { refuse, type ArticleFileRefusal } from './article-file-refusal.js';

export interface DecodedText {
  readonly text: string;
  readonly change: 'encoding-gb18030' | 'encoding-broken' | null;
}

const HAN = /[\u3400-\u9fff\uf900-\ufaff]/g;
/** One byte in fifty of a UTF-8 text may be broken before another encoding is thought of. */
const MOST_BROKEN = 0.02;
const MOST_CONTROLS = 0.01;

/** UTF-8 and UTF-16 by their marks, then UTF-8, then GB18030 when it gives Chinese. */
export function decodeText(bytes: Uint8Array): DecodedText | ArticleFileRefusal {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return utf16(bytes, 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return utf16(bytes, 'utf-16be');
  if (bytes.includes(0)) return binary();
  const utf8 = decode(bytes, 'utf-8');
  if (utf8 !== null) return checked(utf8, null);
  const gb18030 = decode(bytes, 'gb18030');
  const lenient = new TextDecoder('utf-8').decode(bytes);
  const foreign = lenient.match(/[^\u0000-\u007f]/g)?.length ?? 0;
  const broken = lenient.match(/\ufffd/g)?.length ?? 0;
  if (broken <= Math.max(1, foreign * MOST_BROKEN) && foreign > broken)
    return checked(lenient, 'encoding-broken');
  if (gb18030 !== null && isChinese(gb18030, bytes)) return checked(gb18030, 'encoding-gb18030');
  return refuse('file-encoding', '认不出文件的文字编码，请用记事本打开后“另存为”，编码选 UTF-8，再上传。');
}

function utf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): DecodedText | ArticleFileRefusal {
  const text = decode(bytes, encoding);
  if (text !== null) return checked(text, null);
  return checked(new TextDecoder(encoding).decode(bytes), 'encoding-broken');
}

function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function checked(text: string, change: DecodedText['change']): DecodedText | ArticleFileRefusal {
  const controls = text.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/g)?.length ?? 0;
  return text.includes('\u0000') || controls > Math.max(8, text.length * MOST_CONTROLS)
    ? binary()
    : { text, change };
}

function binary(): ArticleFileRefusal {
  return refuse(
    'file-binary',
    '这不是文本文件（可能是图片、压缩包或程序），请上传 .docx、.html、.md 或 .txt。',
  );
}

/**
 * Any bytes make some Han characters in GB18030. Text that people write is mostly Han, and mostly of the 3,755 frequent ones
 * that stand first in the table (lead byte B0–D7); Big5 or broken UTF-8 read this way is spread over all of it.
 */
function isChinese(text: string, bytes: Uint8Array): boolean {
  const foreign = text.match(/[^\u0000-\u007f]/g)?.length ?? 0;
  const han = text.match(HAN)?.length ?? 0;
  return han > 0 && han >= foreign * 0.6 && countFrequent(bytes) >= han * 0.7;
}

function countFrequent(bytes: Uint8Array): number {
  let frequent = 0;
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x81) continue;
    const trail = bytes[++at] ?? 0;
    if (trail >= 0x30 && trail <= 0x39) at += 2;
    else if (lead >= 0xb0 && lead <= 0xd7 && trail >= 0xa1) frequent += 1;
  }
  return frequent;
}
