import { AFTER_NAME, NEVER_A_NAME, surnameLength } from '../lexicon/people.js';
import { cutByDictionary, tagPlainly } from '../segmenter.js';

/** Family names that are everyday words as well: before a dictionary word they are that word. */
const DOUBTFUL = '和于向从能应相经时全明解终计成关国平车满权别有还并同要主';
const LATIN = /^[A-Z][a-zA-Z]+(?:[ ·][A-Z][a-zA-Z.]*){1,3}/;
const TRANSLITERATED = /^([\u3400-\u9fff]{2,6}·)([\u3400-\u9fff]{2,8})/;

/** The personal name that the text starts with, or null. */
export function nameAt(text: string): string | null {
  const latin = LATIN.exec(text)?.[0];
  if (latin) return latin;
  const foreign = TRANSLITERATED.exec(text);
  if (foreign) return (foreign[1] ?? '') + lastPart(foreign[2] ?? '');
  const family = surnameLength(text);
  if (family === 0) return null;
  for (const length of [family + 2, family + 1]) {
    const name = text.slice(0, length);
    if (!/^[\u3400-\u9fff]+$/.test(name) || name.length < length) continue;
    if (!AFTER_NAME.test(text.slice(length)) || NEVER_A_NAME.test(name)) continue;
    if (length === 2 && isOtherWord(name)) continue;
    if (length > 2 && DOUBTFUL.includes(name.charAt(0)) && isOtherWord(name.slice(1))) continue;
    return name;
  }
  return null;
}

/** The personal name that the text ends with, three characters before two. */
export function nameEnding(text: string): string | null {
  for (const length of [3, 2, 4]) {
    const name = text.slice(-length);
    if (name.length === length && nameAt(`${name}，`) === name) return name;
  }
  return null;
}

/** Of 胡克用自制的 only 胡克: words are taken until there are two characters and what follows is a word of its own. */
function lastPart(text: string): string {
  let part = '';
  for (const word of cutByDictionary(text)) {
    const isVerb = tagPlainly(word)[0]?.tag.startsWith('v') ?? false;
    if (
      part.length >= 2 &&
      (word.length >= 2 || isVerb || /^(?:用|以|在|和|与|的|对|从|是|为|将|曾|于|等|说|称)$/.test(word))
    )
      break;
    part += word;
    if (part.length >= 4) break;
  }
  return part;
}

/** A word of the dictionary that is no personal name: 高度, 任期. */
function isOtherWord(text: string): boolean {
  const [token] = cutByDictionary(text).length === 1 ? tagPlainly(text) : [];
  return token !== undefined && !token.tag.startsWith('nr');
}

/** 陈秀兰|种了…: behind a word for a person the name ends where a verb begins. */
export function nameBeforeVerb(text: string): string | null {
  const known = nameAt(text);
  if (known !== null) return known;
  const name = text.slice(0, 3);
  const [next] = tagPlainly(text.slice(3));
  const isVerb = (next && /^[vpd]/.test(next.tag)) || /^[\u3400-\u9fff]{1,2}[了着过]/.test(text.slice(3));
  return surnameLength(name) === 1 && nameAt(`${name}，`) === name && isVerb ? name : null;
}
