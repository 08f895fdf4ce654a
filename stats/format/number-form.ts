/**
 * How the numbers of a transformed figure are shown: a change has its sign, a share of total is a percentage,
 * a change of a share is in points and never in percent. Files contain the plain number.
 *
 * @example change of an apprehension count: `+29,782`; of a share: `+5.0 points`; in percent: `−3.1%`
 */
import type { Indicator } from '../model/catalogue.ts';
import type { Text } from '../language.ts';
import type { TransformId } from '../model/query.ts';

export interface Form {
  /** The factor by which a number is multiplied before it is shown. */
  readonly times: 1 | 100;
  /** The text after the number. */
  readonly suffix: Text;
  /** Whether positive numbers have a plus sign. */
  readonly signed: boolean;
  /** The decimals that a computed number is shown with. */
  readonly decimals: (shown: number) => number;
}

const NOTHING: Text = { en: '', es: '' };
const PERCENT: Text = { en: '%', es: '%' };
const POINTS: Text = { en: ' points', es: ' puntos' };

/** One decimal is enough for an index and for percentages. */
const ONE = (): number => 1;

/** Three significant digits: a rate may be 21.6 or 0.0234. There are never more than four decimals. */
const threeDigits = (shown: number): number => {
  const size = Math.abs(shown);
  if (size >= 10 || size === 0) return 1;
  return Math.min(4, 2 - Math.floor(Math.log10(size)));
};

/** The form of an indicator's figures, as published or transformed. */
export function formOf(
  transform: TransformId | undefined,
  { measure, decimals }: Pick<Indicator, 'measure' | 'decimals'>,
): Form {
  const share = measure === 'share';
  const own: Form = {
    times: share ? 100 : 1,
    suffix: share ? PERCENT : NOTHING,
    signed: false,
    decimals: () => decimals,
  };
  switch (transform) {
    case undefined:
    case 'rolling-mean':
      return own;
    case 'rank':
      return { times: 1, suffix: NOTHING, signed: false, decimals: () => 0 };
    case 'per-capita':
    case 'ratio':
      return { times: 1, suffix: NOTHING, signed: false, decimals: threeDigits };
    case 'index':
      return { times: 1, suffix: NOTHING, signed: false, decimals: ONE };
    case 'change':
      return { ...own, suffix: share ? POINTS : NOTHING, signed: true };
    case 'change-percent':
      return { times: 1, suffix: PERCENT, signed: true, decimals: ONE };
    case 'share-of-total':
    case 'share-of':
      return { times: 100, suffix: PERCENT, signed: false, decimals: ONE };
  }
}
