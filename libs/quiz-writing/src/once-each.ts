const LONGEST_TEXT = 200;
const MOST_TEXTS = 5_000;

/** Remembers what a pure function made of each object, for as long as the object lives. */
export function onceEach<Key extends object, Value>(read: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, { readonly value: Value }>();
  return (key) => {
    const remembered = known.get(key);
    if (remembered) return remembered.value;
    const value = read(key);
    known.set(key, { value });
    return value;
  };
}

/** The same for short texts, of which it forgets all when they are too many. */
export function onceEachText<Value>(read: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    const remembered = known.get(text);
    if (remembered !== undefined) return remembered;
    const value = read(text);
    if (text.length > LONGEST_TEXT) return value;
    if (known.size >= MOST_TEXTS) known.clear();
    known.set(text, value);
    return value;
  };
}
