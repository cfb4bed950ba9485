import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { paragraph, wordFile } from '../../../libs/article-files/testing/word-file.js';
import { buildOnce } from '../testing/built-process.js';
import { type College, makeCollege, signInInstructor } from '../testing/college.js';
import { startApi, type TestApi } from '../testing/start-api.js';

let api: TestApi;
let college: College;
let teacher: string;

beforeAll(async () => {
  // Files are read in a thread, and a thread runs what was built.
  buildOnce();
  api = await startApi();
  college = await makeCollege(api);
  teacher = await signInInstructor(api, college);
});

afterAll(() => api.stop());

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

function send(path: string, bytes: string | Uint8Array, query: Record<string, string>, type?: string) {
  const asked = request(api.url)
    .post(`/v1/staff/articles${path}`)
    .query(query)
    .set('authorization', `Bearer ${teacher}`)
    .set('content-type', type ?? 'application/octet-stream');
  return asked.serialize((body: unknown) => body as string).send(Buffer.from(bytes));
}

const upload = (bytes: string | Uint8Array, name?: string, type?: string) =>
  send('/files', bytes, { courseId: college.courseId, title: '讲义', ...(name && { name }) }, type);

const read = (id: string) => api.call('get', `/v1/staff/articles/${id}`, teacher).expect(200);

describe('an article given as a file', () => {
  it.each([
    ['Markdown by its name', '# 学院\n\n学院有**120**名学员。', '简介.md', undefined, 'markdown'],
    [
      'Markdown by its type',
      '学院有**120**名学员。\n\n# 学院',
      undefined,
      'text/markdown; charset=utf-8',
      'markdown',
    ],
    [
      'a page',
      '<!doctype html><title>x</title><p>学院有<b>120</b>名学员。</p>',
      '简介.html',
      'text/html',
      'html',
    ],
    ['Word', wordFile({ body: paragraph('学院有120名学员。') }), '简介.docx', WORD, 'docx'],
    ['plain text', '学院有120名学员。\r\n', '简介.txt', 'text/plain', 'text'],
  ])('is read as what it is: %s', async (_what, bytes, name, type, format) => {
    const { body } = await upload(bytes, name, type).expect(201);
    expect(body).toMatchObject({ title: '讲义', version: 1, format, fileName: name ?? null });
    const article = await read(body.id);
    expect(article.body.text).toContain('学院有120名学员。');
    expect(article.body.characters).toBe(article.body.text.length);
    expect(article.body).toMatchObject({ format, cleanText: expect.stringContaining('学院有120名学员。') });
    expect(article.body.source).toContain('120');
  });

  it('tells what reading it left out, and where that stood in the source', async () => {
    const source = '<p>学院有120名学员。</p><img src="x.png" alt="校门"><p>另有12个实训室。</p>';
    const { body } = await upload(source, '简介.html').expect(201);
    const article = await read(body.id);
    const [note] = article.body.readingNotes;
    expect(note.detail).toMatch(/图/);
    const [{ start, end }] = note.places;
    expect(source.slice(start, end)).toContain('<img');
    expect(article.body.source).toBe(source);
  });

  it.each([
    ['file-empty', 400, '', '空.txt'],
    ['file-empty', 400, '<p> </p>', '空.html'],
    ['file-damaged', 400, 'not a zip', '坏.docx'],
    ['file-binary', 415, '\u0000\u0001\u0002\u0003', '图.png'],
    ['file-unsupported', 415, '%PDF-1.7 x', '讲义.pdf'],
    ['file-encoding', 415, Buffer.from([0xa4, 0xa4, 0xa4, 0xe5, 0xb0, 0xea, 0xbb, 0x79, 0xff]), '大五码.txt'],
    ['article-too-long', 413, '长'.repeat(200_001), '长.txt'],
  ])('is refused with %s (%i)', async (code, status, bytes, name) => {
    const reply = await upload(bytes, name).expect(status);
    expect(reply.body).toMatchObject({ code, detail: expect.stringMatching(/。$/) });
    expect(reply.body.detail).toMatch(/[\u4e00-\u9fff]/);
  });

  it('is refused when it is encrypted', async () => {
    const envelope = Buffer.concat([
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      Buffer.from('EncryptedPackage', 'utf16le'),
    ]);
    expect((await upload(envelope, '密.docx').expect(400)).body.code).toBe('file-encrypted');
  });

  it('is refused beyond five megabytes, announced or not, and taken up to there', async () => {
    const most = 5 * 2 ** 20;
    const announced = await upload(Buffer.alloc(most + 1, 'a'), '大.txt').expect(413);
    expect(announced.body.code).toBe('file-too-large');
    const reply = await fetch(
      `${api.url}/v1/staff/articles/files?courseId=${college.courseId}&title=x&name=a.txt`,
      {
        method: 'POST',
        headers: { authorization: `Bearer ${teacher}`, 'content-type': 'application/octet-stream' },
        body: new Blob([Buffer.alloc(most + 1, 'a')]).stream(),
        duplex: 'half',
      } as RequestInit,
    );
    expect(reply.status).toBe(413);
    expect(await reply.json()).toMatchObject({ code: 'file-too-large' });
    const page = `<p>学院有120名学员。</p><!--${'x'.repeat(most - 60)}-->`;
    await upload(page, '大.html').expect(201);
  });

  it('is refused inside a form or as JSON, and by strangers', async () => {
    for (const type of [
      'multipart/form-data; boundary=x',
      'application/json',
      'application/x-www-form-urlencoded',
    ]) {
      const { body } = await upload('{"text":"学院"}', 'a.txt', type).expect(415);
      expect(body).toMatchObject({
        code: 'unsupported-media-type',
        detail: expect.stringContaining('请求体'),
      });
    }
    await request(api.url)
      .post(`/v1/staff/articles/files?courseId=${college.courseId}&title=x`)
      .set('content-type', 'application/octet-stream')
      .send(Buffer.from('学院'))
      .expect(401);
  });

  it('is refused without a course, a title or with a name that cannot be', async () => {
    const query = { courseId: college.courseId, title: '讲义' };
    const bad: [Record<string, string>, string][] = [
      [{ title: '讲义' }, '?courseId'],
      [{ courseId: college.courseId }, '?title'],
      [{ ...query, name: 'x'.repeat(201) }, '?name'],
      [{ ...query, format: 'pdf' }, '?format'],
    ];
    for (const [given, pointer] of bad) {
      const { body } = await send('/files', '学院', given).expect(400);
      expect(body.errors).toMatchObject([{ pointer }]);
    }
  });
});

