import { describe, expect, it } from 'vitest';
import { printWireTypes } from './print-wire-types.mjs';

const json = (schema: unknown) => ({ content: { 'application/json': { schema } } });
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

/** A document of one route whose reply is `Thing`. */
function print(thing: unknown, others: Record<string, unknown> = {}): string {
  const paths = { '/v1/things': { get: { responses: { 200: json(ref('Thing')) } } } };
  const printed = printWireTypes({ paths, components: { schemas: { Thing: thing, ...others } } }, () => true);
  return printed.split('\n').slice(2).join('\n');
}

const property = (schema: unknown) =>
  /  field: (.*);\n/s.exec(
    print({ type: 'object', properties: { field: schema }, required: ['field'] }),
  )?.[1];

describe('printing wire types', () => {
  it('prints a schema as an interface with its descriptions', () => {
    const thing = {
      type: 'object',
      description: '一件东西。A thing.',
      required: ['id'],
      properties: {
        id: { type: 'string', description: '编号。' },
        note: { type: 'string', description: '两行\n说明 */' },
      },
    };
    expect(print(thing)).toBe(
      `/** 一件东西。A thing. */
export interface Thing {
  /** 编号。 */
  id: string;
  /**
   * 两行
   * 说明 * /
   */
  note?: string;
}
`,
    );
  });

  it.each([
    [{ type: 'integer' }, 'number'],
    [{ type: 'boolean' }, 'boolean'],
    [{ type: 'string', nullable: true }, 'string | null'],
    [{ type: ['string', 'null'] }, 'string | null'],
    [{ anyOf: [{ type: 'string' }, { type: 'null' }] }, 'string | null'],
    [{ type: 'string', enum: ['a', "it's"] }, "'a' | 'it\\'s'"],
    [{ type: 'string', enum: ['a', 'b'], nullable: true }, "'a' | 'b' | null"],
    [{ const: 3 }, '3'],
    [{ type: 'array', items: { type: 'string' } }, 'string[]'],
    [{ type: 'array', items: { type: 'string', nullable: true } }, '(string | null)[]'],
    [{ type: 'object' }, 'Record<string, unknown>'],
    [{ type: 'object', additionalProperties: { type: 'number' } }, 'Record<string, number>'],
    [{ allOf: [ref('Thing')], nullable: true }, 'Thing | null'],
    [{ oneOf: [ref('Thing'), { type: 'string' }], nullable: true }, 'Thing | string | null'],
    [{ type: 'object', properties: { a: { type: 'string' } } }, '{\n    a?: string;\n  }'],
  ])('prints %j as %s', (schema, type) => {
    expect(property(schema)).toBe(type);
  });

  it('gives the members of a long union a line each', () => {
    const words = ['first', 'second', 'third'].map((word) => word.repeat(8));
    expect(print({ type: 'object', properties: { field: { enum: words } } })).toContain(
      `  field?:\n    | '${words[0]}'\n    | '${words[1]}'\n    | '${words[2]}';\n`,
    );
  });

  it('prints a named union and every member of it once, in alphabetical order', () => {
    const answer = {
      oneOf: [ref('Yes'), ref('No')],
      discriminator: { propertyName: 'type', mapping: { x: '?' } },
    };
    const word = (name: string) => ({
      type: 'object',
      properties: { type: { enum: [name] } },
      required: ['type'],
    });
    const thing = { type: 'object', properties: { first: ref('Answer'), second: ref('Answer') } };
    const printed = print(thing, {
      Answer: answer,
      Yes: word('yes'),
      No: word('no'),
      Unused: word('unused'),
    });
    expect(printed.match(/export \w+ \w+/g)).toEqual([
      'export type Answer',
      'export interface No',
      'export interface Thing',
      'export interface Yes',
    ]);
    expect(printed).toContain('export type Answer = Yes | No;');
  });

  it('takes request bodies and successful replies of the chosen routes only', () => {
    const schema = { type: 'object', properties: {} };
    const route = (body: string, reply: string, refusal: string) => ({
      post: { requestBody: json(ref(body)), responses: { 201: json(ref(reply)), 400: json(ref(refusal)) } },
    });
    const paths = {
      '/v1/mine': route('Ask', 'Tell', 'Problem'),
      '/v1/staff/x': route('Secret', 'Secret', 'Problem'),
    };
    const schemas = { Ask: schema, Tell: schema, Problem: schema, Secret: schema };
    const printed = printWireTypes({ paths, components: { schemas } }, (path) => path === '/v1/mine');
    expect(printed.match(/(?<=interface )\w+/g)).toEqual(['Ask', 'Tell']);
  });

  it.each([
    ['a schema it does not know', { type: 'object', properties: { field: { not: {} } } }],
    ['a missing schema', { type: 'object', properties: { field: ref('Nowhere') } }],
    ['a reference elsewhere', { type: 'object', properties: { field: { $ref: 'other.json#/Thing' } } }],
  ])('refuses %s', (_, thing) => {
    expect(() => print(thing)).toThrow(/cannot|no schema/);
  });
});
