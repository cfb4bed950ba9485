import type { Type } from '@nestjs/common';
import { getSchemaPath } from '@nestjs/swagger';

/** Marks a oneOf that the openapi document gives a name and keeps in one place. */
export const UNION_NAME = 'x-union-name';

/** The schema of a union told apart by `type`. */
export function unionOf(name: string, members: Readonly<Record<string, Type>>) {
  const mapping = Object.fromEntries(
    Object.entries(members).map(([type, member]) => [type, getSchemaPath(member)]),
  );
  return {
    oneOf: Object.values(mapping).map(($ref) => ({ $ref })),
    discriminator: { propertyName: 'type', mapping },
    [UNION_NAME]: name,
  };
}
