/** The package described for programs: Data Package 2.0, Croissant 1.0 and RO-Crate 1.1. */
import type { Comparison } from '#stats/model/comparison.ts';
import { apaLine } from '../citation/apa.ts';
import { formatBibtex } from '../citation/bibtex.ts';
import type { Citation } from '../citation/cited-work.ts';
import { croissantFields, tableSchema } from './table-schema.ts';

/** A file of the package whose bytes are known. */
export interface PackagedFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: string;
  /** Whether it is a table with the columns of CSV. */
  readonly isTable: boolean;
}

export interface PackageContext {
  readonly comparisons: readonly Comparison[];
  readonly description: string;
  readonly citation: Citation;
  readonly files: readonly PackagedFile[];
}

const nameOf = ({ citation }: PackageContext): string => citation.work.key.toLowerCase();

/** Licences of the sources, each once; those that are not stated have no address. */
const licencesOf = ({ comparisons }: PackageContext) => [
  ...new Map(
    comparisons.flatMap(({ sources }) => sources).map(({ licence }) => [licence.name, licence]),
  ).values(),
];

/** `datapackage.json` */
export function dataPackage(context: PackageContext): object {
  const { comparisons, citation, files } = context;
  const { language, work } = citation;
  const sources = new Map(
    comparisons.flatMap((answer) => answer.sources).map((source) => [source.id, source]),
  );
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: nameOf(context),
    title: work.title,
    description: context.description,
    version: work.version,
    created: `${work.date}T00:00:00Z`,
    ...(/^https?:/.test(work.url ?? '') && { homepage: work.url }),
    licenses: licencesOf(context).map(({ name, url }) => ({
      title: name,
      ...(url === undefined ? { name: name.replace(/[^A-Za-z0-9.-]+/g, '-') } : { path: url }),
    })),
    contributors: [{ title: work.author, roles: ['publisher'] }],
    sources: [...sources.values()].map(({ title, url, published }) => ({
      title: title[language],
      ...(url !== undefined && { path: url }),
      version: published,
    })),
    resources: files.map(({ name, mediaType, bytes, sha256, isTable }) => ({
      name: name.toLowerCase().replace(/[^a-z0-9._-]/g, '-'),
      path: name,
      mediatype: mediaType,
      bytes,
      hash: `sha256:${sha256}`,
      ...(isTable && { type: 'table', format: 'csv', encoding: 'utf-8', schema: tableSchema(language) }),
    })),
  };
}

const CROISSANT_CONTEXT = {
  '@language': 'en',
  '@vocab': 'https://schema.org/',
  sc: 'https://schema.org/',
  cr: 'http://mlcommons.org/croissant/',
  dct: 'http://purl.org/dc/terms/',
  citeAs: 'cr:citeAs',
  column: 'cr:column',
  conformsTo: 'dct:conformsTo',
  data: { '@id': 'cr:data', '@type': '@json' },
  dataType: { '@id': 'cr:dataType', '@type': '@vocab' },
  extract: 'cr:extract',
  field: 'cr:field',
  fileObject: 'cr:fileObject',
  recordSet: 'cr:recordSet',
  source: 'cr:source',
};

/** `croissant.json` */
export function croissant(context: PackageContext): object {
  const { citation, files } = context;
  const { work, language } = citation;
  const tables = files.filter(({ isTable }) => isTable);
  return {
    '@context': { ...CROISSANT_CONTEXT, '@language': language },
    '@type': 'sc:Dataset',
    conformsTo: 'http://mlcommons.org/croissant/1.0',
    name: nameOf(context),
    description: context.description,
    version: work.version,
    datePublished: work.date,
    url: work.url,
    license: licencesOf(context).map(({ name, url }) => url ?? name),
    citeAs: formatBibtex({ ...citation, sources: [] }).trim(),
    distribution: files.map(({ name, mediaType, sha256, bytes }) => ({
      '@type': 'cr:FileObject',
      '@id': name,
      name,
      contentUrl: name,
      contentSize: `${bytes} B`,
      encodingFormat: mediaType,
      sha256,
    })),
    recordSet: tables.map(({ name }) => {
      // A record set of several needs an id of its own.
      const id = tables.length === 1 ? 'rows' : `rows-${name.replace(/\.csv$/, '')}`;
      return { '@type': 'cr:RecordSet', '@id': id, name: id, field: croissantFields(name, language, id) };
    }),
  };
}

/** `ro-crate-metadata.json` */
export function roCrate(context: PackageContext): object {
  const { citation, files } = context;
  const { work } = citation;
  const [licence] = licencesOf(context);
  return {
    '@context': 'https://w3id.org/ro/crate/1.1/context',
    '@graph': [
      {
        '@id': 'ro-crate-metadata.json',
        '@type': 'CreativeWork',
        about: { '@id': './' },
        conformsTo: { '@id': 'https://w3id.org/ro/crate/1.1' },
      },
      {
        '@id': './',
        '@type': 'Dataset',
        name: work.title,
        description: context.description,
        datePublished: work.date,
        version: work.version,
        license: licence?.url === undefined ? (licence?.name ?? '') : { '@id': licence.url },
        creditText: apaLine(citation),
        hasPart: files.map(({ name }) => ({ '@id': name })),
      },
      ...files.map(({ name, mediaType, bytes, sha256 }) => ({
        '@id': name,
        '@type': 'File',
        name,
        encodingFormat: mediaType,
        contentSize: String(bytes),
        sha256,
      })),
    ],
  };
}
