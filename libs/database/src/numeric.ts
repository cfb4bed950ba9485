import type { ValueTransformer } from 'typeorm';

/** `numeric` arrives from pg as text; points and scores are small enough to be exact as a JavaScript number's shortest form. */
export const numeric: ValueTransformer = {
  to: (value: number | null | undefined) => value,
  from: (value: string | null) => (value === null ? null : Number(value)),
};

export const numerics: ValueTransformer = {
  to: (values: readonly number[] | undefined) => values,
  from: (values: readonly string[] | null) => values?.map(Number) ?? null,
};
