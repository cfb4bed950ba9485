import type { Response } from '#question';
import type { ResponseDto } from './response.dto.js';

/** A stored response, field by field. */
export function responseView(response: Response): ResponseDto {
  switch (response.type) {
    case 'single':
      return { type: 'single', choice: response.choice };
    case 'multi':
      return { type: 'multi', choices: [...response.choices] };
    case 'tf':
      return { type: 'tf', value: response.value };
    case 'fill':
      return { type: 'fill', texts: [...response.texts] };
    case 'order':
      return { type: 'order', order: [...response.order] };
    case 'match':
      return { type: 'match', pairs: response.pairs.map(({ left, right }) => ({ left, right })) };
    case 'short':
      return { type: 'short', text: response.text };
  }
}
