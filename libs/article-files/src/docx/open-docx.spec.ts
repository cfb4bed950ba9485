import { describe, expect, it } from 'vitest';
import { refused } from '../../testing/read-file.js';
import { paragraph, wordEntries, wordFile, type WordFile } from '../../testing/word-file.js';
import { zipFile } from '../../testing/zip-file.js';

describe('refusing a hostile Word file', () => {
  const body = paragraph('青岛');
  const withEntry = (more: WordFile['more']) => wordFile({ body, more });

  it.each([
    ['with macros', withEntry([{ name: 'word/vbaProject.bin', content: 'x' }]), 'file-unsupported'],
    [
      'called a macro document inside',
      wordFile({ body, contentTypes: 'document.macroEnabled.main' }),
      'file-unsupported',
    ],
    [
      'with a name that leaves the folder',
      withEntry([{ name: '../../etc/passwd', content: 'x' }]),
      'file-damaged',
    ],
    ['with an absolute name', withEntry([{ name: '/etc/passwd', content: 'x' }]), 'file-damaged'],
    ['with a name written backwards', withEntry([{ name: '..\\a', content: 'x' }]), 'file-damaged'],
    [
      'with a symbolic link',
      withEntry([{ name: 'word/media/a', content: '/etc/passwd', attributes: 0xa1ff0000 }]),
      'file-damaged',
    ],
    [
      'with the document twice',
      withEntry([{ name: 'word/document.xml', content: '<w:document/>' }]),
      'file-damaged',
    ],
    [
      'with an encrypted part',
      withEntry([{ name: 'word/media/a.png', content: 'x', flags: 0x801 }]),
      'file-encrypted',
    ],
    [
      'with 100,000 entries',
      withEntry(Array.from({ length: 60_000 }, (_, n) => ({ name: `a${n}`, content: '' }))),
      'file-too-large',
    ],
    [
      'whose pictures claim 1 GB',
      withEntry([{ name: 'word/media/a.bmp', content: 'x', declaredSize: 2 ** 30 }]),
      'file-too-large',
    ],
    ['with a part of 40 MB', wordFile({ body, styles: ' '.repeat(40 * 2 ** 20) }), 'file-too-large'],
    [
      'with a part that shrinks a thousand times',
      wordFile({ body: paragraph(' '.repeat(4 * 2 ** 20)) }),
      'file-too-large',
    ],
    ['with a document that is not XML', zipFile(wordEntries({ body: '<w:p>' })), 'file-damaged'],
    [
      'with an empty document',
      zipFile(
        wordEntries({ body }).map((entry) =>
          entry.name === 'word/document.xml' ? { ...entry, content: '' } : entry,
        ),
      ),
      'file-damaged',
    ],
  ])('refuses one %s', async (_, content, code) => {
    expect((await refused({ bytes: content })).code).toBe(code);
  });

  it('refuses a part that holds more than it declares', async () => {
    const entries = wordEntries({ body: paragraph(' '.repeat(2 ** 22)) });
    const lying = entries.map((entry) =>
      entry.name === 'word/document.xml' ? { ...entry, declaredSize: 5000 } : entry,
    );
    expect((await refused({ bytes: zipFile(lying) })).code).toBe('file-damaged');
  });

  it('refuses a part whose checksum is wrong', async () => {
    const entries = wordEntries({ body }).map((entry) => ({ ...entry, crc: 1 }));
    expect((await refused({ bytes: zipFile(entries) })).code).toBe('file-damaged');
  });

  it.each([
    [
      'entities that multiply',
      `<!DOCTYPE a [<!ENTITY a "${'青'.repeat(100)}"><!ENTITY b "&a;&a;&a;&a;">]>`,
      '&b;',
    ],
    ['an external entity', '<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]>', '&a;'],
    ['an unknown entity', '', '&a;'],
  ])('refuses %s', async (_, doctype, entity) => {
    const entries = wordEntries({ body: `<w:p><w:r><w:t>${entity}</w:t></w:r></w:p>` }).map((entry) => ({
      ...entry,
      content: String(entry.content).replace('<w:document', `${doctype}<w:document`),
    }));
    expect((await refused({ bytes: zipFile(entries) })).code).toBe('file-damaged');
  });
});
