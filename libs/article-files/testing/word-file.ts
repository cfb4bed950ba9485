import { zipFile, type ZipEntry } from './zip-file.js';

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

export interface WordFile {
  /** What stands in `<w:body>`. */
  readonly body: string;
  readonly styles?: string;
  readonly numbering?: string;
  readonly contentTypes?: string;
  readonly more?: readonly ZipEntry[];
}

/** The least that Word opens as a .docx. */
export function wordEntries({
  body,
  styles,
  numbering,
  contentTypes = 'document.main',
  more = [],
}: WordFile): ZipEntry[] {
  const part = (name: string, content: string) =>
    `<?xml version="1.0" encoding="UTF-8"?><w:${name} xmlns:w="${WORD}" xmlns:r="${OFFICE}" ` +
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" ' +
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ' +
    `xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math">${content}</w:${name}>`;
  return [
    {
      name: '[Content_Types].xml',
      content: `<Types xmlns="${PACKAGE}/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.ms-word.${contentTypes}+xml"/></Types>`,
    },
    {
      name: '_rels/.rels',
      content: `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    },
    { name: 'word/document.xml', content: part('document', `<w:body>${body}</w:body>`) },
    ...(styles ? [{ name: 'word/styles.xml', content: part('styles', styles) }] : []),
    ...(numbering ? [{ name: 'word/numbering.xml', content: part('numbering', numbering) }] : []),
    ...more,
  ];
}

export function wordFile(file: WordFile): Uint8Array {
  return zipFile(wordEntries(file));
}

/** A paragraph of one run. */
export function paragraph(text: string, settings = '', runSettings = ''): string {
  return `<w:p>${settings && `<w:pPr>${settings}</w:pPr>`}${run(text, runSettings)}</w:p>`;
}

export function run(text: string, settings = ''): string {
  return `<w:r>${settings && `<w:rPr>${settings}</w:rPr>`}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
}

export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
