import type { Repair } from '../draft.js';
import type { TracedText } from './traced-text.js';

const BY_LINE =
  /^[□■◎◆●]|^(?:文|图|摄影|撰文|编辑|责编|审核|校对|制图|统筹)\s?[/／|｜：:]|^(?:本报|本刊)?(?:记者|通讯员) {1,3}\S{2,12}$|受访者提供$|^来源[：:]|^.{0,40}[ （(]摄[）)]?$/;
const JUMP = /[（(](?:下转|上接)[^（()）\n]{1,20}[）)]/g;
const PAGE_NUMBER =
  /^[-—–\s]*(?:第\s?\d{1,4}\s?页(?:\s?[,，/]?\s?共\s?\d{1,4}\s?页)?|\d{1,4}\s?\/\s?\d{1,4}|[-—–]\s?\d{1,4}\s?[-—–])[-—–\s]*$/;
const REPEATS = 3;

/** Drops what belongs to the page and not to the text: by-lines, photo credits, page numbers, running heads, jump lines. */
export function dropFurniture(lines: readonly TracedText[]): { lines: TracedText[]; repairs: Repair[] } {
  const repairs: Repair[] = [];
  const heads = runningHeads(lines);
  const kept = lines.map((line) => {
    const { text } = line.trim();
    const drop = (code: string, detail: string) => {
      repairs.push({ code, detail, quote: text.slice(0, 60), places: placesOf(line.trim()) });
      return line.slice(0, 0);
    };
    if (text.length <= 60 && BY_LINE.test(text)) return drop('by-line', '去掉了署名或图片说明。');
    if (PAGE_NUMBER.test(text)) return drop('page-number', '去掉了页码。');
    if (heads.has(text)) return drop('running-head', '去掉了重复的页眉或页脚。');
    return line.drop(JUMP, (place) =>
      repairs.push({
        code: 'jump-line',
        detail: '去掉了转版提示。',
        quote: text.slice(-30),
        places: [place],
      }),
    );
  });
  return { lines: kept, repairs };
}

function placesOf(text: TracedText): Repair['places'] {
  const place = text.placeOf();
  return place ? [place] : [];
}

function runningHeads(lines: readonly TracedText[]): Set<string> {
  const counts = new Map<string, number>();
  for (const line of lines) {
    const { text } = line.trim();
    if (text.length >= 4 && text.length <= 40 && !/[。！？|]$/.test(text)) {
      counts.set(text, (counts.get(text) ?? 0) + 1);
    }
  }
  return new Set([...counts].filter(([, count]) => count >= REPEATS).map(([text]) => text));
}
