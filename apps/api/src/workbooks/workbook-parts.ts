export type Cell = string | number | null;

export interface Column {
  readonly header: string;
  /** In characters. */
  readonly width: number;
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SHEETS = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** As many characters as a cell takes. */
const MOST_CHARACTERS = 32_767;
// What XML cannot hold, even escaped, and halves of characters.
const STRANGE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
};

/** The head of a sheet: its first row frozen. */
export function sheetStart(columns: readonly Column[]): string {
  const cols = columns.map(
    ({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  return (
    `${XML}<worksheet xmlns="${SHEETS}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" ` +
    `activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${cols.join('')}</cols><sheetData>` +
    rowXml(
      1,
      columns.map(({ header }) => header),
      2,
    )
  );
}

export const SHEET_END = '</sheetData></worksheet>';

/** Texts are text cells, also one that looks like a formula, and stay so when somebody edits them. */
export function rowXml(number: number, cells: readonly Cell[], style = 1): string {
  const xml = cells.map((cell, index) => {
    if (cell === null || cell === '') return '';
    const at = `r="${letterOf(index)}${number}"`;
    if (typeof cell === 'number') return `<c ${at}><v>${cell}</v></c>`;
    return `<c ${at} s="${style}" t="inlineStr"><is><t xml:space="preserve">${textXml(cell)}</t></is></c>`;
  });
  return `<row r="${number}">${xml.join('')}</row>`;
}

/** What binds the sheets together: path and content of each part. */
export function workbookParts(names: readonly string[]): [string, string][] {
  const numbers = names.map((name, index) => ({ name, number: index + 1 }));
  const each = (part: (sheet: { name: string; number: number }) => string) => numbers.map(part).join('');
  const styles = names.length + 1;
  return [
    [
      'xl/workbook.xml',
      `${XML}<workbook xmlns="${SHEETS}" xmlns:r="${OFFICE}"><sheets>` +
        `${each(({ name, number }) => `<sheet name="${textXml(name)}" sheetId="${number}" r:id="rId${number}"/>`)}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${XML}<Relationships xmlns="${PACKAGE}/relationships">` +
        `${each(({ number }) => relation(number, 'worksheet', sheetFile(number)))}${relation(styles, 'styles', 'styles.xml')}</Relationships>`,
    ],
    [
      'xl/styles.xml',
      `${XML}<styleSheet xmlns="${SHEETS}"><fonts count="2"><font/><font><b/></font></fonts>` +
        '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
        '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/>' +
        '<xf numFmtId="49" applyNumberFormat="1"/><xf numFmtId="49" applyNumberFormat="1" fontId="1" applyFont="1"/>' +
        '</cellXfs></styleSheet>',
    ],
    ['_rels/.rels', `${XML}<Relationships xmlns="${PACKAGE}/relationships">${relation(1, 'officeDocument', 'xl/workbook.xml')}</Relationships>`], // prettier-ignore
    [
      '[Content_Types].xml',
      `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>` +
        `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
        `<Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/>` +
        `<Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/>` +
        `${each(({ number }) => `<Override PartName="/xl/${sheetFile(number)}" ContentType="${TYPES}.worksheet+xml"/>`)}</Types>`,
    ],
  ];
}

export function sheetFile(number: number): string {
  return `worksheets/sheet${number}.xml`;
}

function relation(id: number, type: string, target: string): string {
  return `<Relationship Id="rId${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
}

/** A to Z; nobody has more columns here. */
function letterOf(index: number): string {
  if (index > 25) throw new RangeError(`column ${index}`);
  return String.fromCharCode(65 + index);
}

/** Excel reads _x0041_ as A wherever it stands, so such a text is written with its first sign spelled out. */
function textXml(text: string): string {
  return text
    .slice(0, MOST_CHARACTERS)
    .replace(STRANGE, '')
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[&<>"\r]/g, (sign) => ESCAPES[sign] ?? sign);
}
