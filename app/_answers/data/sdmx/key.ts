/** The key of an SDMX data request: codes for each dimension, as a question of ours and as a test of cells. */
import { ourCode, SDMX_DIMENSIONS } from '#app/_downloads/sdmx/components.ts';
import { SDMX_PROBLEMS } from '#app/_words/sdmx.ts';
import { isPlace, type Catalogue, type Indicator } from '#stats/model/catalogue.ts';
import type { Cell } from '#stats/model/observation.ts';
import type { Query } from '#stats/model/query.ts';
import { BadQuery, malformed } from '#stats/problem.ts';
import { fullQuery } from '#stats/query/query.ts';

/** The codes of each dimension; an empty list means all. */
export type SdmxKey = readonly (readonly string[])[];

const IDS = SDMX_DIMENSIONS.map(({ id }) => id).join('.');

/** @example parseKey('A.HND+SLV....') -> [['A'], ['HND', 'SLV'], [], [], [], []] */
export function parseKey(text: string): SdmxKey {
  if (text === 'all') return SDMX_DIMENSIONS.map(() => []);
  const places = text.split('.').map((place) => place.split('+').filter((code) => code !== ''));
  if (places.length !== SDMX_DIMENSIONS.length)
    throw new BadQuery(malformed('key', text, ['A.HND+SLV....', 'all'], SDMX_PROBLEMS.key(IDS)));
  return places;
}

const codesAt = (key: SdmxKey, id: string): readonly string[] =>
  key[SDMX_DIMENSIONS.findIndex((dimension) => dimension.id === id)] ?? [];

/**
 * The narrowest question of ours that has every figure of the key. Groups are asked for with everything else:
 * naming one would also compute it.
 */
export function queryOfKey(key: SdmxKey, indicator: Indicator, catalogue: Catalogue): Query {
  const kinds = new Map(catalogue.areas.map(({ code, kind }) => [code, kind]));
  const places = (id: string): readonly string[] => {
    const codes = codesAt(key, id);
    return codes.every((code) => isPlace(kinds.get(code) ?? 'other')) ? codes : [];
  };
  const sources = codesAt(key, 'SOURCE');
  return {
    ...fullQuery(indicator),
    country: places('REF_AREA'),
    origin: places('COUNTERPART_AREA'),
    source: sources.every((id) => indicator.sources.includes(id)) ? sources : [],
  };
}

/** Whether a published figure has the codes of the key. */
export function matchesKey(key: SdmxKey): (cell: Cell) => boolean {
  const wanted = key.map((codes) => (codes.length > 0 ? new Set(codes) : null));
  return (cell) => SDMX_DIMENSIONS.every(({ codeOf }, i) => wanted[i]?.has(codeOf(cell)) ?? true);
}

/** Codes of the key that the catalogue does not have; they have no results. */
export function unknownCode(key: SdmxKey, indicator: Indicator, catalogue: Catalogue): string | null {
  const areas = new Set(catalogue.areas.map(({ code }) => code));
  const isKnown: Readonly<Record<string, (code: string) => boolean>> = {
    REF_AREA: (code) => areas.has(code),
    COUNTERPART_AREA: (code) => areas.has(code),
    SOURCE: (code) => indicator.sources.includes(code),
  };
  for (const [id, knows] of Object.entries(isKnown)) {
    const unknown = codesAt(key, id).find((code) => !code.startsWith('_') && !knows(code));
    if (unknown !== undefined) return `${id} ${ourCode(unknown)}`;
  }
  return null;
}
