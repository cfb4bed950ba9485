/** A path whose parameters cannot break out of their place. */
export function path(parts: TemplateStringsArray, ...parameters: (string | number)[]): string {
  return parts.reduce(
    (whole, part, index) => whole + encodeURIComponent(String(parameters[index - 1])) + part,
  );
}
