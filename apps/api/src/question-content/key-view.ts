import type { Question } from '#question';
import type { ResponseDto } from './response.dto.js';

/** The key written as the response that gives full marks; of a blank's accepted forms the first, of a short answer the model. */
export function keyAsResponse(question: Question): ResponseDto {
  switch (question.type) {
    case 'single':
      return { type: 'single', choice: question.key };
    case 'multi':
      return { type: 'multi', choices: [...question.key] };
    case 'tf':
      return { type: 'tf', value: question.key };
    case 'fill':
      return { type: 'fill', texts: question.key.map((forms) => forms[0] ?? '') };
    case 'order':
      return { type: 'order', order: [...question.key] };
    case 'match':
      return { type: 'match', pairs: question.key.map(({ left, right }) => ({ left, right })) };
    case 'short':
      return { type: 'short', text: question.key.model };
  }
}
