import { crc32, deflateRawSync } from 'node:zlib';

export interface WorkbookPart {
  readonly name: string;
  readonly content: string | Uint8Array;
  /** The size to declare instead of the real one. */
  readonly declaredSize?: number;
}

export interface SheetXml {
  readonly name: string;
  /** What stands in <sheetData>. */
  readonly rows: string;
  /** Behind the rows: merged cells and the like. */
  readonly behind?: string;
  readonly hidden?: boolean;
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const LINK = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** An Excel file by its parts, for what no library would write. */
export function workbookFile(
  sheets: readonly SheetXml[],
  more: {
    strings?: readonly string[];
    styles?: string;
    workbook?: string;
    extra?: readonly WorkbookPart[];
  } = {},
): Uint8Array {
  const links = sheets.map(
    (_, index) =>
      `<Relationship Id="rId${index + 1}" Type="${LINK}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
  );
  const listed = sheets.map(
    ({ name, hidden }, index) =>
      `<sheet name="${escaped(name)}" sheetId="${index + 1}" ${hidden ? 'state="hidden" ' : ''}r:id="rId${index + 1}"/>`,
  );
  return zipOf([
    {
      name: '[Content_Types].xml',
      content: `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
    },
    {
      name: '_rels/.rels',
      content: `${HEAD}<Relationships><Relationship Id="rId1" Type="${LINK}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `${HEAD}<Relationships>${links.join('')}</Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      content: `${HEAD}<workbook ${MAIN} xmlns:r="${LINK}">${more.workbook ?? ''}<sheets>${listed.join('')}</sheets></workbook>`,
    },
    ...(more.strings
      ? [
          {
            name: 'xl/sharedStrings.xml',
            content: `${HEAD}<sst ${MAIN}>${more.strings.map((text) => `<si>${text}</si>`).join('')}</sst>`,
          },
        ]
      : []),
    ...(more.styles
      ? [{ name: 'xl/styles.xml', content: `${HEAD}<styleSheet ${MAIN}>${more.styles}</styleSheet>` }]
      : []),
    ...sheets.map(({ rows, behind = '' }, index) => ({
      name: `xl/worksheets/sheet${index + 1}.xml`,
      content: `${HEAD}<worksheet ${MAIN}><dimension ref="A1:XFD1048576"/><sheetData>${rows}</sheetData>${behind}</worksheet>`,
    })),
    ...(more.extra ?? []),
  ]);
}

/** A row of texts from column A on. */
export function rowXml(row: number, cells: readonly string[]): string {
  const written = cells.map((text, column) =>
    text === '' ? '' : `<c r="${letters(column)}${row}" t="inlineStr"><is><t>${escaped(text)}</t></is></c>`,
  );
  return `<row r="${row}">${written.join('')}</row>`;
}

export function letters(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? letters(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

/** A zip as Office writes it: local headers, deflated contents, the directory. */
export function zipOf(parts: readonly WorkbookPart[]): Uint8Array {
  const body: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, declaredSize } of parts) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const fileName = Buffer.from(name);
    const header = Buffer.alloc(26);
    header.writeUInt16LE(20, 0);
    header.writeUInt16LE(0x800, 2);
    header.writeUInt16LE(8, 4);
    header.writeUInt32LE(crc32(bytes), 10);
    header.writeUInt32LE(packed.length, 14);
    header.writeUInt32LE(declaredSize ?? bytes.length, 18);
    header.writeUInt16LE(fileName.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\u0001\u0002\u0014\u0003', 'latin1'), header, place, fileName);
    const local = [Buffer.from('PK\u0003\u0004', 'latin1'), header, fileName, packed];
    body.push(...local);
    offset += local.reduce((length, part) => length + part.length, 0);
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 0, 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...body, listed, end]);
}
