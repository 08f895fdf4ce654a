/** Links to the evidence of a figure and to the vintages of its series. */
import { evidenceAddress } from '#stats/evidence/address.ts';
import type { SeriesSubject } from '#stats/evidence/series-parameters.ts';
import type { Comparison } from '#stats/model/comparison.ts';
import { ALL, NONE, type Cell } from '#stats/model/observation.ts';
import { encodeValue } from '#stats/query-string.ts';
import { pageHref, type PageContext } from './page-context.ts';

type Linked = Omit<PageContext, 'origin'>;

/** A page for an address of evidence, in the language and release of the reader. */
export function addressHref(address: string, place: Linked): string {
  const [path = '', search] = address.split('?');
  return pageHref(place, path, search);
}

/** The page of a figure's evidence; a gap has none. */
export function evidenceHref(
  cell: Cell,
  answer: Pick<Comparison, 'query' | 'indicator'>,
  place: Linked,
): string | null {
  const address = evidenceAddress(cell, answer);
  return address === null ? null : addressHref(address, place);
}

/** The address of all vintages of a figure's series. */
export function vintagesHref(series: SeriesSubject, place: Linked): string {
  const { indicator, area, counterpart, breakdown, definition, basis } = series;
  const search = [
    `area=${encodeValue(area)}`,
    `basis=${basis}`,
    breakdown === ALL ? '' : `breakdown=${encodeValue(breakdown)}`,
    definition === 'main' ? '' : `definition=${encodeValue(definition)}`,
    counterpart === NONE ? '' : `origin=${encodeValue(counterpart)}`,
  ];
  return pageHref(place, `/vintages/${indicator}`, search.filter(Boolean).join('&'));
}
