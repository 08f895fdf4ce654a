/**
 * What a list of places says beside each name: for how many periods it has figures, until when, and its latest
 * figure; and which places are near another one in population.
 */
import type { Area, Catalogue } from '#stats/model/catalogue.ts';
import type { Cell } from '#stats/model/observation.ts';
import type { Text } from '#stats/language.ts';
import { printedEnd } from '#stats/uncertainty/hedge.ts';

/** The latest figure of a place, and its change in ten years if there is one. */
export interface ListedFigure {
  readonly cell: Cell;
  readonly change: number | null;
}

/** What is known of the places of a list, by their codes. */
export interface Listed {
  readonly figures: ReadonlyMap<string, ListedFigure>;
  /** The periods of each place, as indices of the periods on file. */
  readonly periods: ReadonlyMap<string, readonly number[]>;
}

/**
 * Ascending numbers as ranges.
 * @example rangesOf([0, 1, 2, 5]) === '0-2,5'
 */
export function rangesOf(numbers: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last && number === last[1] + 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([first, last]) => (first === last ? String(first) : `${first}-${last}`)).join(',');
}

/** The numbers of ranges. @example numbersOf('0-2,5') -> [0, 1, 2, 5] */
export const numbersOf = (ranges: string): number[] =>
  ranges
    .split(',')
    .filter((run) => run !== '')
    .flatMap((run) => {
      const [first = 0, last = first] = run.split('-').map(Number);
      return Array.from({ length: last - first + 1 }, (_, i) => first + i);
    });

/** How many of the chosen places have figures in each period. */
export function countsOf(chosen: readonly string[], periods: number): number[] {
  const counts = new Array<number>(periods).fill(0);
  for (const ranges of chosen) {
    for (const index of numbersOf(ranges)) counts[index] = (counts[index] ?? 0) + 1;
  }
  return counts;
}

/** Peers of a place, and the region that they were taken from. */
export interface Peers {
  readonly region: Text;
  readonly codes: readonly string[];
}

/** How many peers are offered. */
const PEERS = 4;
/** A region of fewer places with figures has no peers to choose from. */
const FEWEST = 4;

/**
 * The places nearest in population to a country, of the smallest region of the United Nations in which enough
 * places have figures. Nearest by ratio: 5 million is as near to 10 million as 20 million is.
 */
export function peersOf(
  catalogue: Pick<Catalogue, 'areas'>,
  country: string,
  withFigures: ReadonlySet<string>,
  population: ReadonlyMap<string, Cell>,
): Peers | null {
  const people = (code: string): number => {
    const stated = population.get(code)?.stated;
    return stated ? printedEnd(stated) : 0;
  };
  const own = people(country);
  if (own <= 0) return null;
  const candidates = (region: Area): string[] =>
    (region.members ?? [])
      .map(({ area }) => area)
      .filter((code) => code !== country && withFigures.has(code) && people(code) > 0);
  const [region] = catalogue.areas
    .filter(
      ({ code, members }) => code.startsWith('m49-') && (members ?? []).some(({ area }) => area === country),
    )
    .filter((area) => candidates(area).length >= FEWEST)
    .sort((a, b) => candidates(a).length - candidates(b).length);
  if (!region) return null;
  const distance = (code: string): number => Math.abs(Math.log(people(code) / own));
  return {
    region: region.name,
    codes: candidates(region)
      .sort((a, b) => distance(a) - distance(b))
      .slice(0, PEERS),
  };
}
