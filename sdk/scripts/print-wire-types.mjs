const HEADER = `// Generated from openapi.json by sdk/scripts/generate-types.mjs; change the API's DTOs instead.
`;

/**
 * Prints the schemas that the chosen routes send and receive as plain TypeScript, with their descriptions as doc comments.
 * Knows the part of JSON Schema that the API uses and throws on the rest, so that no type is silently wrong.
 */
export function printWireTypes(document, isChosen) {
  const schemas = document.components.schemas;
  const needed = new Set();
  for (const [path, item] of Object.entries(document.paths)) {
    if (isChosen(path)) for (const name of namesIn(bodiesOf(item))) need(name);
  }
  const declarations = [...needed].sort().map((name) => declaration(name, schemas[name]));
  return [HEADER, ...declarations].join('\n');

  function need(name) {
    if (needed.has(name)) return;
    if (!schemas[name]) throw new Error(`openapi.json has no schema ${name}`);
    needed.add(name);
    for (const other of namesIn(schemas[name])) need(other);
  }
}

/** Request bodies and successful replies; what problems look like is the business of QuizError. */
function bodiesOf(item) {
  return Object.values(item).flatMap(({ requestBody, responses = {} }) => [
    requestBody ?? {},
    ...Object.entries(responses)
      .filter(([status]) => status.startsWith('2'))
      .map(([, response]) => response),
  ]);
}

function namesIn(value) {
  if (Array.isArray(value)) return value.flatMap(namesIn);
  if (value === null || typeof value !== 'object') return [];
  const own = typeof value.$ref === 'string' ? [nameOf(value.$ref)] : [];
  return own.concat(
    Object.entries(value)
      .filter(([key]) => key !== 'discriminator')
      .flatMap(([, part]) => namesIn(part)),
  );
}

function nameOf(ref) {
  const name = /^#\/components\/schemas\/(\w+)$/.exec(ref)?.[1];
  if (!name) throw new Error(`cannot follow ${ref}`);
  return name;
}

function declaration(name, schema) {
  const doc = comment(schema.description, '');
  if (schema.type !== 'object' || !schema.properties)
    return `${doc}export type ${name} = ${typeOf(schema)};\n`;
  return `${doc}export interface ${name} ${objectOf(schema, '')}\n`;
}

function typeOf(schema, indent = '') {
  const nullable = schema.nullable === true || (Array.isArray(schema.type) && schema.type.includes('null'));
  const type = Array.isArray(schema.type) ? schema.type.find((one) => one !== 'null') : schema.type;
  const plain = plainTypeOf({ ...schema, type }, indent);
  return nullable && !/(^|\| )null$/.test(plain) ? `${plain} | null` : plain;
}

function plainTypeOf(schema, indent) {
  if (schema.$ref) return nameOf(schema.$ref);
  if (schema.const !== undefined) return literal(schema.const);
  if (schema.enum) return schema.enum.map(literal).join(' | ');
  const parts = schema.oneOf ?? schema.anyOf;
  if (parts) return [...new Set(parts.map((part) => typeOf(part, indent)))].join(' | ');
  if (schema.allOf) return schema.allOf.map((part) => typeOf(part, indent)).join(' & ');
  switch (schema.type) {
    case 'string':
    case 'boolean':
    case 'null':
      return schema.type;
    case 'number':
    case 'integer':
      return 'number';
    case 'array': {
      const items = typeOf(schema.items, indent);
      return /[ |&]/.test(items) && !items.startsWith('{') ? `(${items})[]` : `${items}[]`;
    }
    case 'object':
      if (schema.properties) return objectOf(schema, indent);
      if (typeof schema.additionalProperties === 'object') {
        return `Record<string, ${typeOf(schema.additionalProperties, indent)}>`;
      }
      return 'Record<string, unknown>';
    default:
      throw new Error(`cannot print ${JSON.stringify(schema)}`);
  }
}

function objectOf(schema, indent) {
  const inner = `${indent}  `;
  const required = new Set(schema.required ?? []);
  const fields = Object.entries(schema.properties).map(([name, property]) => {
    const head = `${inner}${name}${required.has(name) ? '' : '?'}:`;
    return `${comment(property.description, inner)}${head}${afterColon(typeOf(property, inner), head, inner)};\n`;
  });
  return `{\n${fields.join('')}${indent}}`;
}

/** A union too long for a line gets a line for each member. */
function afterColon(type, head, indent) {
  if (head.length + type.length < 108 || type.includes('{')) return ` ${type}`;
  return type
    .split(' | ')
    .map((member) => `\n${indent}  | ${member}`)
    .join('');
}

function literal(value) {
  return typeof value === 'string' ? `'${value.replace(/['\\]/g, '\\$&')}'` : String(value);
}

function comment(description, indent) {
  if (!description) return '';
  const lines = description.replaceAll('*/', '* /').trim().split('\n');
  if (lines.length === 1) return `${indent}/** ${lines[0]} */\n`;
  return `${indent}/**\n${lines.map((line) => `${indent} * ${line}`.trimEnd()).join('\n')}\n${indent} */\n`;
}
