import { expect, test } from 'vitest';
import { memoizeAsync } from '#app/_data/memoize-async.ts';

function counting() {
  const calls: string[] = [];
  const load = (a: string, b: string | null): Promise<string | null> => {
    calls.push(`${a} ${b}`);
    return a === 'broken' ? Promise.reject(new Error('broken')) : Promise.resolve(a === 'nothing' ? null : a);
  };
  return { calls, load };
}

test('a value is loaded once for its arguments, also by those who ask while it is loaded', async () => {
  const { calls, load } = counting();
  const memoized = memoizeAsync(load, { max: 10 });
  await Promise.all([memoized('a', 'b'), memoized('a', 'b'), memoized('a', null), memoized('a b', null)]);
  await memoized('a', 'b');
  expect(calls).toEqual(['a b', 'a null', 'a b null']);
});

test('a load that fails is not kept', async () => {
  const { calls, load } = counting();
  const memoized = memoizeAsync(load, { max: 10 });
  await expect(memoized('broken', null)).rejects.toThrow('broken');
  await expect(memoized('broken', null)).rejects.toThrow('broken');
  expect(calls).toHaveLength(2);
});

test('a value that is not worth keeping is not kept', async () => {
  const { calls, load } = counting();
  const memoized = memoizeAsync(load, { max: 10, keeps: (value) => value !== null });
  await memoized('nothing', null);
  await memoized('nothing', null);
  await memoized('a', null);
  await memoized('a', null);
  expect(calls).toHaveLength(3);
});

test('the value that was used least recently goes first', async () => {
  const { calls, load } = counting();
  const memoized = memoizeAsync(load, { max: 2 });
  for (const key of ['a', 'b', 'a', 'c', 'a']) await memoized(key, null);
  expect(calls).toHaveLength(3);
  await memoized('b', null);
  expect(calls).toHaveLength(4);
});

test('a value is loaded anew when its time is over', async () => {
  const { calls, load } = counting();
  let time = 1;
  const memoized = memoizeAsync(load, { max: 2, ttl: 5_000, clock: () => time });
  await memoized('a', null);
  time = 5_001;
  await memoized('a', null);
  expect(calls).toHaveLength(1);
  time = 5_002;
  await memoized('a', null);
  expect(calls).toHaveLength(2);
});
