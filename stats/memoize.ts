/**
 * Caches what is derived from an object such as a catalogue (areas by name, codes in order). The result is
 * computed once and freed together with the object, which must never change.
 */
export function memoizeByObject<Source extends object, Result>(
  derive: (source: Source) => Result,
): (source: Source) => Result {
  const results = new WeakMap<Source, Result>();
  return (source) => {
    let result = results.get(source);
    if (result === undefined) results.set(source, (result = derive(source)));
    return result;
  };
}

/**
 * A function that computes the result for each key once and keeps it as long as the function exists.
 * @example memoize(quote)('a') === '"a"'
 */
export function memoize<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) known.set(key, (value = make(key)));
    return value;
  };
}
