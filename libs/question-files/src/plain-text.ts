// Control characters but tab and line end, what Unicode promises never to assign, and halves of pairs.
const UNSTORABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]|\p{Cs}/gu;

/** One kind of line end, nothing at the edges, only characters that can be stored and written as XML. */
export function tidy(text: string): string {
  return storable(text.replace(/\r\n?/g, '\n')).trim();
}

export function storable(text: string): string {
  return text.replace(UNSTORABLE, '');
}

export function isStorable(text: string): boolean {
  return text.search(UNSTORABLE) < 0;
}

/** Full-width letters, digits and signs as ASCII. */
export function narrow(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, ' ');
}
