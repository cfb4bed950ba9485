import { createWritingModel, type ModelSettings, PRESET_NAMES, type PresetName } from '#writing-model';

/**
 * The model that helps with writing, from MODEL_NAME, MODEL_BASE_URL, MODEL_API_KEY and MODEL_PRESET. Without a name there
 * is none. A string is the sentence that says what is wrong; it never holds the key.
 */
export function readModelConfig(env: NodeJS.ProcessEnv): ModelSettings | null | string {
  const model = env.MODEL_NAME?.trim();
  if (!model) return null;
  const preset = env.MODEL_PRESET || undefined;
  if (preset !== undefined && !isPreset(preset)) {
    return `MODEL_PRESET 应是 ${PRESET_NAMES.join('、')} 之一，现在是“${preset}”。`;
  }
  const settings: ModelSettings = {
    model,
    ...(preset && { preset }),
    ...(env.MODEL_BASE_URL && { baseUrl: env.MODEL_BASE_URL }),
    ...(env.MODEL_API_KEY && { apiKey: env.MODEL_API_KEY }),
  };
  const made = createWritingModel(settings, {
    fetch: globalThis.fetch,
    now: Date.now,
    random: Math.random,
  });
  return made.ok ? settings : `请检查 MODEL_NAME、MODEL_BASE_URL、MODEL_API_KEY：${made.failure.detail}`;
}

function isPreset(name: string): name is PresetName {
  return PRESET_NAMES.some((preset) => preset === name);
}
