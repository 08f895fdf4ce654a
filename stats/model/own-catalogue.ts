/**
 * What a site's own data adds to the catalogue of the product: indicators, areas, groups, dimensions and sources of
 * its own, and its sources, bases and definitions on the product's indicators. Additions never change an entry of
 * the product, so any release of the product can be combined with any release of own data.
 */
import type { Catalogue, Definition, Dimension, Indicator } from './catalogue.ts';
import type { Text } from '../language.ts';
import type { Basis } from '../time/period.ts';

/** Ids of own sources, indicators and groups begin with this; no id of the product does. */
export const OWN_PREFIX = 'own-';

export const isOwn = (id: string): boolean => id.startsWith(OWN_PREFIX);

/** An id in the name space of own data. @example ownId('study') === 'own-study' */
export const ownId = (id: string): string => (isOwn(id) ? id : `${OWN_PREFIX}${id}`);

/** What own data adds to an indicator of the product. */
export interface Extension {
  readonly extends: string;
  readonly sources: readonly string[];
  readonly bases: readonly Basis[];
  readonly definitions: readonly Definition[];
  /** What the counterpart means, where the product's indicator has none. */
  readonly counterpartRole?: Text;
}

export interface OwnCatalogue extends Catalogue {
  readonly extensions: readonly Extension[];
}

/** Those of `more` that are not in `known`, by their key. */
const others = <T>(known: readonly T[], more: readonly T[], key: (entry: T) => string): readonly T[] => {
  const keys = new Set(known.map(key));
  return more.filter((entry) => !keys.has(key(entry)));
};

const withMore = <T>(known: readonly T[], more: readonly T[], key: (entry: T) => string): readonly T[] => [
  ...known,
  ...others(known, more, key),
];

const idOf = ({ id }: { readonly id: string }): string => id;
const codeOf = ({ code }: { readonly code: string }): string => code;
const byId = (a: { readonly id: string }, b: { readonly id: string }): number =>
  a.id < b.id ? -1 : a.id > b.id ? 1 : 0;

const extended = (indicator: Indicator, extension: Extension | undefined): Indicator =>
  extension === undefined
    ? indicator
    : {
        ...indicator,
        sources: withMore(indicator.sources, extension.sources, String),
        bases: withMore(indicator.bases, extension.bases, String),
        definitions: withMore(indicator.definitions, extension.definitions, codeOf),
        ...(!indicator.counterpartRole &&
          extension.counterpartRole && { counterpartRole: extension.counterpartRole }),
      };

const dimensionWith = (dimension: Dimension, own: readonly Dimension[]): Dimension => {
  const more = own.find(({ id }) => id === dimension.id);
  return more ? { ...dimension, codes: withMore(dimension.codes, more.codes, codeOf) } : dimension;
};

/**
 * The catalogue of a site's release. Where both lines describe a code, as when the product later names a country that
 * a site had named, the product's words are used.
 */
export function combineCatalogues(product: Catalogue, own: OwnCatalogue): Catalogue {
  const breaks = [...(product.breaks ?? []), ...(own.breaks ?? [])];
  const tabulations = [...(product.tabulations ?? []), ...(own.tabulations ?? [])];
  const indicators = product.indicators.map((indicator) =>
    extended(
      indicator,
      own.extensions.find((extension) => extension.extends === indicator.id),
    ),
  );
  return {
    ...product,
    indicators: withMore(indicators, own.indicators, idOf).toSorted(byId),
    areas: withMore(product.areas, own.areas, codeOf),
    dimensions: withMore(
      product.dimensions.map((dimension) => dimensionWith(dimension, own.dimensions)),
      own.dimensions,
      idOf,
    ),
    sources: withMore(product.sources, own.sources, idOf).toSorted(byId),
    editions: withMore(product.editions, own.editions, idOf).toSorted(byId),
    ...(product.breaks || breaks.length > 0 ? { breaks } : {}),
    ...(product.tabulations || tabulations.length > 0 ? { tabulations } : {}),
  };
}
