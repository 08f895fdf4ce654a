/**
 * Things that follow from a catalogue (names in order, areas by their names) are worked out once for each
 * catalogue and kept with it: a catalogue never changes, and goes with its release.
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

/** A function that works out each value once, for as long as it is held. @example remembered(quote)('a') === '"a"' */
export function memoize<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) known.set(key, (value = make(key)));
    return value;
  };
}
