/** Several indicators in formats that hold one: each side as its own address returns it, and what the two are together. */
import { formatQuery } from '#stats/query/query.ts';
import type { Comparison } from '#stats/model/comparison.ts';
import { pairIndicators } from '#stats/pairing/pair-indicators.ts';
import type { PairHalf } from '#stats/pairing/pairs.ts';
import { columnsDocument } from './columnar/columnar.ts';
import { jsonStatDataset } from './jsonstat/jsonstat.ts';

/** The address that returns a side alone. */
export function sideAddress({ release, indicator, query, language }: Comparison, ending: string): string {
  const search = [formatQuery(query, indicator), language === 'en' ? '' : `lang=${language}`];
  const text = search.filter(Boolean).join('&');
  return `/data/${release.version}/${indicator.id}.${ending}${text && `?${text}`}`;
}

/** How the sides line up, and whether they may be compared; null for more than two. */
function togetherOf(halves: readonly PairHalf[]): object | null {
  const together = pairIndicators(halves);
  if (!together) return null;
  const { alignment, comparability, rankCorrelation } = together;
  return { alignment, comparability, rankCorrelation };
}

const line = (document: object): string => `${JSON.stringify(document)}\n`;

/** JSON-stat: a collection of data sets. */
export const formatCompareJsonStat = (halves: readonly PairHalf[], address: string): string =>
  line({
    version: '2.0',
    class: 'collection',
    label: halves.map(({ comparison }) => comparison.indicator.title[comparison.language]).join('; '),
    link: {
      item: halves.map(({ comparison }) =>
        jsonStatDataset(comparison, sideAddress(comparison, 'jsonstat.json')),
      ),
    },
    extension: { address, together: togetherOf(halves) },
  });

/** Columns: each side is a document. */
export const formatCompareColumns = (halves: readonly PairHalf[], address: string): string =>
  line({
    format: 'cotejo-compare-columns',
    version: 1,
    address,
    sides: halves.map(({ place, comparison }) => ({
      place,
      answer: columnsDocument(comparison, sideAddress(comparison, 'columns.json')),
    })),
    together: togetherOf(halves),
  });
