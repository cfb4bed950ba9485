import { describe, expect, it } from 'vitest';
import { completeSettings, type ModelSettings } from './settings.js';
import { createWritingModel } from './writing-model.js';

const KEY = 'sk-very-secret-0123456789';

describe('completeSettings', () => {
  const presets: [string, ModelSettings, Record<string, unknown>][] = [
    [
      'OpenAI by name',
      { preset: 'openai', model: 'gpt-4o-mini' },
      {
        address: 'https://api.openai.com/v1/chat/completions',
        jsonMode: 'schema',
        tokenLimitField: 'max_completion_tokens',
        temperature: null,
      },
    ],
    [
      'OpenAI by host',
      { baseUrl: 'https://api.openai.com/v1/', model: 'gpt-4o-mini' },
      { jsonMode: 'schema' },
    ],
    [
      'Qwen by name',
      { preset: 'qwen', model: 'qwen-plus' },
      { jsonMode: 'schema', tokenLimitField: 'max_tokens' },
    ],
    [
      'another house’s model at Qwen’s host',
      { baseUrl: 'https://dashscope-intl.aliyuncs.com/compatible-mode/v1', model: 'deepseek-v3' },
      { jsonMode: 'object' },
    ],
    [
      'DeepSeek by host',
      { baseUrl: 'https://api.deepseek.com', model: 'deepseek-chat' },
      { jsonMode: 'object' },
    ],
    [
      'Ollama by port',
      { baseUrl: 'http://localhost:11434/v1', model: 'qwen3:8b' },
      { address: 'http://localhost:11434/v1/chat/completions', jsonMode: 'schema', apiKey: null },
    ],
    [
      'an unknown host',
      { baseUrl: 'https://llm.example.edu/v1', model: 'm' },
      { jsonMode: 'object', temperature: 0 },
    ],
    [
      'what the operator says over the preset',
      { preset: 'deepseek', model: 'm', jsonMode: 'prompt', retries: 0 },
      { jsonMode: 'prompt', retries: 0 },
    ],
    [
      'a host that only looks like OpenAI’s',
      { baseUrl: 'https://notopenai.com/v1', model: 'm' },
      { jsonMode: 'object' },
    ],
  ];
  it.each(presets)('knows %s', (_, given, expected) => {
    expect(completeSettings(given)).toMatchObject(expected);
  });

  const addresses: [string, string, boolean, string | null][] = [
    ['https anywhere', 'https://10.0.0.8/v1', false, null],
    ['http on this machine', 'http://127.0.0.1:8000/v1', false, null],
    ['http on this machine by IPv6', 'http://[::1]:8000/v1', false, null],
    ['http elsewhere', 'http://10.0.0.8:8000/v1', false, 'address-refused'],
    ['http elsewhere when the operator allows it', 'http://10.0.0.8:8000/v1', true, null],
    ['a host that begins like this machine', 'http://127.0.0.1.example.com/v1', false, 'address-refused'],
    ['a host that is named like this machine', 'http://localhost.example.com/v1', false, 'address-refused'],
    ['an account in the address', 'https://user:word@api.example.com/v1', false, 'address-refused'],
    ['another scheme', 'file:///etc/passwd', true, 'address-refused'],
    ['a query', 'https://api.example.com/v1?key=1', false, 'settings-invalid'],
    ['no address at all', 'api.example.com', false, 'settings-invalid'],
  ];
  it.each(addresses)('judges %s', (_, baseUrl, allowHttp, code) => {
    const settings = completeSettings({ baseUrl, allowHttp, model: 'm' });
    expect('code' in settings ? settings.code : null).toBe(code);
  });

  const wrong: [string, Partial<ModelSettings>][] = [
    ['more than two retries', { retries: 3 }],
    ['a fraction of a call', { budget: { maxCalls: 1.5 } }],
    ['no tokens', { budget: { maxTokens: 0 } }],
    ['no parallel call', { concurrency: 0 }],
    ['a time limit of nothing', { timeoutMs: Number.NaN }],
    ['no model', { model: ' ' }],
    ['a key with a line break', { apiKey: `${KEY}\n` }],
  ];
  it.each(wrong)('refuses %s without repeating the key', (_, given) => {
    const settings = completeSettings({ preset: 'openai', model: 'm', apiKey: KEY, ...given });
    expect(settings).toMatchObject({ code: 'settings-invalid' });
    expect(JSON.stringify(settings)).not.toContain(KEY);
  });

  it('needs an address when neither preset nor host says it', () => {
    expect(completeSettings({ model: 'm' })).toMatchObject({ code: 'settings-invalid' });
  });
});

describe('createWritingModel', () => {
  it('refuses settings as a value', () => {
    const made = createWritingModel(
      { model: 'm', baseUrl: 'http://192.168.1.4/v1' },
      { fetch: globalThis.fetch, now: () => 0, random: () => 0 },
    );
    expect(made).toMatchObject({ ok: false, failure: { code: 'address-refused' } });
  });
});
