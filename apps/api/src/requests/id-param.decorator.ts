import { Param, type PipeTransform } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { invalidField } from '../problems/problem.js';

/** A path parameter that must be a UUID; anything else is refused before it reaches a query. */
export function IdParam(name: string): ParameterDecorator {
  const pipe: PipeTransform = {
    transform(value: unknown) {
      if (isUUID(value)) return value;
      throw invalidField(`:${name}`, 'not-id', `${name} 不是有效的编号。`);
    },
  };
  return Param(name, pipe);
}

/** A path parameter that counts from 1. */
export function NumberParam(name: string): ParameterDecorator {
  const pipe: PipeTransform = {
    transform(value: unknown) {
      if (typeof value === 'string' && /^[1-9]\d{0,3}$/.test(value)) return Number(value);
      throw invalidField(`:${name}`, 'not-integer', `${name} 应是从 1 开始的整数。`);
    },
  };
  return Param(name, pipe);
}
