/** The interval that a cell states, for arithmetic, and the figure that a cell states of an interval. */
import { describe, expect, test } from 'vitest';
import { hedgeOfCell, toStated } from '#stats/model/cell.ts';
import type { Hedge, Qualifier, Stated } from '#stats/uncertainty/hedge.ts';

const stated = (
  qualifier: Qualifier,
  value: number | null,
  low: number | null,
  high: number | null,
): Stated => ({
  qualifier,
  value,
  low,
  high,
});
const hedge = (low: number, high: number, central: number | null, ...words: Qualifier[]): Hedge => ({
  low,
  high,
  central,
  words: new Set(words),
});
/** The interval of a cell. `includes` says whether its low and its high end are included. */
const intervalOf = (of: Stated, ...includes: readonly [boolean | null, boolean | null]): Hedge =>
  hedgeOfCell({ stated: of, lowInclusive: includes[0], highInclusive: includes[1] }, 0);

describe('the interval of a cell', () => {
  test('an end that is not included stays so, where no word says it', () => {
    const range = stated('range', null, 4, 6);
    expect(intervalOf(range, true, true)).toEqual(hedge(4, 6, null, 'range'));
    expect(intervalOf(range, false, true)).toEqual(hedge(4, 6, null, 'range', 'more-than'));
    expect(intervalOf(range, true, false)).toEqual(hedge(4, 6, null, 'range', 'less-than'));
  });

  test('a word that leaves its end out is not said twice', () => {
    expect(intervalOf(stated('just-over', null, 5, null), false, null).words).toEqual(new Set(['just-over']));
    expect(intervalOf(stated('nearly', null, null, 5), null, false).words).toEqual(new Set(['nearly']));
  });

  test('less than about 5 may be a little more than 5 or much less: its low end is unknown', () => {
    expect(intervalOf(stated('about', null, null, 5), null, false).low).toBe(-Infinity);
    expect(intervalOf(stated('at-most', null, null, 5), null, true).low).toBe(0);
    expect(intervalOf(stated('about', null, 4, 5), true, true).low).toBe(4);
    expect(intervalOf(stated('about', 5, null, null), null, null).low).toBe(5);
  });
});

describe('the figure of an interval', () => {
  test('no figure has every value that the measure can have', () => {
    expect(toStated(hedge(0, Infinity, null), 0, Infinity)).toBeNull();
    expect(toStated(hedge(0, 1, null, 'range'), 0, 1)).toBeNull();
    expect(toStated(hedge(-1, 2, null, 'range'), 0, 1)).toBeNull();
  });

  test('one that leaves out some of them is a figure', () => {
    expect(toStated(hedge(0, 0.5, null, 'range'), 0, 1)?.stated).toEqual(stated('range', null, 0, 0.5));
    expect(toStated(hedge(0.5, 1, null, 'range'), 0, 1)?.stated).toEqual(stated('range', null, 0.5, 1));
    expect(toStated(hedge(0, 0, 0, 'exact'), 0, 0)?.stated).toEqual(stated('exact', 0, null, null));
  });

  test('it has at most twelve digits', () => {
    expect(toStated(hedge(1 / 3, 2 / 3, 0.1 + 0.4, 'range'), 0, 1)?.stated).toEqual(
      stated('exact', 0.5, 0.333333333333, 0.666666666667),
    );
  });

  test('it says of each end whether it is included; an end that it does not have is neither', () => {
    const range = toStated(hedge(4, 6, null, 'range', 'more-than'), 0, Infinity);
    expect([range?.lowInclusive, range?.highInclusive]).toEqual([false, true]);
    const below = toStated(hedge(-Infinity, 6, null, 'less-than'), 0, Infinity);
    expect([below?.lowInclusive, below?.highInclusive]).toEqual([null, false]);
    const above = toStated(hedge(6, Infinity, null, 'at-least'), 0, Infinity);
    expect([above?.lowInclusive, above?.highInclusive]).toEqual([true, null]);
  });

  test('an interval that is open on both sides is no figure', () => {
    expect(toStated(hedge(-Infinity, Infinity, null, 'nearly'), 0, 1)).toBeNull();
  });
});
