/**
 * Shares and rates based on very few cases. One case more or less would change them a lot, so they carry a
 * note and are not used in headlines (docs/rules.md#few-cases).
 */
import { memoizeByObject } from '../memoize.ts';
import { CAUTION_NOTES } from '../wording/cautions.ts';
import type { Area, Indicator, Note } from '../model/catalogue.ts';
import { MEASURE_RULES } from '../model/measure.ts';
import type { Cell } from '../model/observation.ts';

/** With fewer cases than this a share or a rate is not meaningful. */
export const FEW_CASES = 20;

export type Caution = keyof typeof CAUTION_NOTES;

/** The notes on such figures. They are made with the answer and never stored. */
export const CAUTIONS: Readonly<Record<Caution, Note>> = {
  'few-cases': { mandatory: false, text: CAUTION_NOTES['few-cases'] },
  'few-people': { mandatory: false, text: CAUTION_NOTES['few-people'] },
};

/** Whether the text about a figure, such as its tooltip, has a note: a mandatory one, or a caution. */
export const isShownWithFigure = ({ mandatory, text }: Note): boolean =>
  mandatory || Object.values(CAUTION_NOTES).some(({ en }) => en === text.en);

/** Transforms whose figures are still rates or shares of the same kind, with their own cases. */
const isOfItsKind = ({ transform }: Pick<Cell, 'transform'>): boolean =>
  transform === undefined || transform === 'rolling-mean';

/**
 * Whether a rate is of fewer people than say something, as the catalogue says of its area: in one of 50,000 people a
 * single case is 2 per 100,000.
 */
export function isOfFewPeople(
  cell: Pick<Cell, 'area' | 'counterpart' | 'transform'>,
  { measure }: Pick<Indicator, 'measure'>,
  isSmall: (code: string) => boolean,
): boolean {
  const isRate = cell.transform === 'per-capita' || (measure === 'rate' && isOfItsKind(cell));
  return isRate && (isSmall(cell.area) || isSmall(cell.counterpart));
}

/**
 * Whether a share or a rate is of fewer cases than say something: a share of what it is a share of, a rate of what it
 * counts. Where a source does not print the cases, nobody can tell. The two figures of a ratio are not cases.
 * @example isOfFewCases({ numerator: 5, denominator: 5 }, { measure: 'share' }) === true
 */
export function isOfFewCases(
  cell: Pick<Cell, 'numerator' | 'denominator' | 'transform'>,
  { measure }: Pick<Indicator, 'measure'>,
): boolean {
  const { numerator, denominator, transform } = cell;
  const isFew = (cases: number | null): boolean => cases !== null && Math.abs(cases) < FEW_CASES;
  if (transform === 'per-capita') return measure === 'count' && isFew(numerator);
  if (transform === 'share-of-total' || transform === 'share-of')
    return measure === 'count' && isFew(denominator);
  if (!isOfItsKind(cell)) return false;
  return (measure === 'share' && isFew(denominator)) || (measure === 'rate' && isFew(numerator));
}

/** Why a figure is to be read with caution; null for most. Where its cases are known, they decide. */
export function cautionOf(
  cell: Pick<Cell, 'area' | 'counterpart' | 'transform' | 'numerator' | 'denominator' | 'stated'>,
  indicator: Pick<Indicator, 'measure'>,
  isSmall: (code: string) => boolean,
): Caution | null {
  if (cell.stated === null) return null;
  if (isOfFewCases(cell, indicator)) return 'few-cases';
  return cell.numerator === null && isOfFewPeople(cell, indicator, isSmall) ? 'few-people' : null;
}

/** The codes of areas with fewer than 100,000 people, as the catalogue says. */
export const smallAreas = memoizeByObject(
  (areas: readonly Area[]): ReadonlySet<string> =>
    new Set(areas.flatMap(({ code, smallPopulation }) => (smallPopulation ? [code] : []))),
);

/** The cells with a note on each that is of few cases or few people, after its other notes. */
export function withCautions(
  cells: readonly Cell[],
  indicator: Pick<Indicator, 'measure'>,
  small: ReadonlySet<string>,
): readonly Cell[] {
  const isRatio = MEASURE_RULES[indicator.measure].isRatio;
  if (!isRatio && cells.every(({ transform }) => transform === undefined)) return cells;
  const isSmall = (code: string): boolean => small.has(code);
  return cells.map((cell) => {
    const caution = cautionOf(cell, indicator, isSmall);
    return caution ? { ...cell, notes: [...cell.notes, CAUTIONS[caution]] } : cell;
  });
}
