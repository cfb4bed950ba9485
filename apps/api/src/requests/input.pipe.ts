import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import { type InputFlaw, Problem } from '../problems/problem.js';
import { inputFlaws } from './input-flaws.js';
import { findStrangeText, freeFields } from './strange-text.js';

/** Turns a body or a query into its DTO, or refuses it by name: unknown fields, wrong types, characters nobody can store. */
@Injectable()
export class InputPipe implements PipeTransform {
  async transform(value: unknown, { type, metatype }: ArgumentMetadata): Promise<unknown> {
    if (!metatype || (type !== 'body' && type !== 'query')) return value;
    const given = value ?? {};
    if (typeof given !== 'object' || Array.isArray(given)) {
      refuse([{ pointer: '', code: 'not-object', detail: '请求体应是 JSON 对象。' }]);
    }
    const free = freeFields(metatype);
    const judged = Object.entries(given).filter(([name]) => !free.includes(name));
    const strange = findStrangeText(Object.fromEntries(judged));
    if (strange) refuse([strange]);
    const input: object = plainToInstance(metatype, given, { exposeDefaultValues: true });
    const errors = await validate(input, {
      whitelist: true,
      forbidNonWhitelisted: true,
      forbidUnknownValues: true,
    });
    if (errors.length > 0) {
      refuse(type === 'query' ? inputFlaws(errors, '', '?') : inputFlaws(errors));
    }
    return input;
  }
}

function refuse(errors: InputFlaw[]): never {
  throw new Problem('validation-failed', { detail: errors[0]?.detail, errors });
}
