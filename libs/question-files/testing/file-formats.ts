import {
  readQuestionFile,
  writeCsv,
  writeGift,
  writeInterchange,
  writeMoodleXml,
  writeText,
  writeXlsx,
  type QuestionFileFormat,
  type QuestionFileReading,
  type QuestionSet,
} from '../src/index.js';

/** Every format with its writer. */
const WRITERS: Readonly<Record<QuestionFileFormat, (set: QuestionSet) => string | Promise<Uint8Array>>> = {
  xlsx: writeXlsx,
  csv: writeCsv,
  text: writeText,
  gift: writeGift,
  'moodle-xml': writeMoodleXml,
  interchange: writeInterchange,
};

export async function fileOf(format: QuestionFileFormat, set: QuestionSet): Promise<Uint8Array> {
  return bytesOf(await WRITERS[format](set));
}

/** The questions of a set after a way through a file, which is recognised by itself. */
export async function thereAndBack(
  format: QuestionFileFormat,
  set: QuestionSet,
): Promise<QuestionFileReading> {
  return readQuestionFile(await fileOf(format, set), {
    fileName: `题目.${format === 'moodle-xml' ? 'xml' : format}`,
  });
}

export function bytesOf(file: string | Uint8Array): Uint8Array {
  return typeof file === 'string' ? new TextEncoder().encode(file) : file;
}
