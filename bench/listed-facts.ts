import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** One line of a sample's list of facts, written by a person who did not see the quiz. */
export interface ListedFact {
  readonly id: string;
  readonly kind: string;
  readonly importance: 1 | 2 | 3;
  readonly subject: string;
  readonly acceptedAnswers: readonly string[];
  readonly items?: readonly string[];
  readonly evidence: string;
  readonly time?: readonly string[];
  readonly attributedTo?: readonly string[];
  readonly modality?: 'above' | 'below' | 'approx';
}

export interface Sample {
  readonly name: string;
  readonly text: string;
  readonly facts: readonly ListedFact[];
}

const FOLDER = fileURLToPath(new URL('../../libs/quiz-writing/samples/', import.meta.url));

/** The sample articles with their lists of facts, by name. */
export function readSamples(): Sample[] {
  const files = readdirSync(FOLDER).sort();
  return files
    .filter((file) => file.endsWith('.facts.json'))
    .map((file) => {
      const name = file.replace('.facts.json', '');
      const article = files.find((other) => other === `${name}.txt` || other === `${name}.md`);
      if (!article) throw new Error(`${file} has no article`);
      const { facts } = JSON.parse(readFileSync(FOLDER + file, 'utf8')) as { facts: ListedFact[] };
      return { name, text: readFileSync(FOLDER + article, 'utf8'), facts };
    });
}
