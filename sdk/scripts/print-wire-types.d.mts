export function printWireTypes(document: unknown, isChosen: (path: string) => boolean): string;
