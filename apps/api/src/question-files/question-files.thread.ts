import { isRefusal, readArticleFile } from '#article-files';
import {
  lossesOf,
  type QuestionFileFormat,
  type QuestionFileHints,
  type QuestionFileReading,
  type QuestionSet,
  readQuestionFile,
  writeCsv,
  writeErrorWorkbook,
  writeGift,
  writeInterchange,
  writeMoodleXml,
  writeTemplate,
  writeText,
  writeXlsx,
} from '#question-files';
import { parentPort, workerData } from 'node:worker_threads';
import type { FileOrder, GivenFile } from './question-files.service.js';

const order: FileOrder = workerData;
parentPort?.postMessage(await follow(order), []);

async function follow(order: FileOrder) {
  switch (order.what) {
    case 'read':
      return read(order.file);
    case 'mark-errors': {
      const reading = await read(order.file);
      return { reading: { ...reading, rows: [] }, workbook: await writeErrorWorkbook(reading) };
    }
    case 'write':
      return { bytes: await write(order.format, order.set), losses: lossesOf(order.format, order.set) };
    case 'write-template':
      return writeTemplate();
  }
}

async function read({ bytes, name, format, isWord }: GivenFile): Promise<QuestionFileReading> {
  const hints: QuestionFileHints = { ...(name && { fileName: name }), ...(format && { format }) };
  if (!isWord) return readQuestionFile(bytes, hints);
  const article = await readArticleFile({ bytes, format: 'docx' });
  if (!isRefusal(article))
    return readQuestionFile(new TextEncoder().encode(article.text), { format: 'text' });
  const { code, detail } = article;
  const problem = { sheet: null, row: null, column: null, value: null, code, detail };
  return { format: null, rows: [], errors: [problem], warnings: [] };
}

async function write(format: QuestionFileFormat, set: QuestionSet): Promise<Uint8Array> {
  const written = await inFormat(format, set);
  return typeof written === 'string' ? new TextEncoder().encode(written) : written;
}

function inFormat(format: QuestionFileFormat, set: QuestionSet): string | Promise<Uint8Array> {
  switch (format) {
    case 'xlsx':
      return writeXlsx(set);
    case 'csv':
      return writeCsv(set);
    case 'text':
      return writeText(set);
    case 'gift':
      return writeGift(set);
    case 'moodle-xml':
      return writeMoodleXml(set);
    case 'interchange':
      return writeInterchange(set);
  }
}
