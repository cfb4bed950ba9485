import { expect, it } from 'vitest';
import { storable } from './storable.js';

it('replaces what Postgres refuses, character by character, and leaves the rest alone', () => {
  const half = '𠮷'.slice(0, 1);
  const given = { text: `a${half}b\u0000`, list: [half, '𠮷', 1, null], known: true };
  expect(storable(given)).toEqual({ text: 'a\ufffdb\ufffd', list: ['\ufffd', '𠮷', 1, null], known: true });
  expect(storable(given).text).toHaveLength(given.text.length);
});
