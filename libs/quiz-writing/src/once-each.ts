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
