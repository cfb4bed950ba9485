import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffText } from './diff-text.js';

const marked = (before: string, after: string) =>
  diffText(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'removed' ? `[-${text}]` : `[+${text}]`))
    .join('');

describe('diffText', () => {
  it.each([
    ['学院在青岛', '学院在青岛', '学院在青岛'],
    ['学院在济南成立', '学院在青岛成立', '学院在[-济南][+青岛]成立'],
    ['共有120人', '共有1250人', '共有[-120][+1250]人'],
    ['误差3.14', '误差3.15', '误差[-3.14][+3.15]'],
    ['', '新的', '[+新的]'],
    ['旧的', '', '[-旧的]'],
    ['甲乙丙', '乙丙丁', '[-甲]乙丙[+丁]'],
    ['用IoT平台', '用5G平台', '用[-IoT][+5G]平台'],
    ['', '', ''],
  ])('%s → %s', (before, after, parts) => expect(marked(before, after)).toBe(parts));

  it('gives both texts back, without two parts of a kind side by side', () => {
    const text = fc.stringMatching(/^[甲乙丙1a. ]{0,12}$/);
    fc.assert(
      fc.property(text, text, (before, after) => {
        const parts = diffText(before, after);
        const without = (kind: string) =>
          parts
            .filter((part) => part.kind !== kind)
            .map((part) => part.text)
            .join('');
        expect([without('added'), without('removed')]).toEqual([before, after]);
        expect(parts.every(({ kind }, index) => kind !== parts[index + 1]?.kind)).toBe(true);
      }),
    );
  });

  it('replaces very long texts as a whole', () => {
    const [before, after] = ['甲'.repeat(3000), '乙'.repeat(3000)];
    expect(diffText(before, after).map(({ kind }) => kind)).toEqual(['removed', 'added']);
  });
});
