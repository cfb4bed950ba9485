import type { Flaw } from '../question-file.js';
import { Allowance, BeyondLimit, type RawSheet } from '../table/raw-sheet.js';
import { builtInCode, type NumberFormats } from './cell-text.js';
import { readSheet } from './read-sheet.js';
import { readSharedStrings } from './shared-strings.js';
import { BROKEN, refuseOtherZips, WorkbookZip } from './workbook-zip.js';

const MOST_SHEETS = 50;
const MOST_STYLES = 100_000;

/** The sheets of an Excel file, as many rows as may be read; a flaw when it is no workbook or not a sane one. */
export async function readWorkbook(bytes: Uint8Array): Promise<RawSheet[] | Flaw> {
  try {
    return await readSheets(await WorkbookZip.open(bytes));
  } catch (error) {
    // yauzl throws for what is no zip, leaves its folder by name or holds more than it declares; inflating, for damage.
    return error instanceof BeyondLimit ? error.flaw : BROKEN;
  }
}

async function readSheets(zip: WorkbookZip): Promise<RawSheet[] | Flaw> {
  const types: string[] = [];
  await zip.read('[Content_Types].xml', {
    open: ({ attribute }) => types.push(attribute('ContentType') ?? ''),
  });
  const other = refuseOtherZips(zip.names, types);
  if (other) return other;
  const roots = await targets(zip, '_rels/.rels', '');
  const main = roots.find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  const [, folder = '', file = ''] = /^(.*\/)?([^/]*)$/.exec(main) ?? [];
  const links = await targets(zip, `${folder}_rels/${file}.rels`, folder);
  const linked = (type: string, usual: string) =>
    links.find((link) => link.type === type)?.target ?? folder + usual;

  const { sheets, since1904 } = await listSheets(zip, main);
  if (sheets.length === 0 || sheets.length > MOST_SHEETS) return BROKEN;
  const allowance = new Allowance();
  const strings = await readSharedStrings(zip, linked('sharedStrings', 'sharedStrings.xml'));
  const codes = await readFormats(zip, linked('styles', 'styles.xml'));
  const read: RawSheet[] = [];
  for (const { name, id, hidden } of sheets) {
    const part = links.find((link) => link.id === id)?.target;
    if (part === undefined || !zip.has(part) || !/sheet/i.test(part)) continue;
    read.push(
      await readSheet(zip, part, { name, hidden, strings, formats: { codes, since1904 }, allowance }),
    );
  }
  return read.length > 0 ? read : BROKEN;
}

interface Link {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

async function targets(zip: WorkbookZip, part: string, folder: string): Promise<Link[]> {
  const links: Link[] = [];
  await zip.read(part, {
    open({ name, attribute }) {
      if (name !== 'Relationship' || attribute('TargetMode') === 'External') return;
      const target = attribute('Target') ?? '';
      links.push({
        id: attribute('Id') ?? '',
        type: (attribute('Type') ?? '').replace(/^.*\//, ''),
        target: target.startsWith('/') ? target.slice(1) : folder + target.replace(/^\.\//, ''),
      });
    },
  });
  return links;
}

async function listSheets(zip: WorkbookZip, main: string) {
  const sheets: { name: string; id: string; hidden: boolean }[] = [];
  let since1904 = false;
  const found = await zip.read(main, {
    open({ name, attribute }) {
      if (name === 'workbookPr') since1904 = /^(?:1|true)$/.test(attribute('date1904') ?? '');
      if (name !== 'sheet' || sheets.length > MOST_SHEETS) return;
      sheets.push({
        name: attribute('name') ?? '',
        id: attribute('id') ?? '',
        hidden: /hidden/i.test(attribute('state') ?? ''),
      });
    },
  });
  if (!found) throw new BeyondLimit(BROKEN);
  return { sheets, since1904 };
}

async function readFormats(zip: WorkbookZip, part: string): Promise<NumberFormats['codes']> {
  const custom = new Map<number, string>();
  const codes: string[] = [];
  let inCells = false;
  await zip.read(part, {
    open({ name, attribute }) {
      if (name === 'numFmt')
        custom.set(Number(attribute('numFmtId')), (attribute('formatCode') ?? '').slice(0, 255));
      if (name === 'cellXfs') inCells = true;
      if (name !== 'xf' || !inCells || codes.length > MOST_STYLES) return;
      const id = Number(attribute('numFmtId') ?? 0);
      codes.push(custom.get(id) ?? builtInCode(id));
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return codes;
}
