export type { ModelFailure, ModelFailureCode, Outcome } from './failure.js';
export { PRESET_NAMES, type JsonMode, type PresetName } from './presets.js';
export type { Budget, ModelSettings } from './settings.js';
