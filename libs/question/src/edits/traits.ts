import type { MatchQuestion, Option, Question, Tolerance } from '../question.js';
import { QUESTION_TYPE_NAMES } from '../question-type.js';
import type { QuestionEdit } from './question-edit.js';

/** One thing a question says, as it is compared with another version of it. */
export interface Trait {
  /** The same in both versions: `/stem`, `/options/o2`, `/key`. */
  readonly pointer: string;
  /** What people call it. */
  readonly label: string;
  /** Equal when it is the same. */
  readonly value: string;
  /** As people read it. */
  readonly text: string;
  /** What changing it is. */
  readonly edit: QuestionEdit;
  /** Whether saying it in other words of the same meaning is a matter of wording only. */
  readonly inWords?: boolean;
}

type Given = Pick<Trait, 'pointer' | 'label' | 'text'> & { readonly value?: string };

const trait = (edit: QuestionEdit, { value, ...given }: Given): Trait => ({
  ...given,
  edit,
  value: value ?? given.text,
});

/** Everything a version says, in reading order. */
export function traitsOf(question: Question): Trait[] {
  const { type, stem, explanation, evidence, factKind } = question;
  const quotes = evidence.map(({ quote }) => quote).join('\n');
  const places = JSON.stringify(evidence.map(({ quote, start, end }) => [quote, start, end]));
  return [
    trait('content', { pointer: '/type', label: '题型', text: QUESTION_TYPE_NAMES[type], value: type }),
    { ...trait('content', { pointer: '/stem', label: '题干', text: stem }), inWords: true },
    ...shownTraits(question),
    ...keyTraits(question),
    trait('explanation', { pointer: '/explanation', label: '解析', text: explanation }),
    trait('explanation', { pointer: '/evidence', label: '依据', text: quotes, value: places }),
    trait('explanation', { pointer: '/factKind', label: '事实种类', text: factKind ?? '' }),
  ];
}

function shownTraits(question: Question): Trait[] {
  switch (question.type) {
    case 'single':
    case 'multi':
    case 'order':
      return optionTraits('/options', '选项', question.options);
    case 'match':
      return [
        ...optionTraits('/lefts', '左项', question.lefts),
        ...optionTraits('/rights', '右项', question.rights),
      ];
    case 'tf':
    case 'fill':
    case 'short':
      return [];
  }
}

/** The order they are kept in is no more than wording: attempts keep the order they were shown in. */
function optionTraits(pointer: string, label: string, options: readonly Option[]): Trait[] {
  const order = options.map(({ id }) => id).join(' ');
  return [
    ...options.map(({ id, text }) => ({
      ...trait('content', { pointer: `${pointer}/${id}`, label: `${label} ${id}`, text }),
      inWords: true,
    })),
    trait('wording', { pointer: `${pointer}#order`, label: `${label}的次序`, text: order }),
  ];
}

function keyTraits(question: Question): Trait[] {
  const key = (text: string, value: string) =>
    trait('key', { pointer: '/key', label: '答案', text, value: `${question.type} ${value}` });
  switch (question.type) {
    case 'single':
      return [key(textOf(question.options, question.key), question.key)];
    case 'multi': {
      const chosen = question.options.filter(({ id }) => question.key.includes(id));
      return [key(chosen.map(({ text }) => text).join('、'), question.key.toSorted().join(' '))];
    }
    case 'tf': {
      const { correction } = question;
      const right = key(question.key ? '正确' : '错误', String(question.key));
      const instead = { pointer: '/correction', label: '正确的说法', text: correction ?? '' };
      return [right, trait('explanation', instead)];
    }
    case 'fill':
      return [
        ...question.key.flatMap((forms, index) => blankTraits(forms, question.tolerances?.[index], index)),
        trait('key', { pointer: '/anyOrder', label: '不分先后', text: question.anyOrder ? '是' : '否' }),
      ];
    case 'order': {
      const texts = question.key.map((id) => textOf(question.options, id));
      return [key(texts.join(' → '), question.key.join(' '))];
    }
    case 'match':
      return [key(pairsText(question), question.key.map(({ left, right }) => `${left}-${right}`).toSorted().join(' '))]; // prettier-ignore
    case 'short':
      return [
        trait('key', { pointer: '/key/model', label: '参考答案', text: question.key.model }),
        ...question.key.rubric.map(({ id, text, share }) =>
          trait('key', { pointer: `/key/rubric/${id}`, label: `评分点 ${id}`, text: `${text}（${share}）` }),
        ),
      ];
  }
}

function blankTraits(
  forms: readonly string[],
  tolerance: Tolerance | null | undefined,
  index: number,
): Trait[] {
  const label = `第 ${index + 1} 空`;
  const value = JSON.stringify(forms);
  const about = tolerance ? toleranceText(tolerance) : '';
  return [
    trait('key', { pointer: `/key/${index}`, label: `${label}的答案`, text: forms.join(' / '), value }),
    trait('key', { pointer: `/tolerances/${index}`, label: `${label}的误差`, text: about }),
  ];
}

function toleranceText({ kind, amount, unit, unitRequired }: Tolerance): string {
  const allowed = kind === 'absolute' ? `±${amount}` : `±${amount} 倍`;
  return [allowed, unit, unitRequired && '必须写单位'].filter(Boolean).join('，');
}

function pairsText({ lefts, rights, key }: MatchQuestion): string {
  return key.map(({ left, right }) => `${textOf(lefts, left)} — ${textOf(rights, right)}`).join('；');
}

function textOf(options: readonly Option[], id: string): string {
  return options.find((option) => option.id === id)?.text ?? id;
}
