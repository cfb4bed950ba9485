/** How the endpoint is told to answer in JSON: by a schema, by asking for any JSON object, or by the prompt alone. */
export type JsonMode = 'schema' | 'object' | 'prompt';

export const PRESET_NAMES = ['openai', 'qwen', 'deepseek', 'ollama'] as const;

export type PresetName = (typeof PRESET_NAMES)[number];

/** What is known of a provider. */
export interface Preset {
  readonly baseUrl: string | null;
  readonly jsonMode: JsonMode;
  readonly tokenLimitField: 'max_tokens' | 'max_completion_tokens';
  /** null leaves it to the model: some accept no other than their own. */
  readonly temperature: number | null;
}

const UNKNOWN: Preset = { baseUrl: null, jsonMode: 'object', tokenLimitField: 'max_tokens', temperature: 0 };

const PRESETS: Readonly<Record<PresetName, Preset>> = {
  // Its newer models refuse max_tokens and every temperature but their own.
  openai: {
    baseUrl: 'https://api.openai.com/v1',
    jsonMode: 'schema',
    tokenLimitField: 'max_completion_tokens',
    temperature: null,
  },
  qwen: {
    ...UNKNOWN,
    baseUrl: 'https://dashscope.aliyuncs.com/compatible-mode/v1',
    jsonMode: 'schema',
  },
  // Answers 400 to a schema.
  deepseek: { ...UNKNOWN, baseUrl: 'https://api.deepseek.com/v1' },
  ollama: { ...UNKNOWN, baseUrl: 'http://127.0.0.1:11434/v1', jsonMode: 'schema' },
};

const HOSTS: readonly (readonly [RegExp, PresetName])[] = [
  [/(?:^|\.)openai\.com$/, 'openai'],
  [/^dashscope[\w-]*\.aliyuncs\.com$/, 'qwen'],
  [/(?:^|\.)deepseek\.com$/, 'deepseek'],
  [/:11434$/, 'ollama'],
];

/** The preset of that name, else the one of that host, else the cautious one. */
export function presetFor(name: PresetName | undefined, baseUrl: string | undefined, model: string): Preset {
  const known = name ?? nameByHost(baseUrl);
  if (!known) return UNKNOWN;
  const preset = PRESETS[known];
  // DashScope serves other houses' models as well, and those know no schema.
  if (known === 'qwen' && !/^qw/i.test(model)) return { ...preset, jsonMode: 'object' };
  return preset;
}

function nameByHost(baseUrl: string | undefined): PresetName | null {
  if (baseUrl === undefined || !URL.canParse(baseUrl)) return null;
  const { hostname, host } = new URL(baseUrl);
  return HOSTS.find(([pattern]) => pattern.test(hostname) || pattern.test(host))?.[1] ?? null;
}
