import { describe, expect, test } from 'vitest';
import { AskingScope, forEverybody, inTime, workFor } from '#app/_data/asking.ts';
import { Lane } from '#app/_serving/lane.ts';

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const BOUNDS = { running: 1, waiting: 3, perAsker: 3, usually: 10 };
const asking = (asker: string, budget = 10_000, left = (): boolean => false): AskingScope =>
  new AskingScope(asker, Date.now() + budget, left);

/** Work that ends on request. */
function work(): { begun: boolean; end: () => void; run: () => Promise<string> } {
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => (end = resolve));
  const piece = {
    begun: false,
    end: () => end(),
    run: async () => {
      piece.begun = true;
      await ended;
      return 'done';
    },
  };
  return piece;
}

describe('a lane', () => {
  test('does so much at a time, in order, and refuses at once what it has no room for', async () => {
    const lane = new Lane(BOUNDS);
    const pieces = Array.from({ length: 4 }, work);
    const outcomes = pieces.map((piece, i) => lane.through(asking(`asker ${i}`), piece.run));
    const since = performance.now();
    await expect(lane.through(asking('another'), work().run)).rejects.toMatchObject({ code: 'COTEJO_BUSY' });
    expect(performance.now() - since).toBeLessThan(50);
    expect(lane.load).toEqual({ running: 1, waiting: 3 });
    for (const [i, piece] of pieces.entries()) {
      await sleep(5);
      expect(pieces.map(({ begun }) => begun)).toEqual(pieces.map((_, n) => n <= i));
      piece.end();
      expect(await outcomes[i]).toBe('done');
    }
    expect(lane.load).toEqual({ running: 0, waiting: 0 });
  });

  test('rests after a piece where others wait, and not where nobody does', async () => {
    const lane = new Lane({ ...BOUNDS, rest: 5 });
    const ends: number[] = [];
    const piece = async (): Promise<void> => {
      await sleep(100);
      ends.push(performance.now());
    };
    let begun = 0;
    const first = lane.through(asking('first'), piece);
    const second = lane.through(asking('second'), () => {
      begun = performance.now();
      return piece();
    });
    await Promise.all([first, second]);
    expect(begun - ends[0]!).toBeGreaterThanOrEqual(450);
    let again = 0;
    await lane.through(asking('third'), () => Promise.resolve(void (again = performance.now())));
    expect(again - ends[1]!).toBeLessThan(450);
  });

  test('keeps room for others than who asks most', async () => {
    const lane = new Lane({ ...BOUNDS, waiting: 10 });
    const pieces = Array.from({ length: 3 }, work);
    const outcomes = pieces.map((piece) => lane.through(asking('greedy'), piece.run));
    await expect(lane.through(asking('greedy'), work().run)).rejects.toMatchObject({ code: 'COTEJO_BUSY' });
    const other = work();
    outcomes.push(lane.through(asking('modest'), other.run));
    for (const piece of [...pieces, other]) piece.end();
    expect(await Promise.all(outcomes)).toEqual(['done', 'done', 'done', 'done']);
    // Everything that it had occupied is free again.
    expect(await lane.through(asking('greedy'), () => Promise.resolve('again'))).toBe('again');
  });

  test('does not work for who has left, nor for who has been waiting too long', async () => {
    const lane = new Lane(BOUNDS);
    const [first, second, third, fourth] = [work(), work(), work(), work()];
    let left = false;
    const running = lane.through(asking('a'), first.run);
    const gone = lane.through(
      asking('b', 10_000, () => left),
      second.run,
    );
    const late = lane.through(asking('c', 100), third.run);
    const last = lane.through(asking('d'), fourth.run);
    const outcomes = Promise.allSettled([gone, late]);
    left = true;
    await sleep(120);
    first.end();
    fourth.end();
    expect(await Promise.all([running, last])).toEqual(['done', 'done']);
    const codes = (await outcomes).map(
      (settled) => settled.status === 'rejected' && (settled.reason as { code: string }).code,
    );
    expect(codes).toEqual(['COTEJO_LEFT', 'COTEJO_LATE']);
    expect([second.begun, third.begun]).toEqual([false, false]);
  });

  test('works on for the second of two who ask the same when the first one leaves', async () => {
    const lane = new Lane(BOUNDS);
    const first = work();
    const running = lane.through(asking('a'), first.run);
    const both = asking('b', 10_000, () => true);
    both.join(asking('c'));
    const wanted = lane.through(both, () => Promise.resolve('for the second'));
    first.end();
    expect([await running, await wanted]).toEqual(['done', 'for the second']);
  });

  test('refuses what would wait longer than it has, by how long work has taken', async () => {
    const lane = new Lane({ ...BOUNDS, waiting: 100, perAsker: 100, usually: 4_000 });
    const first = work();
    const running = lane.through(asking('a'), first.run);
    const waits = lane.through(asking('b'), () => Promise.resolve('second'));
    await expect(lane.through(asking('c'), work().run)).rejects.toMatchObject({ code: 'COTEJO_BUSY' });
    first.end();
    expect([await running, await waits]).toEqual(['done', 'second']);
  });

  test('goes on after work that fails', async () => {
    const lane = new Lane(BOUNDS);
    await expect(lane.through(asking('a'), () => Promise.reject(new Error('lost')))).rejects.toThrow('lost');
    expect(await lane.through(asking('a'), () => Promise.resolve(1))).toBe(1);
  });
});

test('who waits is told when the time is over, counted from the arrival', async () => {
  const since = Date.now();
  const never = new Promise<void>(() => undefined);
  await expect(workFor(asking('a', 150), () => inTime(never))).rejects.toMatchObject({ code: 'COTEJO_LATE' });
  expect(Date.now() - since).toBeLessThan(400);
  // Shared work is not limited by the time of any one client.
  expect(await workFor(asking('a', -1), () => forEverybody(() => inTime(Promise.resolve(1))))).toBe(1);
});
