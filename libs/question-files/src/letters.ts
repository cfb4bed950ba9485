import type { Option } from '#question';
import { narrow } from './plain-text.js';

/** A, B, C … for an option's place. */
export function letterAt(index: number): string {
  return String.fromCharCode(65 + index);
}

export function letterOf(options: readonly Option[], id: string): string {
  return letterAt(options.findIndex((option) => option.id === id));
}

/** In the order of the options, whatever the order of the key. */
export function lettersOf(options: readonly Option[], ids: readonly string[]): string[] {
  return options.flatMap(({ id }, index) => (ids.includes(id) ? [letterAt(index)] : []));
}

export function textOf(options: readonly Option[], id: string): string {
  return options.find((option) => option.id === id)?.text ?? '';
}

/** A,C · AC · A;C · A、C · A C · Ａ，Ｃ · C → A · A与C: places from 0, in the order given. Null when other things stand there. */
export function placesOf(answer: string): number[] | null {
  const text = narrow(answer)
    .toUpperCase()
    .replace(/->|[→,;、|/\s.。，；—–\-和与及()（）【】[\]]+/g, '')
    .replace(/^(?:选|答案是|答)/, '');
  return /^[A-Z]{1,60}$/.test(text) ? [...text].map((letter) => letter.charCodeAt(0) - 65) : null;
}

/** 1-B,2-A · 1—B，2—A · 1B 2A · 1：B；2：A · ①-B: which right item stands with which left one, both from 0. */
export function pairsOf(answer: string): { left: number; right: number }[] | null {
  const text = narrow(answer)
    .toUpperCase()
    .replace(/[①-⑳]/g, (circled) => String(circled.charCodeAt(0) - 0x2460 + 1))
    .replace(/->|[→=:：—–\-~.、)）(（\s]+/g, ' ');
  const pairs = [...text.matchAll(/(\d{1,2}) ?([A-Z])/g)].map(([, left = '', right = '']) => ({
    left: Number(left) - 1,
    right: right.charCodeAt(0) - 65,
  }));
  const rest = text.replace(/\d{1,2} ?[A-Z]/g, '').replace(/[,;，；|/\s]+/g, '');
  return pairs.length > 0 && rest === '' ? pairs : null;
}

const TRUE = /^(?:正确|对|是|真|√|✓|✔|☑|T|TRUE|Y|YES|同意|1|A[.、]?(?:正确|对))$/;
const FALSE =
  /^(?:错误|错|不正确|不对|否|不是|假|×|✗|✘|☒|X|F|FALSE|N|NO|不同意|0|B[.、]?(?:错误|错|不正确))$/;

export function truthOf(answer: string): boolean | null {
  if (answer.length > 40) return null;
  const text = narrow(answer)
    .toUpperCase()
    .replace(/^[\s("'“”‘’[【]+|[\s)"'“”‘’\]】。.的]+$/g, '');
  return TRUE.test(text) ? true : FALSE.test(text) ? false : null;
}
