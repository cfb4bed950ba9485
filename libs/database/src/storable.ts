/**
 * The same plain data with every character that Postgres takes: a quote cut in the middle of a rare character ends in
 * half of it, and jsonb refuses that as it refuses NUL. Lengths stay.
 */
export function storable<T>(data: T): T {
  return JSON.parse(JSON.stringify(data), (_name, value: unknown) =>
    typeof value === 'string' ? value.replace(/\u0000|\p{Surrogate}/gu, '\ufffd') : value,
  );
}
