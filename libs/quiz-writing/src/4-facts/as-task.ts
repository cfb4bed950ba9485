import type { Scene } from './scene.js';
import { bodyOf, type Part } from './statement.js';

const TASKS = /任务|安排|打算|展望|下一步/;
const TASK_SAID = /[要须应]|将|力争|预期|计划|目标|规划|拟|争取|预计/;

/** Under 2024年主要任务 what stands without a verb of planning is planned all the same. */
export function asTask(parts: readonly Part[], { reading, region }: Scene): readonly Part[] {
  const at = parts.findIndex(({ text, start }) => start === null && text === region);
  const next = parts[at + 1];
  if (at < 0 || !next || next.start === null || !TASKS.test(reading.heading ?? '')) return parts;
  const { start } = next;
  const opener = reading.tokens.find((token) => reading.start + token.start === start);
  return TASK_SAID.test(bodyOf(parts)) || !opener?.tag.startsWith('v') || /^[是有为]/.test(opener.text)
    ? parts
    : [...parts.slice(0, at + 1), { text: '将', start: null }, ...parts.slice(at + 1)];
}
