/** Requests at the same time. */
const AT_ONCE = 4;

/**
 * Loads something for each item, a few at a time, in the order of the items.
 * @throws the first failure
 */
export async function eachAtOnce<Item, Loaded>(
  items: readonly Item[],
  load: (item: Item) => Promise<Loaded>,
): Promise<readonly (readonly [Item, Loaded])[]> {
  const loaded = new Map<Item, Loaded>();
  const waiting = [...items];
  const worker = async (): Promise<void> => {
    for (let item = waiting.shift(); item; item = waiting.shift()) loaded.set(item, await load(item));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return items.map((item) => [item, loaded.get(item) as Loaded]);
}
