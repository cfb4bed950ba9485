import { promisify } from 'node:util';
import { constants, crc32, deflateRaw, type ZlibOptions } from 'node:zlib';

const compress = promisify<Buffer, ZlibOptions, Buffer>(deflateRaw);

/** A block that ends where a byte ends and is not the last: blocks of one entry simply follow each other. */
const A_BLOCK: ZlibOptions = { finishFlush: constants.Z_FULL_FLUSH, level: 4 };
const LAST_BLOCK = Buffer.from([0x03, 0x00]);
/** UTF-8 names; sizes behind the content. */
const FLAGS = 0x0808;
const DEFLATED = 8;
const VERSION = 20;
/** 1980-01-01, the first day a zip file knows. */
const FIRST_DAY = 0x21;

interface Entry {
  readonly name: Buffer;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly at: number;
}

/** A zip file as it grows: entries one after the other, compressed piece by piece outside of the event loop. */
export class ZipStream {
  private readonly entries: Entry[] = [];
  private at = 0;

  async *entry(path: string, texts: Iterable<string> | AsyncIterable<string>): AsyncGenerator<Buffer> {
    const name = Buffer.from(path);
    const { at } = this;
    yield this.count(
      head(0x04034b50, [VERSION, FLAGS, DEFLATED, 0, FIRST_DAY], [0, 0, 0], [name.length, 0], name),
    );
    let [crc, packed, size] = [0, 0, 0];
    for await (const text of texts) {
      const bytes = Buffer.from(text);
      if (bytes.length === 0) continue;
      crc = crc32(bytes, crc);
      size += bytes.length;
      const block = await compress(bytes, A_BLOCK);
      packed += block.length;
      yield this.count(block);
    }
    packed += LAST_BLOCK.length;
    yield this.count(Buffer.concat([LAST_BLOCK, head(0x08074b50, [], [crc, packed, size])]));
    this.entries.push({ name, crc, packed, size, at });
  }

  /** The directory; nothing follows it. */
  end(): Buffer {
    const directory = Buffer.concat(
      this.entries.map(({ name, crc, packed, size, at }) =>
        Buffer.concat([
          head(0x02014b50, [VERSION, VERSION, FLAGS, DEFLATED, 0, FIRST_DAY], [crc, packed, size]),
          head(null, [name.length, 0, 0, 0, 0], [0, at], [], name),
        ]),
      ),
    );
    const { length } = this.entries;
    return Buffer.concat([
      directory,
      head(0x06054b50, [0, 0, length, length], [directory.length, this.at], [0]),
    ]);
  }

  private count(bytes: Buffer): Buffer {
    this.at += bytes.length;
    return bytes;
  }
}

/** A signature, 16-bit numbers, 32-bit numbers, 16-bit numbers, and bytes, in the order of the format. */
function head(
  signature: number | null,
  shorts: readonly number[],
  longs: readonly number[],
  moreShorts: readonly number[] = [],
  rest: Buffer = Buffer.alloc(0),
): Buffer {
  const all = [
    ...(signature === null ? [] : [u32(signature)]),
    ...shorts.map(u16),
    ...longs.map(u32),
    ...moreShorts.map(u16),
    rest,
  ];
  return Buffer.concat(all);
}

function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
