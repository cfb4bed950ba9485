import { crc32 } from 'node:zlib';
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { isRefusal, refuse, type ArticleFileRefusal } from '../article-file-refusal.js';
import { decodeText } from '../decode-text.js';
import { refuseUnsupported } from '../recognise-file.js';
import { readXml } from './xml.js';

/** The parts of a Word file that carry its text, as XML. */
export interface DocxParts {
  readonly document: string;
  readonly styles: string;
  readonly numbering: string;
}

const MOST_ENTRIES = 2_000;
const MOST_INFLATED = 100 * 2 ** 20;
const LARGEST_DOCUMENT = 16 * 2 ** 20;
const LARGEST_PART = 4 * 2 ** 20;
/** Word's XML shrinks to a tenth or, with long tables, a fiftieth. */
const MOST_SHRUNK = 200;
const SMALL_PART = 2 ** 20;
const SYMLINK = 0xa000;

const damaged = (detail: string) => refuse('file-damaged', detail);
const bomb = () => refuse('file-too-large', '文件解开后过大，不像一篇文章；请把正文复制到新文档里再上传。');
const BROKEN = 'Word 文件已损坏，请用 Word 打开后重新保存再上传。';

/** Opens a zip as a Word file. Only the parts with text are inflated, each checked before, while and after. */
export async function openDocx(bytes: Uint8Array): Promise<DocxParts | ArticleFileRefusal> {
  try {
    const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
      lazyEntries: true,
      strictFileNames: true,
    });
    const entries = await listEntries(zip);
    return isRefusal(entries) ? entries : await readParts(zip, entries);
  } catch {
    // yauzl throws for what is no zip, leaves its folder by name or holds more than it declares.
    return damaged(BROKEN);
  }
}

async function listEntries(zip: ZipFile): Promise<Map<string, Entry> | ArticleFileRefusal> {
  if (zip.entryCount > MOST_ENTRIES) return bomb();
  const entries = new Map<string, Entry>();
  let inflated = 0;
  for await (const entry of zip.eachEntry()) {
    if (entry.isEncrypted()) {
      return refuse('file-encrypted', '压缩包加了密码，请去掉密码后再上传。');
    }
    if (entries.has(entry.fileName) || ((entry.externalFileAttributes >>> 16) & 0xf000) === SYMLINK) {
      return damaged(BROKEN);
    }
    inflated += entry.uncompressedSize;
    if (inflated > MOST_INFLATED) return bomb();
    entries.set(entry.fileName, entry);
  }
  return entries;
}

async function readParts(zip: ZipFile, entries: Map<string, Entry>): Promise<DocxParts | ArticleFileRefusal> {
  const part = async (name: string, largest = LARGEST_PART) => {
    const entry = entries.get(name);
    return entry ? inflate(zip, entry, largest) : '';
  };
  const types = await part('[Content_Types].xml');
  if (typeof types !== 'string') return types;
  const other = refuseOtherKinds([...entries.keys()], types);
  if (other) return other;

  const roots = await part('_rels/.rels');
  if (typeof roots !== 'string') return roots;
  const main = targetOf(roots, 'officeDocument', '') ?? 'word/document.xml';
  const document = await part(main, LARGEST_DOCUMENT);
  if (typeof document !== 'string') return document;
  if (!document) return damaged(BROKEN);

  const [, folder = '', file = ''] = /^(.*\/)?([^/]*)$/.exec(main) ?? [];
  const links = await part(`${folder}_rels/${file}.rels`);
  if (typeof links !== 'string') return links;
  const styles = await part(targetOf(links, 'styles', folder) ?? `${folder}styles.xml`);
  if (typeof styles !== 'string') return styles;
  const numbering = await part(targetOf(links, 'numbering', folder) ?? `${folder}numbering.xml`);
  if (typeof numbering !== 'string') return numbering;
  return { document, styles, numbering };
}

function refuseOtherKinds(names: readonly string[], contentTypes: string): ArticleFileRefusal | null {
  if (names.some((name) => /(?:^|\/)vbaProject\.bin$/i.test(name)) || /macroEnabled/i.test(contentTypes)) {
    return refuse(
      'file-unsupported',
      '这是带宏的 Office 文件（如 .docm），为安全起见不读；请另存为不带宏的 .docx 再上传。',
    );
  }
  const has = (name: string) => names.includes(name);
  if (has('xl/workbook.xml')) return refuseUnsupported('xls');
  if (has('ppt/presentation.xml')) return refuseUnsupported('ppt');
  if (has('META-INF/container.xml')) return refuseUnsupported('epub');
  if (has('mimetype') && has('content.xml')) return refuseUnsupported('odt');
  return contentTypes && names.some((name) => name.endsWith('.rels')) ? null : refuseUnsupported('zip');
}

async function inflate(zip: ZipFile, entry: Entry, largest: number): Promise<string | ArticleFileRefusal> {
  const { uncompressedSize, compressedSize } = entry;
  if (uncompressedSize > largest) return bomb();
  if (uncompressedSize > SMALL_PART && uncompressedSize > compressedSize * MOST_SHRUNK) return bomb();
  const chunks: Buffer[] = [];
  let size = 0;
  let sum = 0;
  // The stream itself ends with an error when more comes out than the zip declares.
  for await (const chunk of await zip.openReadStreamPromise(entry)) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > largest) return bomb();
    sum = crc32(bytes, sum);
    chunks.push(bytes);
  }
  if (sum !== entry.crc32) return damaged(BROKEN);
  const decoded = decodeText(Buffer.concat(chunks));
  return isRefusal(decoded) || decoded.change ? damaged(BROKEN) : decoded.text;
}

/** The part that a relationship of this type names, as a name inside the zip. */
function targetOf(relationships: string, type: string, folder: string): string | undefined {
  let target: string | undefined;
  readXml(relationships, {
    open(element) {
      if (element.name !== 'Relationship' || element.attribute('TargetMode') === 'External') return;
      if (element.attribute('Type')?.endsWith(`/${type}`)) target ??= element.attribute('Target');
    },
  });
  if (!target) return undefined;
  return target.startsWith('/') ? target.slice(1) : folder + target.replace(/^\.\//, '');
}
