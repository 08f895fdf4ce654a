/** An indicator as schema.org/Dataset in JSON-LD, which search engines for data read from its page. */
import type { Language } from '#stats/language.ts';
import type { Indicator, Release, Source } from '#stats/model/catalogue.ts';

export interface DatasetContext {
  readonly release: Pick<Release, 'version' | 'date'>;
  readonly language: Language;
  /** Scheme and host of the site. */
  readonly origin: string;
  readonly sources: readonly Source[];
  /** The first and the last day of the figures, and the names of their areas. */
  readonly span: { readonly start: string; readonly end: string } | null;
  readonly areas: readonly string[];
}

/** Formats that are named as downloads. */
const DOWNLOADS = {
  csv: 'text/csv',
  json: 'application/json',
  parquet: 'application/vnd.apache.parquet',
} as const;
/** Search engines take descriptions of 50 characters or more. */
const LEAST = 50;
const MOST_AREAS = 60;

const page = (language: Language, id: string): string => `${language === 'es' ? '/es' : ''}/indicators/${id}`;

/** The text of a script element: no text can end it. */
export function formatDatasetJsonLd(indicator: Indicator, context: DatasetContext): string {
  const { release, language, origin, sources, span, areas } = context;
  const { id, title, definition, unit } = indicator;
  const own = sources.filter((source) => indicator.sources.includes(source.id));
  const licences = [...new Set(own.map(({ licence }) => licence.url ?? licence.name))];
  const definitionText = definition[language];
  const description =
    definitionText.length < LEAST
      ? `${title[language]}. ${definitionText} ${unit.label[language]}.`
      : definitionText;
  const document = {
    '@context': 'https://schema.org/',
    '@type': 'Dataset',
    name: title[language],
    description,
    url: `${origin}${page(language, id)}`,
    identifier: `${origin}${page(language, id)}?release=${release.version}`,
    version: release.version,
    datePublished: release.date,
    inLanguage: language,
    isAccessibleForFree: true,
    license: licences,
    creator: { '@type': 'Organization', name: 'Cotejo', url: origin },
    isBasedOn: own.map((source) => ({
      '@type': 'CreativeWork',
      name: source.title[language],
      ...(source.url !== undefined && { url: source.url }),
      publisher: source.publisher,
    })),
    variableMeasured: { '@type': 'PropertyValue', name: title[language], unitText: unit.label[language] },
    ...(span && { temporalCoverage: `${span.start}/${span.end}` }),
    ...(areas.length > 0 && { spatialCoverage: areas.slice(0, MOST_AREAS) }),
    includedInDataCatalog: { '@type': 'DataCatalog', name: 'Cotejo', url: `${origin}/data/catalog.jsonld` },
    distribution: Object.entries(DOWNLOADS).map(([ending, encodingFormat]) => ({
      '@type': 'DataDownload',
      encodingFormat,
      contentUrl: `${origin}/data/${release.version}/${id}.${ending}?csvType=full`,
    })),
  };
  return JSON.stringify(document).replaceAll('<', '\\u003c');
}
