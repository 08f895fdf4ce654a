/** Repeatable randomness: the same seed draws the same things. */
export interface Chance {
  /** An integer from 0 up to but not including `below`. */
  readonly upTo: (below: number) => number;
  /** True with the given probability. */
  readonly happens: (share: number) => boolean;
  readonly oneOf: <Thing>(things: readonly [Thing, ...Thing[]] | readonly Thing[]) => Thing;
  /** Some elements of a list, at most `most`, without repetition, in any order. */
  readonly someOf: <Thing>(things: readonly Thing[], most: number) => Thing[];
}

/** A small 32-bit generator, known as mulberry32. */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const upTo = (below: number): number => Math.floor(next() * below);
  return {
    upTo,
    happens: (share) => next() < share,
    oneOf: (things) => {
      if (things.length === 0) throw new Error('there is nothing to draw from');
      return things[upTo(things.length)] as (typeof things)[number];
    },
    someOf: (things, most) => {
      const left = [...things];
      const drawn = Array.from({ length: Math.min(most, left.length) }, () =>
        left.splice(upTo(left.length), 1),
      );
      return drawn.flat().slice(0, upTo(most + 1));
    },
  };
}
