/** The catalogue of a release as DCAT 3 in JSON-LD: a data set for each indicator, a distribution for each file. */
import { versionParameter } from '#stats/model/release.ts';
import type { Text } from '#stats/language.ts';
import { LANGUAGES } from '#stats/language.ts';
import type { Catalogue, Indicator, Release, Source } from '#stats/model/catalogue.ts';

/** A format in which a whole indicator can be had. */
export interface Distribution {
  readonly ending: string;
  readonly mediaType: string;
  readonly title: Text;
}

export interface DiscoveryContext {
  readonly release: Release;
  readonly catalogue: Catalogue;
  /** Scheme and host of the site. */
  readonly origin: string;
}

const CONTEXT = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  prov: 'http://www.w3.org/ns/prov#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};

const inBoth = (text: Text): object[] =>
  LANGUAGES.map((language) => ({ '@value': text[language], '@language': language }));
const day = (date: string): object => ({ '@value': date, '@type': 'xsd:date' });
const iri = (address: string): object => ({ '@id': address });

const mediaTypeOf = (type: string): object => iri(`https://www.iana.org/assignments/media-types/${type}`);

/** The sources of an indicator, as what it was derived from. */
const derivedFrom = (indicator: Indicator, sources: readonly Source[]): object[] =>
  sources
    .filter(({ id }) => indicator.sources.includes(id))
    .map(({ id, title, publisher, licence, url }) => ({
      '@id': url ?? `urn:cotejo:source:${id}`,
      '@type': 'dcat:Dataset',
      'dct:title': inBoth(title),
      'dct:publisher': { '@type': 'foaf:Agent', 'foaf:name': publisher },
      ...(licence.url === undefined ? { 'dct:rights': licence.name } : { 'dct:license': iri(licence.url) }),
    }));

function dataset(
  indicator: Indicator,
  { release, catalogue, origin }: DiscoveryContext,
  distributions: readonly Distribution[],
): object {
  const file = (ending: string): string => `${origin}/data/${release.version}/${indicator.id}.${ending}`;
  return {
    '@id': `${origin}/indicators/${indicator.id}?release=${versionParameter(release.version)}`,
    '@type': 'dcat:Dataset',
    'dct:identifier': indicator.id,
    'dct:title': inBoth(indicator.title),
    'dct:description': inBoth(indicator.definition),
    'dct:issued': day(release.date),
    'dcat:version': release.version,
    'dct:publisher': { '@type': 'foaf:Organization', 'foaf:name': 'Cotejo' },
    'dct:language': LANGUAGES,
    'dcat:landingPage': iri(`${origin}/indicators/${indicator.id}`),
    'prov:wasDerivedFrom': derivedFrom(indicator, catalogue.sources),
    'dcat:distribution': distributions.map(({ ending, mediaType, title }) => ({
      '@id': file(ending),
      '@type': 'dcat:Distribution',
      'dct:title': inBoth(title),
      'dcat:accessURL': iri(`${origin}/indicators/${indicator.id}`),
      'dcat:downloadURL': iri(file(ending)),
      'dcat:mediaType': mediaTypeOf(mediaType),
    })),
  };
}

/** A catalogue is a data set too: its files have every figure of the release. */
const wholeFiles = ({ release, origin }: DiscoveryContext, whole: readonly Distribution[]): object[] =>
  whole.map(({ ending, mediaType, title }) => ({
    '@id': `${origin}/data/${release.version}/all.${ending}`,
    '@type': 'dcat:Distribution',
    'dct:title': inBoth(title),
    'dcat:accessURL': iri(`${origin}/releases`),
    'dcat:downloadURL': iri(`${origin}/data/${release.version}/all.${ending}`),
    'dcat:mediaType': mediaTypeOf(mediaType),
  }));

/** `distributions` are the formats of an indicator, `whole` those of a whole release. */
export function formatCatalogueJsonLd(
  context: DiscoveryContext,
  title: Text,
  { distributions, whole }: Readonly<Record<'distributions' | 'whole', readonly Distribution[]>>,
): string {
  const { release, catalogue, origin } = context;
  const document = {
    '@context': CONTEXT,
    '@id': `${origin}/data/catalog.jsonld`,
    '@type': 'dcat:Catalog',
    'dct:title': inBoth(title),
    'dct:description': inBoth(release.note),
    'dct:issued': day(release.date),
    'dcat:version': release.version,
    'dct:publisher': { '@type': 'foaf:Organization', 'foaf:name': 'Cotejo' },
    'dcat:distribution': wholeFiles(context, whole),
    'dcat:dataset': catalogue.indicators.map((indicator) => dataset(indicator, context, distributions)),
  };
  return `${JSON.stringify(document, null, 1)}\n`;
}
