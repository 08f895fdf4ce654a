/** Chance that can be repeated: the same seed draws the same things. */
export interface Chance {
  /** A whole number from 0 up to, not including, `below`. */
  readonly upTo: (below: number) => number;
  /** Whether something happens that happens so often. */
  readonly happens: (share: number) => boolean;
  readonly oneOf: <Thing>(things: readonly [Thing, ...Thing[]] | readonly Thing[]) => Thing;
  /** Some of a list, at most so many, each once, in any order. */
  readonly someOf: <Thing>(things: readonly Thing[], most: number) => Thing[];
}

/** A small generator of 32 bits (mulberry32 is what it is known as). */
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
