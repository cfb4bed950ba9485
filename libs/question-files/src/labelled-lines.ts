/**
 * Parts of a text that begin with a label at the head of a line (改正：, 依据：). A line of a text that looks like a label gets
 * a backslash before it and loses it again, so that whatever a person wrote comes back.
 */
export function guardLines(text: string, labels: readonly string[]): string {
  return text
    .split('\n')
    .map((line) => (labelOf(line.replace(/^\\+/, ''), labels) ? `\\${line}` : line))
    .join('\n');
}

/** A label and its text, of which the first line stands behind the label and cannot be taken for one. */
export function labelled(label: string, text: string, labels: readonly string[]): string {
  const [first = '', ...rest] = text.split('\n');
  return [`${label}：${first}`, ...rest.map((line) => guardLines(line, labels))].join('\n');
}

export interface LabelledPart {
  /** Empty for what stands before the first label. */
  readonly label: string;
  readonly text: string;
}

export function splitLabelled(text: string, labels: readonly string[]): LabelledPart[] {
  const parts: { label: string; lines: string[] }[] = [{ label: '', lines: [] }];
  for (const line of text.split('\n')) {
    const label = labelOf(line, labels);
    if (label) parts.push({ label, lines: [line.replace(/^[^：:]*[：:]/, '')] });
    else if (line.startsWith('\\') && labelOf(line.replace(/^\\+/, ''), labels))
      parts.at(-1)?.lines.push(line.slice(1));
    else parts.at(-1)?.lines.push(line);
  }
  return parts
    .map(({ label, lines }) => ({ label, text: lines.join('\n').trim() }))
    .filter(({ label, text: part }) => label !== '' || part !== '');
}

function labelOf(line: string, labels: readonly string[]): string | undefined {
  return labels.find((label) => line.startsWith(`${label}：`) || line.startsWith(`${label}:`));
}

const FEEDBACK = ['参考答案', '改正', '解析', '依据'];

export interface Feedback {
  /** Of a short answer, where the format has no other place for it. */
  readonly model?: string;
  readonly correction: string;
  readonly explanation: string;
  readonly quotes: readonly string[];
}

/** 改正, 解析 and 依据 as one text, for formats that have one place for all that is said afterwards. */
export function joinFeedback({ model = '', correction, explanation, quotes }: Feedback): string {
  const part = (label: string, text: string) => (text.trim() === '' ? [] : [labelled(label, text, FEEDBACK)]);
  return [
    ...part('参考答案', model),
    ...part('改正', correction),
    ...part('解析', explanation),
    ...quotes.flatMap((quote) => part('依据', quote.replace(/\s+/g, ' '))),
  ].join('\n');
}

export function splitFeedback(text: string): Required<Feedback> {
  const parts = splitLabelled(text, FEEDBACK);
  const all = (...labels: string[]) =>
    parts.filter(({ label, text: part }) => labels.includes(label) && part !== '').map((part) => part.text);
  const model = all('参考答案').join('\n');
  return {
    model,
    correction: all('改正').join('\n'),
    explanation: all('', '解析').join('\n'),
    quotes: all('依据'),
  };
}

/** The 解析 cell of a sheet: the explanation, and on a line of its own what would be true instead. */
export function joinCorrection(explanation: string, correction: string): string {
  const lines = [guardLines(explanation, ['改正'])];
  if (correction.trim() !== '') lines.push(labelled('改正', correction, ['改正']));
  return lines.filter((line) => line !== '').join('\n');
}

export function splitCorrection(text: string): { explanation: string; correction: string } {
  const parts = splitLabelled(text, ['改正']);
  const all = (label: string) => parts.filter((part) => part.label === label).map((part) => part.text);
  return { explanation: all('').join('\n'), correction: all('改正').join('\n') };
}
