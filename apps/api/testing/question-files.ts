import { readQuestionFile, type QuestionFileFormat, type QuestionSet } from '#question-files';
import request from 'supertest';
import { fileOf } from '../../../libs/question-files/testing/file-formats.js';
import type { TestApi } from './start-api.js';

export const EXTENSIONS: Readonly<Record<QuestionFileFormat, string>> = {
  xlsx: 'xlsx',
  csv: 'csv',
  text: 'txt',
  gift: 'gift',
  'moodle-xml': 'xml',
  interchange: 'json',
};

/** Sends a file of questions to a route that takes one. */
export function sendFile(
  { url }: TestApi,
  path: string,
  token: string,
  bytes: string | Uint8Array,
  query: Readonly<Record<string, string>> = {},
): request.Test {
  return request(url)
    .post(path)
    .query(query)
    .set('authorization', `Bearer ${token}`)
    .set('content-type', 'application/octet-stream')
    .serialize((body: unknown) => body as string)
    .send(Buffer.from(bytes));
}

/** Asks for a file and gives its bytes as the body. */
export function fetchFile({ url }: TestApi, path: string, token: string, query: object = {}): request.Test {
  return request(url)
    .get(path)
    .query(query)
    .set('authorization', `Bearer ${token}`)
    .buffer(true)
    .parse(bytesOf);
}

/** A reply's body as it came. */
export function bytesOf(reply: request.Response, done: (error: Error | null, body: Buffer) => void): void {
  const parts: Buffer[] = [];
  const stream = reply as unknown as NodeJS.ReadableStream;
  stream.on('data', (part: Buffer) => parts.push(part)).on('end', () => done(null, Buffer.concat(parts)));
}

export { fileOf, readQuestionFile, type QuestionSet };
