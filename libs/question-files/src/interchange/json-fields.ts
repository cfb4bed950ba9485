/** Fields of parsed JSON, of which nothing is known; only names of its own are asked, so `__proto__` is one like any other. */
export type JsonObject = ReadonlyMap<string, unknown>;

export function objectOf(value: unknown): JsonObject | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? new Map(Object.entries(value))
    : null;
}

export function listOf(value: unknown): readonly unknown[] | null {
  return Array.isArray(value) ? value : null;
}

export function textOr(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/** The texts of a list of texts; null when anything else stands there. */
export function textsOf(value: unknown): string[] | null {
  const list = listOf(value);
  const texts = list?.filter((item) => typeof item === 'string') ?? [];
  return list && texts.length === list.length ? texts : null;
}

/** How deep brackets nest, quotes aside; stops counting beyond `most`. */
export function isDeeper(json: string, most: number): boolean {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < json.length; at++) {
    const sign = json[at];
    if (quoted) {
      if (sign === '\\') at += 1;
      else if (sign === '"') quoted = false;
    } else if (sign === '"') quoted = true;
    else if (sign === '{' || sign === '[') {
      depth += 1;
      if (depth > most) return true;
    } else if (sign === '}' || sign === ']') depth -= 1;
  }
  return false;
}
