import { describe, expect, it } from 'vitest';
import { findJson, readChatReply } from './read-reply.js';

describe('findJson', () => {
  const found: [string, string][] = [
    ['a bare object', '{"a":1}'],
    ['an object in a fence', '```json\n{"a":1}\n```'],
    ['an object in a fence without a language', '好的：\n```\n{"a":1}\n```\n完成'],
    ['an object behind thoughts', '<think>先想 {"a":2} 再说</think>\n{"a":1}'],
    ['an object behind thoughts and in a fence', '<think>嗯</think>```json\n{"a":1}\n```'],
    ['an object behind the end of thoughts whose begin was cut away', '想完了</think>{"a":1}'],
    ['an object between other words', '结果如下 {"a":1} 请查收。'],
    ['an object with a byte order mark’s distance of blanks', '\n\n  {"a":1}  \n'],
  ];
  it.each(found)('finds %s', (_, content) => {
    expect(findJson(content)).toEqual({ ok: true, value: { a: 1 } });
  });

  it('keeps a fence and thoughts that stand inside a text of the object', () => {
    const value = { a: '```json\n<think>x</think>\n```' };
    expect(findJson(JSON.stringify(value))).toEqual({ ok: true, value });
  });

  const broken: [string, string, string][] = [
    ['no JSON', '抱歉，我不能。', 'reply-not-json'],
    ['JSON that ends too early', '{"facts":[{"quote":"…', 'reply-not-json'],
    ['a trailing comma: nothing is repaired', '{"a":1,}', 'reply-not-json'],
    ['thoughts without an end', '<think>还在想', 'reply-not-json'],
    ['a list', '[{"a":1}]', 'reply-wrong-shape'],
    ['a number', '42', 'reply-wrong-shape'],
    ['null', 'null', 'reply-wrong-shape'],
  ];
  it.each(broken)('says that %s is no object', (_, content, code) => {
    expect(findJson(content)).toMatchObject({ ok: false, failure: { code } });
  });

  it.each([
    ['a million braces', '{'.repeat(500_000) + '}'.repeat(500_000)],
    ['fences without end', '```\n'.repeat(250_000)],
  ])('comes to an end on %s', (_, content) => {
    expect(findJson(content)).toMatchObject({ ok: false });
  });
});

describe('readChatReply', () => {
  const reply = (message: unknown, more: object = {}) => JSON.stringify({ choices: [{ message, ...more }] });
  const cases: [string, string, string | null][] = [
    ['text', reply({ content: '{}' }), null],
    ['text in parts', reply({ content: [{ type: 'text', text: '{}' }] }), null],
    ['no text', reply({ content: null }), 'reply-empty'],
    ['blank text', reply({ content: ' \n' }), 'reply-empty'],
    ['text of the wrong type', reply({ content: 7 }), 'reply-malformed'],
    ['text that was cut', reply({ content: '{"a"' }, { finish_reason: 'length' }), 'reply-truncated'],
    ['text that was censored', reply({ content: '' }, { finish_reason: 'content_filter' }), 'reply-filtered'],
    ['a refusal', reply({ content: null, refusal: 'no' }), 'reply-filtered'],
    ['no choices', '{"choices":[]}', 'reply-malformed'],
    ['choices of the wrong type', '{"choices":{"0":{}}}', 'reply-malformed'],
    ['HTML', '<html></html>', 'reply-malformed'],
    ['nothing', '', 'reply-malformed'],
  ];
  it.each(cases)('reads %s', (_, body, code) => {
    const { content } = readChatReply(body);
    expect(content.ok ? null : content.failure.code).toBe(code);
  });

  it.each([
    ['negative', { prompt_tokens: -1, completion_tokens: 2 }],
    ['endless', { prompt_tokens: 1e300, completion_tokens: 2 }],
    ['missing', { prompt_tokens: 1 }],
    ['spelled out', { prompt_tokens: '1', completion_tokens: '2' }],
  ])('does not believe a usage that is %s', (_, usage) => {
    expect(readChatReply(JSON.stringify({ choices: [], usage })).usage).toBeNull();
  });
});
