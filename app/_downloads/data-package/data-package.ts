/**
 * Answers as a ZIP that can be deposited: the tables, what their columns and codes mean, a text to read, how to
 * cite, the licences, and the package described for programs with the hash of every file.
 */
import { createHash } from 'node:crypto';
import { PACKAGE_WORDS } from '#app/_words/data-package.ts';
import type { Language } from '#stats/language.ts';
import type { Comparison } from '#stats/model/comparison.ts';
import { formatApa } from '../citation/apa.ts';
import { formatBibtex } from '../citation/bibtex.ts';
import { formatCff } from '../citation/cff.ts';
import type { Citation } from '../citation/cited-work.ts';
import { CODEBOOK_CODES, CODEBOOK_COLUMNS, codesOf } from '../codebook/codebook.ts';
import { formatLine } from '../csv-text.ts';
import { formatCsv } from '../csv.ts';
import { zipBytes, type ZipEntry } from '../zip/zip-stream.ts';
import { croissant, dataPackage, roCrate, type PackageContext, type PackagedFile } from './descriptions.ts';
import { csvwMetadata } from './table-schema.ts';

export interface PackageText {
  readonly name: string;
  readonly mediaType: string;
  readonly text: string;
  readonly isTable?: true;
}

const json = (document: object): string => `${JSON.stringify(document, null, 1)}\n`;

/** Every column and code, in both languages. */
function codebookCsv(comparisons: readonly Comparison[]): string {
  const columns = CODEBOOK_COLUMNS.map(({ name, type, meaning }) => [name, '', type, meaning.en, meaning.es]);
  const codes = [...CODEBOOK_CODES, ...comparisons.flatMap(codesOf)].map(({ column, code, meaning }) => [
    column,
    code,
    '',
    meaning.en,
    meaning.es,
  ]);
  const lines = new Set([...columns, ...codes].map(formatLine));
  return formatLine(['column', 'code', 'type', 'en', 'es']) + [...lines].join('');
}

/** Each source with its licence and where the licence is. */
function licencesText(comparisons: readonly Comparison[], { language }: Citation): string {
  const words = PACKAGE_WORDS[language];
  const sources = new Map(
    comparisons.flatMap((answer) => answer.sources).map((source) => [source.id, source]),
  );
  const entries = [...sources.values()].map(({ title, publisher, licence, url, redistribute }) =>
    [
      `${title[language]} (${publisher})`,
      `  ${words.licence}: ${[licence.name, licence.url].filter(Boolean).join(', ')}`,
      `  ${words.redistribute}: ${words.may[redistribute]}`,
      ...(url === undefined ? [] : [`  ${url}`]),
    ].join('\n'),
  );
  return `${words.licences}\n\n${entries.join('\n\n')}\n`;
}

/** The table of a package and how to read it for programs (CSV on the Web). */
export const tableMetadata = (name: string, title: string, language: Language): PackageText => ({
  name: `${name}-metadata.json`,
  mediaType: 'application/csvm+json',
  text: json(csvwMetadata(name, title, language)),
});

/** The files that explain the tables, for people. */
export function packageTexts(
  comparisons: readonly Comparison[],
  citation: Citation,
  readme: string,
): PackageText[] {
  const text = 'text/plain';
  return [
    { name: 'codebook.csv', mediaType: 'text/csv', text: codebookCsv(comparisons) },
    { name: 'README.md', mediaType: 'text/markdown', text: readme },
    { name: 'CITATION.cff', mediaType: 'application/yaml', text: formatCff(citation) },
    { name: 'citation.bib', mediaType: 'application/x-bibtex', text: formatBibtex(citation) },
    { name: 'citation.txt', mediaType: text, text: formatApa(citation) },
    { name: 'LICENCES.txt', mediaType: text, text: licencesText(comparisons, citation) },
  ];
}

export const packaged = ({ name, mediaType, text, isTable }: PackageText): PackagedFile => {
  const bytes = Buffer.from(text);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { name, mediaType, bytes: bytes.length, sha256, isTable: isTable === true };
};

/** The package described for programs. */
export const descriptionsOf = (context: PackageContext): ZipEntry[] =>
  (
    [
      ['datapackage.json', dataPackage(context)],
      ['croissant.json', croissant(context)],
      ['ro-crate-metadata.json', roCrate(context)],
    ] as const
  ).map(([name, document]) => ({ name, pieces: [json(document)] }));

/** The archive. `readme` is the answer as Markdown. */
export function formatDataPackage(
  comparisons: readonly Comparison[],
  citation: Citation,
  readme: string,
): Promise<Buffer> {
  const { language } = citation;
  const contents = [
    ...comparisons.flatMap((comparison): PackageText[] => {
      const { indicator } = comparison;
      const name = `${indicator.id}.csv`;
      return [
        { name, mediaType: 'text/csv', text: formatCsv(comparison), isTable: true },
        tableMetadata(name, indicator.title[language], language),
      ];
    }),
    ...packageTexts(comparisons, citation, readme),
  ];
  const description = comparisons.map(({ indicator }) => indicator.definition[language]).join(' ');
  const context = { comparisons, description, citation, files: contents.map(packaged) };
  const entries = [
    ...descriptionsOf(context),
    ...contents.map(({ name, text }) => ({ name, pieces: [text] })),
  ];
  return zipBytes(entries, citation.work.date);
}