describe('an article pasted as text', () => {
  const paste = (text: string) =>
    api.call('post', '/v1/staff/articles', teacher, { courseId: college.courseId, title: '文章', text });

  it('is read as Markdown when it plainly is', async () => {
    const text = '# 学院\n\n- 学院有**120**名学员。\n- 另有12个实训室。';
    const { body } = await paste(text).expect(201);
    expect(body.format).toBe('markdown');
    const article = await read(body.id);
    expect(article.body.text).toContain('学院有120名学员。');
    expect(article.body.source).toBe(text);
  });

  it('is kept as it is when it is plain, and read in a thread when it is long', async () => {
    const plain = '学院有120名学员。\n\n另有 12 个实训室。';
    const short = await read((await paste(plain).expect(201)).body.id);
    expect(short.body).toMatchObject({ format: 'text', text: plain, source: plain, readingNotes: [] });
    const page = `<div>${'<p>学院有<b>120</b>名学员。</p>\n'.repeat(2_000)}</div>`;
    const long = await read((await paste(page).expect(201)).body.id);
    expect(long.body.format).toBe('html');
    expect(long.body.text.split('\n')).toHaveLength(2_000);
  });

  it('shows before anything is written how it will be cleaned, and where in the source that was', async () => {
    const line = '学院有１２０名学员,另有１２个实训室。';
    for (const text of [`${line}\n\n- 3 -`, `${line}\n`.repeat(2_000)]) {
      const { body } = await read((await paste(text).expect(201)).body.id);
      expect(body.cleanText.split('\n')[0]).toBe('学院有120名学员，另有12个实训室。');
      const widths = body.repairs.find(({ code }: { code: string }) => code === 'spelling');
      expect(widths.detail).toMatch(/^统一了 \d+ 处/);
      const [{ start, end }] = widths.places;
      expect(body.source.slice(start, end)).toBe('１');
    }
    const page = `<h1>学院</h1><p>${line}</p><p>- 3 -</p>`;
    const { body } = await read((await paste(page).expect(201)).body.id);
    const number = body.repairs.find(({ code }: { code: string }) => code === 'page-number');
    expect(
      number.places.map((place: { start: number; end: number }) => page.slice(place.start, place.end)),
    ).toEqual(['- 3 -']);
  });

  it('keeps a rare character that a note cuts in half', async () => {
    const page = `<p>学院有120名学员。</p><nav><p>${'a'.repeat(23)}${'𠮷'.repeat(20)}</p></nav>`;
    const { body } = await paste(page).expect(201);
    expect((await read(body.id)).body.source).toBe(page);
  });
});
