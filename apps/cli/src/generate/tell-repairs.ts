import type { Repair } from '#quiz-writing';
import { tell } from '../tell.js';

/** What was mended in the text before it was read, one line a kind. */
export function tellRepairs(repairs: readonly Repair[]): void {
  for (const detail of new Set(repairs.map((repair) => repair.detail))) {
    const alike = repairs.filter((repair) => repair.detail === detail);
    const quote = alike.find((repair) => repair.quote)?.quote?.replace(/\s+/g, ' ');
    const where = [...(alike.length > 1 ? [`${alike.length} 处`] : []), ...(quote ? [`如“${quote}”`] : [])];
    tell(`整理：${detail}${where.length > 0 ? `（${where.join('，')}）` : ''}`);
  }
}
