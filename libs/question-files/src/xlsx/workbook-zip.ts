import { crc32 } from 'node:zlib';
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import type { Flaw } from '../question-file.js';
import { refuseKind } from '../recognise-file.js';
import { BeyondLimit } from '../table/raw-sheet.js';
import { readXml, type XmlVisitor } from '../xml.js';

const MOST_ENTRIES = 2_000;
const MOST_INFLATED = 50 * 2 ** 20;
const SYMLINK = 0xa000;
/** XML shrinks to a tenth, or to a hundredth when it repeats itself. */
const MOST_SHRUNK = 400;
const SMALL_PART = 2 ** 20;

export const BROKEN: Flaw = {
  code: 'file-damaged',
  detail: 'Excel 文件已损坏，请用 Excel 或 WPS 打开后重新保存再导入。',
};

/** The parts of a zip, inflated only when asked for and together never beyond 50 MB, whatever the zip declares. */
export class WorkbookZip {
  private inflated = 0;

  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  /** Throws BeyondLimit for what is no workbook or no safe one, anything else when the zip is damaged. */
  static async open(bytes: Uint8Array): Promise<WorkbookZip> {
    const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
      lazyEntries: true,
      strictFileNames: true,
    });
    return new WorkbookZip(zip, await listEntries(zip));
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  get names(): string[] {
    return [...this.entries.keys()];
  }

  /** Reads a part as XML from first to last character, or until the visitor has enough; false when there is no such part. */
  async read(name: string, visitor: XmlVisitor): Promise<boolean> {
    const entry = this.entries.get(name);
    if (!entry) return false;
    const outcome = await readXml(this.chunks(entry), visitor);
    if (outcome === 'doctype')
      throw new BeyondLimit({
        code: 'file-unsafe',
        detail: '文件里有外部实体声明，Excel 不会这样保存：请用 Excel 或 WPS 打开后重新保存再导入。',
      });
    if (outcome === 'broken') throw new BeyondLimit(BROKEN);
    return true;
  }

  private async *chunks(entry: Entry): AsyncGenerator<Uint8Array> {
    const { uncompressedSize, compressedSize } = entry;
    if (uncompressedSize > SMALL_PART && uncompressedSize > compressedSize * MOST_SHRUNK)
      throw new BeyondLimit(bomb());
    let sum = 0;
    // The stream itself ends with an error when more comes out than the zip declares.
    for await (const chunk of await this.zip.openReadStreamPromise(entry)) {
      const bytes = Buffer.from(chunk);
      this.inflated += bytes.length;
      if (this.inflated > MOST_INFLATED) throw new BeyondLimit(bomb());
      sum = crc32(bytes, sum);
      yield bytes;
    }
    if (sum !== entry.crc32) throw new BeyondLimit(BROKEN);
  }
}

function bomb(): Flaw {
  return {
    code: 'file-too-large',
    detail: `文件解开后超过 ${MOST_INFLATED / 2 ** 20} MB，不像题目表：请把题目复制到新的表格里再导入。`,
  };
}

async function listEntries(zip: ZipFile): Promise<Map<string, Entry>> {
  if (zip.entryCount > MOST_ENTRIES) throw new BeyondLimit(bomb());
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) {
    if (entry.isEncrypted())
      throw new BeyondLimit({ code: 'file-encrypted', detail: '文件加了密码，请去掉密码后再导入。' });
    if (entries.has(entry.fileName) || ((entry.externalFileAttributes >>> 16) & 0xf000) === SYMLINK)
      throw new BeyondLimit(BROKEN);
    entries.set(entry.fileName, entry);
    if (entries.size > MOST_ENTRIES) throw new BeyondLimit(bomb());
  }
  return entries;
}

/** Says what a zip is that is no workbook without macros; null when it looks like one. */
export function refuseOtherZips(names: readonly string[], contentTypes: readonly string[]): Flaw | null {
  const has = (name: string) => names.includes(name);
  const told = (pattern: RegExp) => contentTypes.some((type) => pattern.test(type));
  if (names.some((name) => /(?:^|\/)vbaProject\.bin$/i.test(name)) || told(/macroEnabled/i))
    return refuseKind('macros');
  if (told(/sheet\.binary/i) || has('xl/workbook.bin')) return refuseKind('binary');
  if (names.some((name) => name.startsWith('word/'))) return refuseKind('docx');
  return contentTypes.length > 0 && names.some((name) => name.endsWith('.rels')) ? null : refuseKind('zip');
}
