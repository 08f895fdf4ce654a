/**
 * Things that follow from a catalogue (names in order, areas by their names) are worked out once for each
 * catalogue and kept with it: a catalogue never changes, and goes with its release.
 */
export function oncePer<Source extends object, Result>(
  derive: (source: Source) => Result,
): (source: Source) => Result {
  const kept = new WeakMap<Source, Result>();
  return (source) => {
    let result = kept.get(source);
    if (result === undefined) kept.set(source, (result = derive(source)));
    return result;
  };
}
